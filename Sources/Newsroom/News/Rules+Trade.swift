extension Rules {
  /// Business, work, health and sport.
  static let trade = #"""
    business.headline
      {[firm:f] {to cut|cuts} [#200-9000:jobs] jobs|[firm:f] {profit|sales} {falls|slides} [#3-60:rate] percent|[firm:f]: [#200-9000:jobs] jobs {at risk|in doubt} in [town:t]}
    business.firm
      [surname] {Motors|Steel|Foods|Chemicals|Shipping|Glass|Paper|Optics|Pharma|Telecom|Airlines|Cement}
    business.lead
      [firm:f] {said|announced} [today] it would {cut|shed|drop} [#200-9000:jobs] jobs{, {a tenth|a fifth|a third} of its {staff|workforce},|} {and|to} {close|sell|save} its {plant|works} {at|in} [town:t] after {profit|sales|orders} {fell|dropped|slid} [#3-60:rate] percent.
      {Profit|Net profit|Revenue} at [firm:f] {fell|dropped|slid} [#3-60:rate] percent in the {first|second|third|fourth} quarter, {the company|the firm} said [today], as {demand|orders|prices} for {ore|freight|energy|parts} {weakened|turned|collapsed}, {putting|and put} [#200-9000:jobs] jobs {in [town:t] |}{at risk|in doubt}.
      {Shares|Bonds} of [firm:f] {tumbled|dropped} [#3-60:rate] percent [today] {after|when} it {announced|revealed|denied} plans to {close|sell} {its {works|plant} in [town:t]|[#2-30] {branches|sites}} with [#200-9000:jobs] {workers|jobs}.
    business.body
      {Net income|Profit|Operating profit} {came to|was} [money] in the {three months|half year|year} to [date], {against|compared with} [money] {a year {ago|earlier}|in [year]}, on {sales|revenue} of [money]{, [#2-20] percent {above|below} forecasts|}.
      {Analysts|[#4-30] analysts} {polled|asked} by {the exchange|a broker|{Argus|Quorum} Data} had {expected|forecast} {on average |}[money], {and|so that} {several|[#2-9] of them} {cut|raised} their {targets|ratings} {by [#3-40] percent|at once|[today]}.
      {The {works|plant} {at|in} [town:t]|Its [town:t] plant}, {opened|built} in [year], {makes|turns out} [#40-9000] {tonnes|engines|sheets|units} a {day|week|month} and {pays|employs} [#200-9000] {people|workers}, {[#11-80] percent of them {women|under 30}|most {of them |}from [town]}.
      {Unions|The works council|Shop stewards} {called|threatened} {a strike|walkouts} {from|on} [date] {unless {the {board|owners}|managers} drop|if {the {board|owners}|managers} fail to withdraw} {the {cuts|closure}|[#2-11] of [#12-20] {demands|measures}}.
      {A rival|Its rival}, [firm], {said|let it be known} {[today] |}it {was|might be} {ready|willing} to {take on|hire|pay for} [#40-900] {workers|engineers} or {bid|offer} [money] for {the {brand|site}|parts of it}.
      {Chief executive|Chairman|Finance director} [person:1] {took over|joined} {in [year]|[#3-30] months ago} and {has|had soon} {sold|closed|bought} [#2-20] {mills|shops|subsidiaries} {from [town] to [town]|in [town] and [town]}{ since then| in a first step|}.
      {Raw material|Energy|Freight|Wage} costs {rose|climbed} [#3-60] percent {in|over} [#2-12] months, {and|while} {customers|dealers} in {[town]|the south|overseas markets} {put off|cancelled} [#11-900] {orders|contracts}.
      {The {government|state|region}|[town:t] council} {holds|owns} [#5-49] percent {of the {shares|company}|} and {said|indicated} it {would|might} {not |}{vote|sell|put up [money]} {before|until} [deadline].
    business.topic
      {the {closure|cuts|merger|plant|brand|figures|bid} {in [town:t]|}|the {shares|owners|dividend} {of [firm:f]|}|{wages|overtime|night work} at [firm:f]}
    business.people
      {workers|apprentices|suppliers|shareholders|dealers|families|older staff}
    business.tools
      {orders|loans|machines|contracts|subsidies|furnaces}
    business.danger
      {{a|another} strike|{bankruptcy|a sell-off}|{higher|rising} prices|the loss of [#200-9000] jobs}
    business.remedy
      {{talks|a deal} with {the banks|[group]}|{a state|emergency} loan|{shorter|reduced} hours|the {board|chairman}'s resignation}
    business.outcome
      {{new|more} orders {by [deadline]|}|{a buyer|an investor} {from [town]|}|{jobs|pay} {for [people]|}|a {return to|share of the} profit}
    business.plan
      {a {merger|alliance} with [firm]|{moving|shifting} [#200-900] {jobs|machines} to [town]|{a|the} {float|bond} of [money]}
    business.decided
      {approved|blocked|financed|dropped|announced}
    health.headline
      {{[ill:i] {outbreak|cases} in [town:t]: [#3-90:dead] dead|[#200-9000:sick] {ill|sick} as [ill:i] spreads {from|in} [town:t]|{Doctors|Officials} {trace|link} [ill:i] to [source:o]}}
    health.ill
      {cholera|measles|hepatitis|dengue|meningitis|salmonella|typhoid|legionella}
    health.source
      {a water tower|a sausage maker|a cruise ship|a wedding|a cooling plant|a well|a dairy|a school kitchen}
    health.lead
      {At least |}[#3-90:dead] people have {died|been killed} and [#200-9000:sick] {fallen ill|been infected} {in|with} {an outbreak of |}[ill:i] {in|around} [town:t], {health officials|the health ministry|doctors} said [today], {tracing|linking} {it|the first cases} to [source:o].
      {Health|Hospital} {officials|doctors} {closed|traced|searched} [source:o] {in|near} [town:t] [today] after {[ill:i]|an outbreak of [ill:i]} {killed|claimed} [#3-90:dead] and {sent|put} [#200-9000:sick] {people |}{to hospital|in bed}.
      {The number of|Confirmed} [ill:i] cases {in|around} [town:t] {rose|climbed} to [#200-9000:sick] [today]{, with [#3-90:dead] {deaths|dead}|}, and {experts|inspectors} {pointed to|suspect} [source:o].
    health.body
      {Samples|Tests} {taken|carried out} {on [date] |}at [#3-40] {places|sites} {showed|found} {the {germ|bacterium|virus}|traces} in [#2-30] {of them|cases}, {[#2-90] times {the limit|what is allowed}|a {strain|type} last seen in [year]}, {the [town] laboratory|the institute} said.
      {Hospitals|Clinics} in [town:t] and [town] {ran|were running} {out|short} of {beds|drips|serum|staff} and {sent|moved} [#11-300] {patients|children} to [town], {[#40-400] kilometres away|by {ship|train|bus}}.
      {Most|[#51-95] percent} of {the {sick|patients|dead}|those infected} were {over [#60-80]|under [#2-19]|women|{pupils|guests|pilgrims}}, and [#11-60] {percent|in a hundred} {had|were} {been vaccinated|treated too late|other illnesses}.
      {The ministry|The health office} {told|advised|urged} {people|residents} to {boil|avoid|throw away} {water|milk|meat|ice} {until [deadline]|bought {before|after} [date]}, {and|while} [group] {handed out|ordered} [#2000-90000] {bottles|doses|leaflets}.
      {The {first|earliest} patient|Patient zero}, a [#19-80]-year-old {cook|sailor|nurse|driver} {from|of} [town], {fell ill|was admitted} on [date], {[#3-30] days|weeks} before {the alarm was raised|[group] {was told|acted}}.
      {An earlier|The last} outbreak {of [ill:i] |}{in|near} [town] {killed|infected} [#11-900] {people|patients} in [year], {when|before} {a {vaccine|filter}|clean water} {was|became} {found|available} {within [#2-20] weeks|}.
      {A {team|mission}|[#5-40] experts} {of|from} the {World Health Organization|[institute]} {is|are} {due|expected} [tomorrow] with [#200-9000] {doses|kits|beds}, {paid for by|worth} {[money]|[group]}.
      {The operator|The owner} of [source:o], [surname] {& Sons|Services|Catering}, {denied|admitted} {any |}{fault|delay|errors} and {said|claimed} {[#2-20] checks|all {tests|papers}} {since [year] |}had {been {clean|in order}|shown {nothing|no fault}}.
    health.topic
      {the {outbreak|vaccine|water|ward|quarantine|tests} {in [town:t]|}|{hygiene|safety|care} {at [town]|in {kitchens|schools|wards}}|[ill:i]}
    health.people
      {patients|nurses|children|old people|parents|carers|families of the dead}
    health.tools
      {beds|doses|tests|filters|ambulances|masks}
    health.danger
      {{a second|a wider} {wave|outbreak}|{panic|rumours}|{short|empty} {wards|pharmacies}}
    health.remedy
      {{free|compulsory} {tests|vaccination}|{clean|piped} water|{closing|a boycott of} {schools|markets}|{an inquiry|charges} {into|over} the {delay|deaths}}
    health.outcome
      {{a vaccine|clean water} {by [deadline]|}|{fewer|no new} cases|{beds|care} for [people]|{all|the} {results|facts}}
    health.plan
      {{closing|selling|merging} [#2-11] {clinics|wards}|{a|the} {water|waste} plant {near [town]|}|{cheaper|fewer} {tests|controls}}
    health.decided
      {approved|refused|cut|financed|delayed}
    sport.headline
      {[club:a] {beat|stun|edge} [club:b] {to reach {final|semi-final}|in {thriller|rain}}|[surname:s] {double|goal|hat-trick} {sinks [club:b]|lifts [club:a]}|[club:b] {sack|part with} coach after [club:a] defeat}
    sport.club
      [town] {United|Rovers|Athletic|City|Wanderers|Dynamo|Sporting|Rangers}
    sport.lead
      [surname:s] scored {twice|a late goal|a hat-trick} [today] as [club:a] {came from behind to beat|beat|held off} [club:b] {2-1|3-1|4-1|3-2|4-2|5-2} in {front of|a stadium with} [#4000-60000] {people|spectators} {at|in} [town:t].
      [club:a] {reached|are through to} the {cup |league |}{final|semi-final|play-offs} [today] {after|with} a {dramatic|nervous|scrappy|deserved} {win|victory} {against|over} [club:b] {in [town:t]|decided by {a penalty|an own goal} from [surname:s]}.
      {Coach|Manager} [person:1] {lost|left} [his:1] {job|post} at [club:b] [today], {[#2-40] hours|days} after the defeat by [club:a] {in which [surname:s] {missed a penalty|was sent off}|in [town:t]}.
    sport.body
      [club:b] {had|took} the {lead|better start} {after|within} [#11-40] minutes {when|as} [surname] {headed in|drove home|tapped in} {a corner|a cross|a rebound} {from|by} [surname], {his|only his} {third|fifth|ninth} {goal |}{of the season|in [#4-30] matches}.
      {The referee|Referee [person]} {sent off|booked|warned} [#2-6] {players|men}, {among them [surname]|including the {captain|goalkeeper}}, {after|for} {a {brawl|foul}|arguing} {near the {bench|tunnel}|in minute [#41-90]}, {and|but} {a replay|the video} {showed|left} {no contact|doubt}.
      [surname:s], {bought|signed} {from [club]|in [year]} for [money], {has|had} {scored|missed} [#2-30] {times|goals|chances} {in [#31-60] {games|starts}|since [year]} {and|but} {was|is} {doubtful|carried off|booked} with {a {knee|thigh} injury|cramp|a fever}.
      {It was|That makes it} [club:a]'s {first|fourth|sixth|tenth} {win|defeat|draw} in [#11-20] {matches|attempts} {at|in} {[town]|the {old|new} ground}, {where|and} they {had {never|last} {won|scored} {in|since} [year]|stand {third|fifth|last} {with [#11-80] points|}}.
      {Fans|Supporters|[#40-900] supporters} {whistled|sang|threw {flares|seats}} {for [#3-30] minutes|until {the end|police came}}, and {play|the second half} was {held up|stopped} for [#2-20] minutes{; [#3-40] were arrested|}.
      {The {next|return} match|They meet again} {is|on} [date] {in|at} [town], {when|where} {[club:b] {need|must win by} [#2-4] {goals|points}|[surname] {returns|is suspended}}.
      {Tickets|Gate receipts|Shirt sales} {brought|earned} {the club |[club:a] }[money] {this {season|year}|last season}, {[#3-60] percent {more|less} than {in [year]|planned}|while {debts|wages} {reached|came to} [money]}.
      {The {league|federation|owners}|League officials} {fined|are looking into|cleared} [club:b] {over|for} {[#2-9] {late|false} {filings|contracts}|{crowd trouble|racist chants} {in|at} [town]} and {may|could} {take|dock} [#2-12] points.
    sport.topic
      {the {match|referee|penalty|draw|season|transfer|ground} {in [town:t]|}|the {owners|fans|players} of [club:a]|{the|this} {cup|league|title race}}
    sport.people
      {fans|players|youngsters|ticket holders|stewards|season-ticket holders}
    sport.tools
      {goals|points|substitutes|tickets|scouts|players}
    sport.danger
      {relegation|{injuries|more injuries}|{empty|closed} {stands|gates}|{a points|a transfer} ban}
    sport.remedy
      {{a replay|an appeal}|{a new|another} {striker|coach|keeper}|{cheaper|free} tickets|video {referees|evidence}}
    sport.outcome
      {{promotion|a title|points} {by [deadline]|}|{a place|a seat} in the {final|play-offs}|{peace|calm} in the stands|{goals|wins}}
    sport.plan
      {a {stadium|merger|academy} {in|with} [town]|{selling|moving} [#2-11] players|{a|the} {super |}league {of [#8-20] clubs|}}
    sport.decided
      {backed|rejected|bought|postponed|voted down}
    """#
}
