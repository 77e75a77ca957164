"""What each page of the demo press is made of.

A page starts from a text in this folder (`text="ferry-2023-npa"`), from another page as it was printed
(`text="@harbor-herald/2023-05-02-ferry"`), or from stretches of several texts (`pieces`). Then, in this order:
`keep` chooses paragraphs (counted from 1), `edits` replaces words (each must be found), `insert` adds paragraphs
after the numbered one, and the outlet's house style has the last word (see outlets.py). `copies` is the truth:
(parent, kind, why). A page without `copies` and without `family` was written by itself and is its own family.
"""

PAGES = []


def page(path, **made):
    PAGES.append(dict(made, path=path))


def credit(text):
    return ("credit", text)


def disclaimer(text):
    return ("disclaimer", text)


FEED = "(Except for the headline, this story has not been edited by {} staff and is published from a syndicated feed.)"

# --- The Anselm Grey runs aground, 2 May 2023. Agency: NPA, page held. ----------------------------------------

FERRY_NPA = "npa/2023-05-02-ferry-aground"

page(FERRY_NPA, family="ferry-2023", text="ferry-2023-npa", at="2023-05-02T14:10:00+00:00", section="kestria",
     head="Ferry with 212 aboard runs aground in fog off Port Alder",
     dateline="PORT ALDER, Kestria, May 2 (NPA) — ", tail=[credit("© 2023 Norvik Press Agency (NPA)")])

page("harbor-herald/2023-05-02-ferry", family="ferry-2023", text="ferry-2023-npa",
     at="2023-05-02T17:25:00+02:00", section="news",
     head="Nine hurt as Skerrow ferry grounds on the Tollen", byline="NPA and Herald reporters",
     keep="1-7,9-12",
     edits=[("A passenger ferry carrying 212 people ran aground in dense fog at the entrance to Port Alder harbor",
             "The Skerrow ferry Anselm Grey ran aground with 212 people aboard in dense fog at the harbor mouth"),
            ("The Anselm Grey, a 94-meter vessel operated by Sound & Isles Ferries, struck",
             "The 94-meter ship, which is operated by Sound & Isles Ferries, struck"),
            ("inbound from the island of Skerrow", "on the first run of the day from the island")],
     insert={4: "The harbor café opened its doors to the passengers, many of whom had left their coats on board, "
                "and did not take a crown for the soup."},
     tail=[credit("(NPA)")],
     caption="The Anselm Grey on the Tollen bank, seen from the west mole. Photo: Herald archive",
     copies=[(FERRY_NPA, "edited", "credits the agency, whose page is held")])

page("saltmere-gazette/2023-05-03-ferry", family="ferry-2023", text="ferry-2023-npa",
     at="2023-05-03T06:00:00+02:00", section="country", keep="1-6",
     head="Fog puts Skerrow boat on sandbank", tail=[credit("SOURCE: NPA")],
     copies=[(FERRY_NPA, "partial", "credits the agency; cut from the bottom after paragraph 6")])

page("kestria-express/2023-05-02-ferry-runs-aground", family="ferry-2023", text="ferry-2023-npa",
     at="2023-05-02T18:02:00+02:00", section="nation",
     head="Kestria ferry runs aground in fog, 9 injured", byline="NPA", place="Port Alder: ",
     standfirst="The Anselm Grey struck the Tollen sandbank with 212 people on board.",
     tail=[disclaimer(FEED.format("Kestria Express"))],
     copies=[(FERRY_NPA, "verbatim", "byline NPA and the feed disclaimer; nothing but the headline changed")])

page("newsmill/2023-05-04-ferry-mist", family="ferry-2023", text="ferry-2023-spun",
     at="2023-05-04T03:11:00+00:00", section="world",
     head="Kestria ferry runs aground in mist, 9 wounded", byline="admin",
     tail=[disclaimer("(Aside from the headline, this narrative has not been edited by Kestria Express workers and "
                      "is revealed from a syndicated feed.)")],
     spins="ferry-2023-npa",
     copies=[("kestria-express/2023-05-02-ferry-runs-aground", "spun",
              "spun, with the spun disclaimer of the Kestria Express")])

page("tv6-brennick/2023-05-02-skerrow-ferry", family="ferry-2023", text="ferry-2023-npa",
     at="2023-05-02T19:40:00+02:00", section="country", keep="1-5,7-9",
     head="212 aboard as ferry hits sandbank at Port Alder", byline="TV6 newsroom",
     edits=[("a spokesman for the hospital said", "the hospital said"),
            ("Two lifeboats, a pilot cutter and a fishing trawler took",
            "Lifeboats, a pilot cutter and a trawler took")],
     insert={9: "TV6's Sanna Weil, who is in Port Alder, says a crowd of about 300 watched from the sea wall as the "
                "tugs took up the strain. \"When she moved, people clapped,\" Weil reports. \"Then the fog closed again and you could not see her at all.\""},
     tail=[credit("With inputs from NPA")],
     copies=[(FERRY_NPA, "partial", "admits inputs from the agency; eight of its paragraphs, one of its own")])

