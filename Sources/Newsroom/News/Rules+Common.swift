extension Rules {
  /// What reports of every beat use: who speaks, how, and what people say.
  static let common = #"""
    speech
      “[said],” [speaker] {said [today]|told {reporters|journalists} {in [town:t]|[today]|after the {meeting|briefing}}|said in {a statement|an interview|a telephone call|a written reply}|said}.
      “[said],” {said|explained|added} [speaker].
      “[said],” [speaker] said. “[said].”
      [^speaker] {said|told {state|local|public} {radio|television}|wrote {on social media|in a letter to [group]}}: “[said].”
      “[said],” [speaker] {said|told a news conference}, {adding that [he:s] [hoped] [outcome]|and [promised] [outcome]}.
      Asked {about [topic]|whether there was {hope for|talk of} [outcome]}, [speaker] said: “[said].”
      [^speaker] {said|insisted|argued} {that|} [topic] [hadbeen] “[fragment]”, and {called for [remedy]|warned of [danger]}.
      {For [his:s] part|Later {[today]|in the day}}, [speaker] {described [topic] as “[fragment]”|called [topic] “[fragment]”} and {ruled out|demanded|asked for} [remedy].
    fragment
      {a|an entirely|plainly a} {disgrace|mistake|mess|scandal|miracle|step too far|step in the right direction}
      {long overdue|badly handled|beyond belief|nobody's fault|everybody's business|close to hopeless|a matter of weeks}
      {not worth the paper {it was|they were} written on|the best that could be had|neither fair nor {legal|wise|cheap}}
      {worse|better|stranger} than {anything|all that} {we|anyone} had {seen|feared|been told} {in {all these|[#12-40]} years|since [year]|in [town]}
    said
      [someone] {saw|felt|feared|guessed} {it|this|all of it} {long before|[#2-20] {months|years} ago|before anyone else did}, and {nobody {listened|answered|wanted to know}|not one of [group] {moved|wrote back|asked}}
      We {have|had} [#2-90] {people|names|letters|complaints} on {the|our} {list|desk|books}, and {each of them|every one} {means|is} {a family|a street|a life} {in [town:t]|somewhere}
      {What|The thing that} {hurts|worries me|matters|counts} {most |}is [matter], {not|more than} [matter]
      {You cannot|No one can|Nobody should} [act] [topic] {with|without} {[#2-40] [tools]|[tools] {from|bought in} [year]|[tools] and {a prayer|good luck|borrowed money}}
      I {have lived|have worked} {here|in [town:t]|on this street} [span], and I {had never|have not once|would never have} {seen|thought of|imagined} {anything like it|such a [day]|a [day] like this}
      Should [topic] {fail|come to nothing|be forgotten} {again|by [deadline]|this time}, {we|they|all of us} will {pay|answer|be asked} for it {[span]|in {court|parliament|the street}|until [date]}
      {There is|There was|I see} no {plan|money|excuse|reason|law} {for [topic]|that covers [topic]|which [act2] [topic]}, {and there will be none|and that is the truth of it|whatever [group] may say}
      {First|Before anything else} {we|they|you} {count|bury|help|pay|house} [people], {then|and only then} {we|they} {talk about|look at|argue over} [topic]
      {It|That} {took|cost|needed} [#3-60] {hours|days|meetings|phone calls|signatures} to {get|bring|move} [tools] {here|to [town:t]|across [town]}, {and|so} {that is {too long|a scandal}|do not tell me of {speed|progress}}
      {Ask|Go and ask|Listen to} [people] {on|in} {the [hilly] side of town|[town]|the {school|market|church} hall}: {they|not one of them} {will tell you|knows|care} what [topic] {will mean|may be worth|could cost} {by now|in [season]}
      {My|Our} {first|only|greatest} {thought|fear|wish} {was|is} {for|about} [people], and {after that|only later} {for|of} [topic]
      {We|They} {owe|promised} [people] {an answer|the truth|[outcome]} {by [deadline]|long ago|and nothing less}, {because|since} [topic] {cannot wait|must not be a game|will touch all of [town:t]|will not go away}
      {They|The {papers|figures|numbers}} {say|show|tell us} [#4-95] {percent|in a hundred}, {but|yet} {on the {ground|quay|ward|floor}|in [town:t]} {it feels like|everybody counts} {twice that|half of it|far more|less}
      {Nothing|Not a line} in {the report|that letter|those [#3-60] pages} {explains|excuses|mentions} [matter], {or|let alone} [matter]
      {I|We} would {do|sign|say} it {again|tomorrow|differently}, {with|even with} {half|a third of} the {money|staff|[tools]}, {for|because of} [people]
      [^group] {must know|knew} {very well|as well as I do|from the start} {who|what} {signed|stopped|delayed|paid for} [topic], and {kept silent|looked away|said little} {[span]|since [year]}
      {When|By the time} [people] {asked|called|came}, {the|all the} [tools] {were|had been} {gone|sold|locked away|out of order}, and {nobody|no one in [town:t]} {knew|could say} {why|since when|for how long}
      {That is|This is|It may be} {a matter for|up to|the work of} [group], {but|and} {I expect|we will ask for|[town:t] deserves} [remedy] {before [deadline]|and soon|at the very least}
      {Some|A few|Many} of {us|our neighbours|the [people2]} {left|gave up|went to [town]} {in [year]|[#2-20] {winters|years} ago}; {those|the ones} who {stayed|came back} {are|look} {tired|angry|proud|{too old|too poor} to move}
    someone
      {Everybody|Anyone} {who|with} {works|eyes|a {house|shop|boat|child}} {here|in [town:t]|by the {river|road|gate}}
      {People|The old people|My {father|mother|neighbours}} {here|in [town:t]|up in [town]}
      {Half of|Most of|All of} {our [people2]|[town:t]|the {crew|council|ward}}
    people2
      {members|drivers|teachers|growers|patients|readers|nurses|shopkeepers|students|fishermen}
    matter
      {the {silence|delay|price|waste|noise}|a {letter|phone call|bill} that {never came|came too late|nobody signed}}
      {how {long|little|late|much} {it took|it cost|we were told|they knew}}
      {that {children|[people]} {were {asked|left|sent away}|slept {in cars|badly}|had to {wait|ask twice}}}
      {the {look|faces|hands} of [people]|the {bill|queue|list} at {the gate|[town:t]|the counter}}
    span
      for [#3-40] years
      {all my life|for half a lifetime|for months|for weeks on end}
      {since [year]|for [#2-11] {winters|summers|weeks|months}}
    deadline
      {Friday|Monday|the weekend|the end of {the month|the week|the year}|[season]|[date]|the next {session|vote|hearing}}
    season
      {spring|summer|autumn|winter|the holidays|harvest time}
    day
      {day|night|week|morning|winter}
    hilly
      {poor|north|south|wrong|lower|upper|far}
    hoped
      {hoped for|expected|counted on|was hoping for}
    promised
      {promised|offered|announced|held out the prospect of}
    hadbeen
      {had been|would be|must be called|could become|might yet be}
    act
      {fight|settle|explain|run|defend|solve|judge}
    act2
      {covers|explains|ends|settles|allows}
    intro
      [title] [person:s]
      [person:s], [job],
      [person:s], who {has|had} {worked|lived} in [town] {for [#3-30] years|since [year]},
      [person:s] of [institute]
    institute
      {[town] {University|Institute|Technical College}|the {Centre|Institute|Foundation} for {Public|Regional|Social|Economic} {Policy|Studies|Research} in [town]|{Open|Common|Fair} {Ground|Register|Ledger}, a {campaign|research|lobby} group}
    title
      {Mayor|Deputy Mayor|Councillor|Governor|Professor|Dr.}
      {Interior|Finance|Justice|Health|Labour|Transport|Agriculture} Minister
    job
      {a|the} {[#24-70]-year-old |}{baker|teacher|farmer|welder|nurse|bus driver|shopkeeper|retired {clerk|engineer|sailor}} {from [town]|who lives nearby}
      {a|the} {press officer for|official of} {the {police|council|ministry|fire service|prosecutor}|[group]}
      {who|which} {leads|heads} [group]
    group
      {the {council|ministry|union|board|regional government|chamber of trade|owners' association|committee}}
      {the [town] {council|assembly|chamber|branch}}
    background
      [^topic] had been {argued over|discussed|on the table|in the courts} {for [#3-30] {months|years}|since [year]}, {when|after} [group] [decided] [plan] {against the {advice|will} of [group]|by [#2-40] votes|without a {vote|debate|tender}}.
      {In [year]|[#4-30] years ago|As late as [year]}, [group] [decided] [plan], {but|and} [outcome] {never came|came only in part|followed {within weeks|at last}}.
      [^town:t], {a {town|city|district} of {some |about |}[#4000-900000] {people|inhabitants}|once known for its {mills|yards|salt|glass|mines|orchards}}, {lies|stands} {[#12-240] {kilometres|miles} {north|south|east|west} of [town]|{on|near} {the border|the coast|the River [surname]|Lake [surname]}}.
      {A|An earlier} {study|report|survey} by [institute] {in [year]|last {spring|autumn|year}} {found|put it} that {[#11-88] percent of [people]|only [#2-40] in a hundred [people]|some [#200-9000] [people]} {were {touched|hit|helped} by [topic]|had {heard|complained} of [topic]|{backed|opposed} [plan]}.
      {Similar|Other} {cases|disputes|plans} {in [town] and [town]|along the [surname] valley|across the [town] district} {ended|were settled} {in [year]|with [outcome]|only after [#2-11] {weeks|months|years}}.
      {Critics|Supporters|Observers} of [group] {say|maintain|point out} that [topic] {cost|will cost|may cost} [money], {[#2-9] times what {was planned|had been promised}|more than {[group] spends on schools|a new hospital}|a sum that [town:t] {does not have|could raise only by [plan]}}.
      The {law|contract|charter} of [year] {obliges|allows|asks} [group] {to {publish|review|pay for} [plan]|to {change|sign} nothing before [deadline]}, {and|but} {lawyers|officials|two former judges} {differ|disagree} {on|about} what that {means|is worth} {for [topic]|in [town:t]}.
      {The last|An earlier} {vote|ruling|inspection|inquiry} {on|into} [topic] {was held|took place} in [year] {and|but} {lasted [#2-60] {days|weeks}|changed {little|nothing}|was never {published|completed}}.
    reaction
      [^group] {said it {would|will}|announced that it would|is expected to} {meet|decide|publish its findings} {[tomorrow]|on [date]|by [deadline]}, {and|while} [group] {declined to comment|could not be reached|kept its counsel}.
      {About|Some|Nearly|More than} [#20-4000] people {marched|gathered|stood} {outside|in front of} {the town hall|the ministry|the station|the gates} in [town:t] [today], {many|some} {of them |}{with {candles|banners|drums|their children}|from [town]}, {to|and} {demand|demanded} [remedy].
      {A petition|An open letter} {for|against} [plan] had {[#300-80000] signatures|been signed by [#12-900] [people2]} {by the evening|within [#2-30] hours|when it was handed in [today]}, {its authors|the organisers} said.
      {Opposition|Government} {politicians|members} {accused|reminded} [group] of [matter2], {a charge|something} that {[speaker] {denied|called absurd}|the [town] {branch|office} rejected}.
      {Neighbouring|The {districts|towns} of} [town] and [town] {offered|sent} [tools] {and [#3-90] {helpers|specialists|officers}|worth [money]}, {officials said|according to {the regional government|two people involved}}.
      According to [group], [#3-90] {calls|offers|complaints} {had come in|were registered} {by {noon|midnight|the evening}|since the day before}, {most of them|the greater part} {from [town]|about [topic]}.
      {Schools|Shops|Offices} {and {banks|kindergartens|libraries} |}in {[town:t]|the centre|three districts} {stayed|will stay} {closed|open} {until [deadline]|[tomorrow]|for [#2-9] days}, {the council|officials|the authorities} said.
      [^group] {has|had} {set aside|asked for|been promised} [money] for [topic], {enough|which is said to be enough} for {[#2-60] {days|weeks|months}|[#11-60] percent of {the cost|what is needed}}.
    matter2
      {{sitting on|hiding} {a report|figures|a letter} {from [year]|for [#2-11] months}|{spending|wasting} [money] on {consultants|brochures|trips}|{ignoring|misleading} [people]}
    money
      {$[#2-90] million|[#2-90] million {euros|crowns|pounds}|$[#200-900],000|{€|£}[#11-900] million}
    further
      {In [town]|Further {north|south|east|west}}, {where [topic] {began|first made news}|[#8-90] {kilometres|miles} away}, [people] {were {told|asked} to {wait|come back} {until [deadline]|[tomorrow]}|{had|received} {no|little} {news|help|word} {by {nightfall|noon}|for [#2-30] hours}}.
      {It was|This is} the {second|third|fourth|fifth|first} {such |}{case|affair|time} {in [town:t] |}since [year], {when|in which} [#3-300] [people] {were {affected|moved|paid}|lost {their homes|work|money}|went without {water|wages|light}}.
      {Neither [group] nor [group] {could|would}|Both [group] and [group] {refused to|were unable to}} {say|confirm} {how many [people] {were involved|had been told}|{what would happen next|when the next step was due}} {[today]|as of midnight}, {despite|after} [#2-20] {requests|inquiries}.
      [^speaker] {arrived|is due} in [town:t] {[today]|[tomorrow]|at {noon|dawn}} {with|accompanied by} [#2-20] {advisers|experts|officials} to {see|look at} [topic] {for [himself:s]|at first hand|before {deciding|talking} on [remedy]}.
      {The|A} {road|line|bridge} {to|from} [town] {was {shut|open|blocked} {for [#2-30] hours|again {by|from} {noon|dawn}}}, {and|while} {trains|buses|ferries} {ran {late|only to [town]}|were {cancelled|diverted through [town]}}, {the {operator|police|company} said|according to travellers}.
    """#
}
