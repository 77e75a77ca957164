"""The outlets of the demo press: what each is called, how it spells, and which layout it has."""

import re

import papers
import sites

# --- House styles: (pattern, replacement), applied to every paragraph and headline. ---------------------------

BRITISH = [(r"\bharbor\b", "harbour"), (r"\bHarbor\b", "Harbour"), (r"\b([Kk]ilo|[Cc]enti)?meter(s?)\b", r"\1metre\2"),
           (r"\bpercent\b", "per cent"), (r"\bcanceled\b", "cancelled"), (r"\btraveling\b", "travelling"),
           (r"\bneighbor", "neighbour"), (r"\bLabor Minister\b", "Labour Minister"), (r"\bcheckbook\b", "chequebook"),
           (r"\bcriticized\b", "criticised")]
DOTTED_TIME = [(r"\b(\d+):(\d\d) ([ap])\.m\.(?=$| [A-Z])", r"\1.\2\3m."), (r"\b(\d+) ([ap])\.m\.(?=$| [A-Z])", r"\1\2m."),
               (r"\b(\d+):(\d\d) ([ap])\.m\.", r"\1.\2\3m"), (r"\b(\d+) ([ap])\.m\.", r"\1\2m")]
AMERICAN_SHORT = [(r"\bpercent\b", "%"), (r" %", "%"), (r"\b(\d[\d.]*)[- ]kilometers?\b", r"\1 km")]
MONEY = [(r"\b(\d[\d.]*) million crowns", r"K\1mn"), (r"\b(\d[\d.]*) billion crowns", r"K\1bn")]


def curly(text):
    text = re.sub(r'(^|[\s(\[])"', r"\1“", text)
    text = text.replace('"', "”")
    text = re.sub(r"(^|[\s(\[“])'", r"\1‘", text)
    return text.replace("'", "’")


def single(text):
    text = re.sub(r"(^|[\s(\[])\"", r"\1‘", text)
    text = text.replace('"', "’")
    return curly(text)


def plain(text):
    return text.replace(" — ", " - ").replace("’", "'").replace("–", "-")


def straight(text):
    return text


def outlet(name, domain, layout, quotes, spelling=(), encoding="utf-8", owner="", aliases="", ext="html"):
    return dict(name=name, domain=domain, layout=layout, quotes=quotes, spelling=list(spelling), encoding=encoding,
                owner=owner, aliases=aliases, ext=ext)


OUTLETS = {
    "npa": outlet("Norvik Press Agency", "npa.example", papers.npa, straight),
    "ktb": outlet("Kestrian Telegraph Bureau", "ktb.example", papers.ktb, straight),
    "harbor-herald": outlet("Alder Harbour Herald", "alderherald.example", papers.herald, curly, BRITISH + DOTTED_TIME,
                            owner="Alder Harbour Herald Ltd", aliases="Harbour Herald|The Herald of Port Alder"),
    "hollin-courier": outlet("Hollin Courier", "hollincourier.example", papers.courier, single, BRITISH,
                             owner="Hollin Courier Press", aliases="The Hollin Courier"),
    "saltmere-gazette": outlet("Saltmere Gazette", "saltmeregazette.example", papers.gazette, plain, BRITISH, "windows-1252",
                               aliases="The Saltmere Gazette"),
    "dray-valley-post": outlet("Dray Valley Post", "drayvalleypost.example", papers.post, curly, aliases="The Dray Valley Post"),
    "kestria-today": outlet("Kestria Today", "kestriatoday.example", sites.today, straight, AMERICAN_SHORT, owner="Tollen Lights Media"),
    "kestria-express": outlet("Kestria Express", "kestriaexpress.example", sites.express, straight, owner="Kestria Express Network"),
    "tv6-brennick": outlet("TV6 Brennick", "tv6.example", sites.tv6, curly, owner="Tollen Lights Media", aliases="TV6"),
    "ollan-lantern": outlet("The Ollan Lantern", "ollanlantern.example", sites.lantern, curly, aliases="Ollan Lantern"),
    "brennick-observer": outlet("Brennick Observer", "brennickobserver.example", papers.observer, curly, BRITISH, aliases="The Brennick Observer"),
    "daily-plinth": outlet("The Daily Plinth", "dailyplinth.example", sites.plinth, straight, owner="Stackpole Digital", aliases="Daily Plinth"),
    "newsmill": outlet("Newsmill Daily", "newsmill.example", sites.newsmill, curly, aliases="Newsmill"),
    "bulletin-hub": outlet("Bulletin Hub 24", "bulletinhub24.example", sites.hub, curly, owner="Stackpole Digital", aliases="Bulletin Hub"),
    "business-monitor": outlet("Kestrian Business Monitor", "kbm.example", papers.monitor, curly, BRITISH + MONEY, owner="Tessel Verlag"),
    "eastquay-record": outlet("Eastquay Record", "eastquayrecord.example", papers.record, plain, BRITISH, aliases="The Eastquay Record", ext="txt"),
    "sealetter": outlet("Sealetter", "sealetter.example", None, curly, BRITISH, ext="jsonl"),
    "morvaler-anzeiger": outlet("Morvaler Anzeiger", "morvaler-anzeiger.example", sites.anzeiger, straight),
    "courrier-ollan": outlet("Le Courrier d'Ollan", "courrier-ollan.example", sites.ollan, straight),
}

AGENCIES = [("NPA", "Norvik Press Agency", "Kestria", "en"), ("KTB", "Kestrian Telegraph Bureau", "Kestria", "en")]

COMMENTS = [
    ("Old Salt", "Been saying it for years. Nobody reads the letters page."),
    ("M. Thorn", "My sister was there and says it was much quieter than the television made out."),
    ("deckchair62", "And who pays? We do."),
    ("Ragna", "Well done to everybody who helped."),
    ("Anonymous", "First!"),
    ("Pim", "Could the paper please print the telephone number in larger type next time."),
    ("valleygirl", "Ask again after the election."),
]

ELSEWHERE = [
    ("Bandy: Hollin go down to ten men and win", "bandy-hollin-ten"),
    ("Caddon film prize goes to a puppet", "caddon-puppet"),
    ("Why your dahlias are late this year", "dahlias"),
    ("Observatory on Mount Tessel counts its thousandth comet", "tessel-comet"),
    ("Quiz: can you name all 14 Kestrian lighthouses?", "lighthouse-quiz"),
    ("Bread up two crowns from Monday", "bread"),
]