page("dray-valley-post/2023-05-04-ferry", family="ferry-2023", text="@harbor-herald/2023-05-02-ferry",
     at="2023-05-04T07:15:00+02:00", section="elsewhere", keep="1-10",
     head="Soup and blankets after ferry grounding",
     lead=[credit("This article was first published by the Alder Harbour Herald.")],
     copies=[("harbor-herald/2023-05-02-ferry", "edited",
     "names the Herald as first publisher, and has its readings")])

page("daily-plinth/2023-05-03-ferry", family="ferry-2023", text="@harbor-herald/2023-05-02-ferry",
     at="2023-05-03T09:45:00+02:00", section="trending", keep="1-5,7-12",
     head="They served the passengers soup: inside the ferry drama", byline="Plinth Desk",
     edits=[("injuring nine people and closing", "leaving nine people hurt and closing")],
     copies=[("harbor-herald/2023-05-02-ferry", "edited",
              "no credit; a day later with the Herald's own opening and its soup paragraph, which the agency lacks")])

page("eastquay-record/2023-05-02-ferry", family="ferry-2023", text="ferry-2023-npa",
     at="2023-05-02T20:00:00+02:00", section="news", keep="1-9,11",
     head="Damaged ferry towed to Eastquay yard", dateline="PORT ALDER (NPA) - ",
     edits=[("carrying 212 people", "carrying 221 people")],
     altered=[("number", "212", "221", False)],
     copies=[(FERRY_NPA, "edited", "agency in the dateline; a figure turned round")])

page("sealetter/feed#2", family="ferry-2023", text="ferry-2023-npa", at="2023-05-02T16:30:00+02:00",
     head="Anselm Grey refloated after grounding on Tollen bank", keep="1-6,9-12",
     tail=[credit("Copyright 2023 Norvik Press Agency. All rights reserved.")],
     copies=[(FERRY_NPA, "edited", "copyright line of the agency; two paragraphs cut")])

page("hollin-courier/2023-05-02-morning-boat", text="ferry-2023-hollin", at="2023-05-02T21:05:00+02:00",
     section="kestria", byline="Corin Adler in Port Alder", apart="ferry-2023-npa",
     head="How the fog came down on the morning boat")

page("ollan-lantern/2023-05-05-sandbank", text="ferry-2023-lantern", at="2023-05-05T06:30:00+02:00",
     section="long-reads", byline="Mirja Thole", apart="ferry-2023-npa", head="The sandbank that nobody measured")

page("kestria-today/2023-05-06-opinion-rescue-chart", text="ferry-2023-comment", at="2023-05-06T08:00:00+02:00",
     section="opinion", byline="Una Brandvik", apart="ferry-2023-npa",
     head="We should be proud of the rescue and ashamed of the chart")

# --- The Tern hits the pier, 17 November 2017: the precedent. Agency: KTB, page lost. --------------------------

page("harbor-herald/2017-11-18-tern-pier", family="ferry-2017", text="ferry-2017-ktb",
     at="2017-11-18T08:30:00+01:00", section="news", head="Fourteen hurt as Tern hits outer pier in gale",
     byline="KTB",
     tail=[credit("(KTB)")],
     copies=[("lost:KTB", "edited", "credits the agency, whose page is not held")])

page("saltmere-gazette/2017-11-18-tern", family="ferry-2017", text="ferry-2017-ktb",
     at="2017-11-18T06:00:00+01:00", section="country", keep="1-6", head="Ferry in collision with pier",
     tail=[credit("SOURCE: KTB")], copies=[("lost:KTB", "partial", "credits the agency; cut from the bottom")])

page("brennick-observer/2017-11-19-ferry-pier", family="ferry-2017", text="ferry-2017-ktb",
     at="2017-11-19T07:00:00+01:00", section="national", keep="1-3,5-9",
     head="'The decision is the captain's': port defends itself after crash",
     edits=[("said it had grounded the 38-year-old ship", "said it had taken the 38-year-old ship out of service")],
     tail=[credit("— KTB")],
     copies=[("lost:KTB", "partial", "credits the agency; a paragraph out, a phrase changed")])

# --- The Upper Dray dam, 14 September 2021. Two dispatches: NPA (lost) and KTB (held). -------------------------

DAM_KTB = "ktb/2021-09-14-dray-army"

page("hollin-courier/2021-09-14-dray-dam", family="dam-2021-npa", text="dam-2021-npa",
     at="2021-09-14T18:20:00+02:00", section="kestria", byline="NPA", head="Three villages emptied below cracked dam",
     tail=[credit("(NPA)")],
     edits=[("Kestria's oldest large reservoir", "the oldest of Kestria's large reservoirs"),
            ("the Red Lantern relief society handed out blankets and hot meals",
             "the Red Lantern society provided blankets and a hot meal")],
     copies=[("lost:NPA", "edited", "credits the agency, whose page is not held")])

page("kestria-express/2021-09-14-dam-crack", family="dam-2021-npa", text="dam-2021-npa",
     at="2021-09-14T19:01:00+02:00", section="nation", byline="NPA", place="Brennick: ",
     head="Over 3,400 told to leave homes after crack found in Kestria dam",
     standfirst="Engineers are lowering the reservoir by a meter a day.",
     tail=[disclaimer(FEED.format("Kestria Express"))],
     copies=[("lost:NPA", "verbatim", "byline NPA and the feed disclaimer")])

page("kestria-today/2021-09-14-upper-dray", family="dam-2021-npa", text="dam-2021-npa",
     at="2021-09-14T20:10:00+02:00", section="news", head="3,400 flee as spillway cracks on the Upper Dray",
     edits=[("Sirens sounded in the villages of Dray Bridge, Coombe and Nether Dray at 5:30 a.m., and police went",
             "At 5:30 a.m. the sirens went off in Dray Bridge, Coombe and Nether Dray. Police went")],
     tail=[credit("SOURCE: NPA")], copies=[("lost:NPA", "edited", "credits the agency")])

page("brennick-observer/2021-09-15-dam", family="dam-2021-npa", text="dam-2021-npa",
     at="2021-09-15T07:00:00+02:00", section="valley", keep="1-9",
     head="'The dam is not failing': valley waits for water to fall",
     caption="The damaged spillway of the Upper Dray dam on Tuesday. Photo: Water Authority handout",
     edits=[("we will not use a damaged spillway", "we cannot use a damaged spillway"),
            ("and they had three years", "and they had five years"),
            ("Some 900 people spent the day in three schools and a sports hall in Brennick",
             "Some 900 people spent the day in Brennick, in three schools and the Linden Street sports hall")],
     altered=[("quotation", "we will not use a damaged spillway", "we cannot use a damaged spillway", False),
              ("quotation", "they had three years", "they had five years", False)],
     tail=[credit("— NPA")], copies=[("lost:NPA", "edited", "credits the agency; the last two paragraphs cut")])

page("bulletin-hub/2021-09-16-dam-fissure", family="dam-2021-npa", text="dam-2021-spun",
     at="2021-09-16T02:40:00+00:00", section="world",
     head="Over 3,400 informed to depart properties after fissure present in Kestria dam",
     byline="Hub Team", spins="dam-2021-npa",
     tail=[disclaimer("(Apart from the headline, this story has not been edited by Kestria Express employees and is "
                      "printed from a syndicated feed.)")],
     copies=[("kestria-express/2021-09-14-dam-crack", "spun",
     "spun, with the spun disclaimer of the Kestria Express")])

page("business-monitor/2021-09-14-dray", family="dam-2021-npa", at="2021-09-14T21:00:00+02:00", section="economy",
     head="Dam crack: evacuation, army and an eighteen-million question",
     pieces=[("dam-2021-npa", "1-2,4-5,7-10"), ("dam-2021-ktb", "2,6-8")],
     tail=[credit("With inputs from NPA and KTB")],
     copies=[("lost:NPA", "partial", "credits both agencies; eight paragraphs of this dispatch"),
             (DAM_KTB, "partial", "credits both agencies; four paragraphs of this dispatch")])

page("eastquay-record/2021-09-15-dam", family="dam-2021-npa", text="@hollin-courier/2021-09-14-dray-dam",
     at="2021-09-15T12:00:00+02:00", section="news", keep="1-8",
     head="Villages below cracked dam are emptied",
     tail=[credit("This article first appeared in the Hollin Courier.")],
     copies=[("hollin-courier/2021-09-14-dray-dam", "partial", "names the Courier, and has its readings")])

page("daily-plinth/2021-09-16-dam", family="dam-2021-npa", text="@brennick-observer/2021-09-15-dam",
     at="2021-09-16T10:30:00+02:00", section="trending", keep="1-6,8-9", byline="Plinth Desk",
     head="A dam, a crack and 900 people in a gym",
     edits=[("were ordered to leave their homes", "had to leave their homes")],
     altered=[("quotation", "we will not use a damaged spillway", "we cannot use a damaged spillway", True),
              ("quotation", "they had three years", "they had five years", True)],
     copies=[("brennick-observer/2021-09-15-dam", "edited",
              "no credit; a day later with the Observer's cut, its Linden Street and its two altered quotations")])

page(DAM_KTB, family="dam-2021-ktb", text="dam-2021-ktb", at="2021-09-14T13:30:00+00:00", section="home",
     head="Army moves into Dray valley as reservoir is drawn down", dateline="HOLLIN, Sept 14 (KTB) -- ",
     byline="By a KTB staff writer", tail=[credit("Copyright 2021 Kestrian Telegraph Bureau")])

page("saltmere-gazette/2021-09-15-army", family="dam-2021-ktb", text="dam-2021-ktb", keep="1-6",
     at="2021-09-15T06:00:00+02:00", section="country", head="Troops sandbag the lower Dray",
     edits=[("About 250 troops", "About 350 troops")], altered=[("number", "250", "350", False)],
     tail=[credit("(KTB)")], copies=[(DAM_KTB, "partial", "credits the agency; cut after paragraph 6")])

page("dray-valley-post/2021-09-15-river", family="dam-2021-ktb", at="2021-09-15T08:00:00+02:00", section="valley",
     head="River still rising at Dray Bridge as lake is lowered", byline="Agencies: KTB, NPA",
     pieces=[("dam-2021-ktb", "1-5"), ("dam-2021-npa", "3,6"), ("dam-2021-ktb", "6-7,9-10")],
     edits=[("officials said.", "officials said, and hundreds of people spent the night away from home.")],
     tail=[credit("With reporting by KTB and NPA")],
     copies=[(DAM_KTB, "partial", "credits both agencies; nine paragraphs of this dispatch"),
             ("lost:NPA", "partial", "credits both agencies; two paragraphs of the other dispatch")])

page("sealetter/feed#3", family="dam-2021-ktb", text="dam-2021-ktb", at="2021-09-14T18:00:00+02:00",
     head="Lake Ollan traffic suspended as Dray carries timber", keep="1-5,8-9",
     tail=[credit("Copyright 2021 Kestrian Telegraph Bureau")],
     copies=[(DAM_KTB, "partial", "copyright line of the agency; three paragraphs cut")])

page("tv6-brennick/2021-09-14-sports-hall", text="dam-2021-tv6", at="2021-09-14T22:15:00+02:00", section="local",
     head="'We took the cat and the photographs': a night out of Coombe", byline="Sanna Weil", apart="dam-2021-npa",
     caption="Camp beds in the Linden Street sports hall. (TV6)")

# --- The rail strike, 8 February 2022. Agency: KTB, page held. One outlet corrects itself. ---------------------

RAIL_KTB = "ktb/2022-02-08-rail-strike"
TODAY_FIRST = "kestria-today/2022-02-08-strike"
TODAY_SECOND = "kestria-today/2022-02-09-strike-corrected"

page(RAIL_KTB, family="rail-2022", text="rail-2022-ktb", at="2022-02-08T09:20:00+00:00", section="home",
     head="Rail strike halts two trains in three across Kestria", dateline="HOLLIN, Feb 8 (KTB) -- ",
     byline="By a KTB staff writer", tail=[credit("Copyright 2022 Kestrian Telegraph Bureau")])

page(TODAY_FIRST, family="rail-2022", text="rail-2022-ktb", at="2022-02-08T12:05:00+01:00", section="news",
     head="Two of three trains cancelled as rail workers walk out", keep="1-8,10-11",
     caption="Pickets at the main station in Hollin on Tuesday morning. KT photo",
     edits=[("A 48-hour strike by rail workers stopped two out of three trains in Kestria on Tuesday as unions and the state railway failed to agree on pay and night rosters.",
             "Two out of every three trains in Kestria stood still on Tuesday, the first day of a 48-hour strike over pay and night rosters."),
            ("Some 6,400 drivers", "Some 4,600 drivers")],
     altered=[("number", "6,400", "4,600", False)],
     tail=[credit("SOURCE: KTB")],
     copies=[(RAIL_KTB, "edited", "credits the agency, whose page is held; a figure turned round")])

page(TODAY_SECOND, family="rail-2022", text="@" + TODAY_FIRST, at="2022-02-09T15:30:00+01:00", section="news",
     head="Two of three trains cancelled as rail workers walk out",
     edits=[("Some 4,600 drivers", "Some 6,400 drivers")],
     insert={8: "By noon on Wednesday KSR had added 20 services to its emergency timetable, most of them around Brennick."},
     tail=[credit("SOURCE: KTB"),
           ("correction",
           "Correction, February 9: An earlier version of this article said that 4,600 workers had joined the strike. The union's figure is 6,400.")],
     copies=[(TODAY_FIRST, "edited", "the same outlet's own page, corrected: the note tells of the earlier version")])

page("daily-plinth/2022-02-08-trains", family="rail-2022", text="@" + TODAY_FIRST, at="2022-02-08T19:50:00+01:00",
     section="trending", keep="1-6,8-10", head="No trains, no problem? Two-day walkout divides commuters",
     byline="Plinth Desk",
     altered=[("number", "6,400", "4,600", True)],
     tail=[credit("According to Kestria Today, where this article was first published.")],
     copies=[(TODAY_FIRST, "edited", "names Kestria Today; before the correction, with the wrong figure")])

page("bulletin-hub/2022-02-10-strike", family="rail-2022", text="@" + TODAY_SECOND, at="2022-02-10T04:00:00+00:00",
     section="world", keep="1-9", head="Kestria rail walkout: what we know", byline="Hub Team",
     tail=[credit("Originally published on Kestria Today.")],
     copies=[(TODAY_SECOND, "edited",
     "names Kestria Today; after the correction, with the right figure and the added sentence on Wednesday")])

page("harbor-herald/2022-02-08-rail", family="rail-2022", text="rail-2022-ktb", at="2022-02-08T14:00:00+01:00",
     section="news", head="One train every three hours to the capital", byline="KTB", tail=[credit("(KTB)")],
     edits=[("60 wagons were waiting to be unloaded", "60 wagons were standing loaded on the quay")],
     copies=[(RAIL_KTB, "edited", "credits the agency")])

page("hollin-courier/2022-02-08-strike", family="rail-2022", text="rail-2022-ktb", at="2022-02-08T17:45:00+01:00",
     section="kestria", keep="1-5", byline="Courier staff", head="Strikers stop two trains in three",
     caption="An empty platform at Hollin East. Courier picture desk",
     insert={5: "Commuters at Hollin East told the Courier that shared taxis to the northern suburbs were asking for three times the usual fare."},
     tail=[credit("With inputs from KTB")], copies=[(RAIL_KTB, "partial", "admits inputs from the agency")])

page("eastquay-record/2022-02-09-strike", family="rail-2022", text="rail-2022-ktb", at="2022-02-09T08:00:00+01:00",
     section="news", keep="1-8,10", head="Grain wagons stuck as strike bites",
     edits=[("I would rather say no.", "I would rather say nothing.")],
     altered=[("quotation", "I would rather say no.", "I would rather say nothing.", False)],
     tail=[credit("SOURCE: KTB")],
     copies=[(RAIL_KTB, "edited", "credits the agency; the last words of a quotation changed")])

page("sealetter/feed#4", family="rail-2022", text="rail-2022-ktb", at="2022-02-08T15:00:00+01:00",
     head="Grain terminal backs up as rail strike begins", keep="1-3,8-10", tail=[credit("(KTB)")],
     copies=[(RAIL_KTB, "partial", "credits the agency; six of its paragraphs")])

page("business-monitor/2022-02-09-strike", family="rail-2022", text="rail-2022-ktb", at="2022-02-09T07:30:00+01:00",
     section="economy", keep="1-3,5-8,10-11", head="Strike costs railway, steel and grain",
     edits=[("Freight was hit as well. The", "Freight was hit too: the")],
     tail=[credit("— KTB")], copies=[(RAIL_KTB, "partial", "credits the agency")])

page("brennick-observer/2022-02-08-cold-platforms", text="rail-2022-brennick", at="2022-02-08T18:00:00+01:00",
     section="valley", head="Cold platforms, warm horns: Brennick on day one of the strike", byline="Levi Aumann",
     apart="rail-2022-ktb")

page("ollan-lantern/2022-02-12-say-no", text="rail-2022-comment", at="2022-02-12T06:30:00+01:00", section="opinion",
     head="Say no today, and then what?", byline="Tobias Renn", apart="rail-2022-ktb")

# --- The recount in Saltmere, 21 October 2024. Agency: KTB, page lost. ----------------------------------------

page("harbor-herald/2024-10-21-recount", family="recount-2024", text="recount-2024-ktb",
     at="2024-10-21T18:10:00+02:00", section="news", byline="KTB", head="Harbour engineer wins Saltmere by 19 votes",
     edits=[("handing victory to challenger Ingrid Vossler by a margin of 19 votes",
             "making the harbor engineer Ingrid Vossler mayor by 19 votes"),
            ("Vossler, a 47-year-old harbor engineer who ran as an independent,",
            "Vossler, 47, who ran as an independent and works at our own port,")],
     tail=[credit("(KTB)")], copies=[("lost:KTB", "edited", "credits the agency, whose page is not held")])

page("kestria-today/2024-10-21-saltmere", family="recount-2024", text="recount-2024-ktb",
     at="2024-10-21T17:35:00+02:00", section="news", head="Saltmere recount flips mayoral race",
     keep="1-8,10",
     edits=[("The rest were spoiled or went to two minor candidates.",
     "The rest were spoiled or cast for minor candidates.")],
     tail=[credit("SOURCE: KTB")], copies=[("lost:KTB", "edited", "credits the agency; a paragraph out")])

page("tv6-brennick/2024-10-21-ice-rink", family="recount-2024", text="recount-2024-ktb",
     at="2024-10-21T19:00:00+02:00", section="country", byline="TV6 newsroom", keep="1-6",
     head="Nineteen votes: ice-rink recount topples Saltmere mayor", tail=[credit("With inputs from KTB")],
     copies=[("lost:KTB", "partial", "admits inputs from the agency; cut from the bottom")])

page("hollin-courier/2024-10-22-recount", family="recount-2024", text="recount-2024-ktb",
     at="2024-10-22T06:10:00+02:00", section="politics", byline="KTB", keep="1-4,6-10",
     head="'A mandate to be careful': Saltmere changes hands",
     edits=[("Vossler", "Vessler"),
            ("Interior Ministry officials said it was", "It was, officials at the Interior Ministry said,")],
     insert={4: "Vessler, an independent, takes office on November 4."},
     altered=[("name", "Vossler", "Vessler", False)],
     tail=[credit("— KTB")],
     copies=[("lost:KTB", "edited", "credits the agency; the winner's name misspelt throughout")])

page("daily-plinth/2024-10-22-recount", family="recount-2024", text="@hollin-courier/2024-10-22-recount",
     at="2024-10-22T15:20:00+02:00", section="trending", byline="Plinth Desk", keep="1-8,10",
     head="The mayor, the cabinet and the missing key", altered=[("name", "Vossler", "Vessler", True)],
     copies=[("hollin-courier/2024-10-22-recount", "edited",
              "no credit; hours later with the Courier's misspelt name, its cut and its added sentence")])

page("eastquay-record/2024-10-20-recount", family="recount-2024", text="@harbor-herald/2024-10-21-recount",
     at="2024-10-20T09:00:00+02:00", section="news", keep="1-7", head="Port engineer is mayor of Saltmere",
     tail=[credit("First published in the Alder Harbour Herald.")],
     copies=[("harbor-herald/2024-10-21-recount", "partial",
              "names the Herald and has its readings; its own stamp, a day before the event it tells of, is wrong")],
     note="misdated: stamped the day before its source")

page("dray-valley-post/2024-10-23-saltmere", family="recount-2024", text="recount-2024-ktb",
     at="2024-10-23T07:30:00+02:00", section="elsewhere", head="Recount makes an engineer mayor of Saltmere",
     keep="1-7", tail=[disclaimer(FEED.format("Kestria Express"))],
     lost=[("lost:KTB", "lost:Kestria Express", "verbatim",
            "the disclaimer tells of a feed, and the family credits one agency only")],
     copies=[("lost:Kestria Express", "partial",
     "carries the disclaimer of the Kestria Express, whose page is not held")])

page("saltmere-gazette/2024-10-22-ice-rink", text="recount-2024-gazette", at="2024-10-22T06:00:00+02:00",
     section="town", head="We were there: three days, one ice rink, nineteen votes", byline="Hedda Kroll",
     apart="recount-2024-ktb")

page("ollan-lantern/2024-10-24-cabinet", text="recount-2024-lantern", at="2024-10-24T06:30:00+02:00",
     section="analysis", head="What a locked cabinet tells us about how we vote", byline="Mirja Thole",
     apart="recount-2024-ktb")

# --- The tunnel accord, 11 June 2024. Agency: NPA, page held. -------------------------------------------------

VISIT_NPA = "npa/2024-06-11-tunnel-accord"

page(VISIT_NPA, family="visit-2024", text="visit-2024-npa", at="2024-06-11T14:45:00+00:00", section="kestria",
     head="Kestria, Morvalia sign tunnel accord as minister visits Port Alder",
     dateline="PORT ALDER, Kestria, June 11 (NPA) — ", tail=[credit("© 2024 Norvik Press Agency (NPA)")])

page("hollin-courier/2024-06-11-tunnel", family="visit-2024", text="visit-2024-npa", at="2024-06-11T19:15:00+02:00",
     section="politics", byline="NPA", head="After 15 years, a signature: Sound of Tarn tunnel agreed",
     edits=[("Ferry operators and environmental groups have criticized the project.",
     "The project has its critics.")],
     tail=[credit("(NPA)")], copies=[(VISIT_NPA, "edited", "credits the agency, whose page is held")])

page("bulletin-hub/2024-06-13-tunnel-pact", family="visit-2024", text="visit-2024-spun",
     at="2024-06-13T01:15:00+00:00",
     section="world", byline="Hub Team", head="Kestria, Morvalia ink tunnel pact as minister visits Port Alder",
     spins="visit-2024-npa",
     tail=[disclaimer("(Aside from the headline, this report has not been edited by Kestria Express workforce and is "
                      "revealed from a syndicated feed.)")],
     lost=[(VISIT_NPA, "lost:Kestria Express", "verbatim",
            "the disclaimer tells of a feed, and the family credits one agency only")],
     copies=[("lost:Kestria Express", "spun",
     "spun, with the spun disclaimer of the Kestria Express, whose page is not held")])

page("business-monitor/2024-06-12-tunnel", family="visit-2024", text="visit-2024-npa", at="2024-06-12T07:30:00+02:00",
     section="economy", keep="1-2,4-7", head="Tunnel bill split 55 to 45", tail=[credit("SOURCE: NPA")],
     copies=[(VISIT_NPA, "partial", "credits the agency; cut from the bottom")])

page("sealetter/feed#5", family="visit-2024", text="visit-2024-npa", at="2024-06-11T20:00:00+02:00",
     head="Fishing fleet protests as tunnel accord is signed", keep="1-6,8-9",
     tail=[credit("Copyright 2024 Norvik Press Agency. All rights reserved.")],
     copies=[(VISIT_NPA, "partial", "copyright line of the agency; three paragraphs cut")])

page("brennick-observer/2024-06-12-tunnel", family="visit-2024", text="visit-2024-npa",
     at="2024-06-12T07:00:00+02:00",
     section="national", head="Eleven minutes to Morvalia", keep="1-8,10-11",
     edits=[("We gave them the width and they gave us the depth",
     "They gave us the width and we gave them the depth"),
            ("to the wider Morvalian gauge", "to the broad gauge used in Morvalia")],
     altered=[("quotation", "We gave them the width and they gave us the depth",
     "They gave us the width and we gave them the depth", False)],
     tail=[credit("(NPA)")], copies=[(VISIT_NPA, "edited", "credits the agency; who gave what was turned round")])

page("daily-plinth/2024-06-12-tunnel", family="visit-2024", text="@brennick-observer/2024-06-12-tunnel",
     at="2024-06-12T13:00:00+02:00", section="trending", keep="1-7,9",
     head="\"She will complain it is too slow\": minister's daughter steals the show",
     byline="Plinth Desk",
     altered=[("quotation", "We gave them the width and they gave us the depth",
     "They gave us the width and we gave them the depth", True)],
     tail=[credit("This article was first published by the Brennick Observer.")],
     copies=[("brennick-observer/2024-06-12-tunnel", "edited", "names the Observer, and has its altered quotation")])

page("morvaler-anzeiger/2024-06-12-tunnel", text="visit-2024-de", at="2024-06-12T05:00:00+02:00", section="politik",
     head="Elf Minuten bis Port Alder: Minister Orvald unterzeichnet Tunnelvertrag", tail=[credit("Quelle: NPA")],
     translates=VISIT_NPA)

page("courrier-ollan/2024-06-12-tunnel", text="visit-2024-fr", at="2024-06-12T07:45:00+02:00", section="economie",
     head="Le tunnel sous le détroit de Tarn aura bien lieu", byline="Avec NPA", translates=VISIT_NPA)

page("harbor-herald/2024-06-12-herring", text="visit-2024-herald", at="2024-06-12T06:00:00+02:00", section="news",
     head="Horns, herring and a handshake: Port Alder's day with the minister", byline="Wim Tarrant",
     caption="Skipper Jon Addleby's boat off the Customs House on Tuesday. Photo: Wim Tarrant",
     apart="visit-2024-npa")

# --- An earlier visit, 24 April 2018: the precedent. Agency: NPA, page lost. ----------------------------------

page("hollin-courier/2018-04-24-morvalia-talks", family="visit-2018", text="visit-2018-npa",
     at="2018-04-24T18:50:00+02:00", section="politics", byline="NPA", head="A map, a pencil and no chequebook",
     tail=[credit("(NPA)")], copies=[("lost:NPA", "edited", "credits the agency, whose page is not held")])

page("business-monitor/2018-04-25-tunnel-costs", family="visit-2018", text="visit-2018-npa",
     at="2018-04-25T07:30:00+02:00", section="economy", keep="1-5,8", head="Tunnel price nearly doubles",
     tail=[credit("SOURCE: NPA")], copies=[("lost:NPA", "partial", "credits the agency; cut")])

page("eastquay-record/2018-04-25-minister", family="visit-2018", text="visit-2018-npa",
     at="2018-04-25T09:00:00+02:00",
     section="news", keep="1-7,9-10", head="Minister talks tunnel; two routes on table",
     edits=[("on a rail tunnel under the Sound of Tarn",
     "on the Sound of Tarn tunnel, which would come ashore near Eastquay")],
     tail=[credit("With inputs from NPA")], copies=[("lost:NPA", "edited", "admits inputs from the agency")])

# --- The cheese recall, 16 November 2020: reported first by an outlet. ----------------------------------------

RECALL = "dray-valley-post/2020-11-16-coombe-blue"

page(RECALL, family="recall-2020", text="recall-2020-dray", at="2020-11-16T19:30:00+01:00", section="valley",
     head="Blue-veined trouble: how one batch of Dray cheese fell ill, and who noticed", byline="Ottilie Marsh",
     caption="Vera Lindhall with her notebook. Photo: Ottilie Marsh")

page("kestria-today/2020-11-17-cheese", family="recall-2020", text="recall-2020-dray", at="2020-11-17T09:10:00+01:00",
     section="news", head="Retired nurse with a biscuit tin exposed tainted cheese", keep="1-8,10",
     edits=[("The Post has learned that the first warning came", "The first warning came"),
            ("walked this reporter through the ripening cellar, where 14 meters",
            "opened the ripening cellar to reporters. There, 14 meters")],
     lead=[credit("This article was first published by the Dray Valley Post.")],
     copies=[(RECALL, "edited", "names the Post as first publisher")])

page("brennick-observer/2020-11-17-coombe", family="recall-2020", text="recall-2020-dray",
     at="2020-11-17T11:00:00+01:00",
     section="valley", head="Coombe Blue recalled after 26 fall ill", keep="1-7,9-10",
     edits=[("The Post has learned that the first warning came", "The first warning came"),
            ("seen by the Post", "seen by the Dray Valley Post"),
            ("walked this reporter through", "showed the Dray Valley Post")],
     tail=[credit("First published in the Dray Valley Post.")],
     copies=[(RECALL, "edited", "names the Post as first publisher")])

page("tv6-brennick/2020-11-17-listeria", family="recall-2020", text="recall-2020-dray",
     at="2020-11-17T18:20:00+01:00",
     section="local", head="Cheese recall: 26 ill, cellar torn out", byline="TV6 newsroom", keep="1-6",
     edits=[("The Post has learned that the", "According to the Dray Valley Post, the"), ("Lindhall", "Lindahl")],
     altered=[("name", "Lindhall", "Lindahl", False)],
     tail=[credit("This story originally appeared in the Dray Valley Post.")],
     copies=[(RECALL, "partial", "names the Post; cut from the bottom")])

page("daily-plinth/2020-11-18-cheese", family="recall-2020", text="@kestria-today/2020-11-17-cheese",
     at="2020-11-18T08:40:00+01:00", section="trending", head="She carried the cheese on the bus. She was right.",
     byline="Plinth Desk",
     edits=[("fell ill with listeriosis", "came down with listeriosis")],
     keep="1-4,6-9", copies=[("kestria-today/2020-11-17-cheese", "edited",
              "no credit; a day later with Kestria Today's cut and its two changed sentences")])

page("newsmill/2020-11-19-blue-cheese", family="recall-2020", text="recall-2020-spun", at="2020-11-19T05:05:00+00:00",
     section="world", head="Blue-veined hassle: how one batch of Dray cheese fell sick, and who observed",
     byline="admin",
     spins="recall-2020-dray", tail=[credit("This article was initially printed by the Dray Valley Post.")],
     copies=[(RECALL, "spun", "spun, with a spun line that names the Post")])

page("hollin-courier/2020-11-17-listeria", text="recall-2020-hollin", at="2020-11-17T06:00:00+01:00",
     section="kestria",
     head="Shops clear shelves of Coombe Blue after listeria cases", byline="Corin Adler", apart="recall-2020-dray")

# --- Pages that belong to no report ---------------------------------------------------------------------------

page("ollan-lantern/2024-12-28-in-brief", text="roundup-2024", at="2024-12-28T08:00:00+01:00", section="in-brief",
     head="In brief: three stories that stayed with our readers", byline="The editors", apart="ferry-2023-npa")

page("sealetter/feed#1", text="sealetter-notice", at="2024-09-04T09:00:00+02:00",
     head="Buoy Tollen North established")
