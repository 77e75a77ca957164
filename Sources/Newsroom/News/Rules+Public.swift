extension Rules {
  /// Parliaments, talks between states, courts.
  static let publicLife = #"""
    politics.headline
      [^bill:b] [voted:v] {in parliament|by [#2-20:margin] votes|after {marathon|all-night} debate}
      {Parliament|Lawmakers|Coalition}: [bill:b] [voted:v] {by [#2-20:margin] votes|in {late|stormy} session|amid protests}
    politics.voted
      {passed|rejected|put off|adopted}
    politics.bill
      {pension|budget|housing|energy|land|school|border|press|tax|water|forest|railway} {bill|reform|law}
    politics.lead
      {Parliament|The lower house|The assembly|Lawmakers} [voted:v] the [bill:b] {[today]|early [today]|late [yesterday]} by {a margin of |}[#2-20:margin] votes, {after|ending} [#9-40] hours of {debate|argument|quarrels} {that {split|nearly brought down} the {coalition|government}|and {protests|a walkout} {in [town:t]|by [#11-60] members}}.
      {The|A} {government|coalition|cabinet} faced a {vote|ballot} on its [bill:b] [today], which was [voted:v] {by [#2-20:margin] votes|with [#2-20:margin] {rebels|absent members}}, {leaving|which leaves} {the prime minister|[title] [person:1]} {weakened|stronger|fighting for [his:1] {post|majority}}.
      [title] [person:1] {resigned|offered to resign|refused to resign} [today] {after|over} the {vote|quarrel} on {the|a} [bill:b] {that|which} {[group] had {fought|opposed}|would have cost [money]}.
    politics.body
      {The {bill|measure|draft}|It} {would|will} {raise|cut|freeze} {the {levy|tax|rate|age}|payments|allowances} {by [#2-30] percent|from [#11-60] to [#61-99]} {from [date]|over [#2-11] years}, {touching|affecting} {some |about |}[#20000-900000] {households|pensioners|farms}.
      [#11-90] {members|deputies|senators} {voted|spoke} {for|against} {it|the {draft|text}}, [#3-40] {abstained|stayed away}, {and|while} [#2-9] {of|from} {the government's own benches|the {smallest|junior} party} {crossed the floor|left the chamber|changed sides}.
      {Coalition|Party} {leaders|managers} {met|sat} {until|past} {midnight|dawn} {in|at} {the chancellery|a hotel near [town]} {over|on} [#3-40] {amendments|changes}, {of which|and} [#2-11] {were taken|survived}, {people|two people} {present|briefed on it} said.
      {Polls|A poll|Surveys} {published|taken} {[today]|last week} {put|saw} {support|backing} for {the {bill|measure}|the government} at [#11-60] percent, {down|up} [#2-20] {points|percentage points} {since|from} {[season]|the last {count|election}}.
      {Under|According to} the constitution {the president|the upper house|the court} {has|now has} [#5-60] days to {sign|return|review} {it|the text}, {and|though} {aides|advisers} {hinted at changes|said it would take {longer|less}}.
      {Business|Labour|Farm|Church} {leaders|groups} {welcomed|attacked|regretted} {the {result|vote}|the {new |}text}, {saying|warning} it would {cost|create|save} [#300-90000] jobs {in [town]|by [year2]|}.
      {The {crown|currency|exchange}|Bonds|Shares} {fell|rose|slipped|gained} [#2-9] percent {after|on} {the {vote|news}|word of the {count|deal}}, {dealers|traders|brokers} in [town] said.
      {An|The} election {is|must be} {due|held} {by|before} [season] {next year|}, {and|in which} {[surname:m]'s|the {ruling|main opposition}} {party|alliance} {hopes to|could} {keep|lose|win} [#3-40] {seats|districts}.
    politics.year2
      20{30|31|32|33|35|40}
    politics.topic
      {the {bill|vote|reform|draft|amendment|compromise} {|on [deadline]}|the {coalition|majority|budget|{pension|housing|school} fund}|{paragraph|article} [#11-90]}
    politics.people
      {voters|pensioners|members|rebels|young families|taxpayers|tenants|delegates}
    politics.tools
      {votes|amendments|majorities|promises|committees|signatures}
    politics.danger
      {{an early|a snap} election|{chaos|deadlock}|a {split|rebellion}|{debts|deficits}}
    politics.remedy
      {{a second|another} {vote|reading}|{fresh|early} elections|{talks|a pact} with [group]|the {minister|speaker}'s resignation}
    politics.outcome
      {{a majority|a deal|peace} {by [deadline]|}|{lower|fairer} {taxes|rents}|{a seat|places} at the table|{stable|better} government}
    politics.plan
      {a {tax|levy|cap} on {land|rents|fuel}|the {sale|merger} of [#2-30] {railways|hospitals|banks}|{later|earlier} {retirement|elections}}
    politics.decided
      {approved|rejected|watered down|tabled|passed}
    talks.headline
      {[land:a], [land:b] {meet|talk} {over|on} [subject:u] in [town:t]|[land:a] minister {visits|in} [town:t] for [subject:u] talks|{Envoys|Ministers} in [town:t] for [subject:u] {talks|round}}
    talks.land
      {Kestria|Morvale|Ostland|Vardenia|Belmark|Sarovia|Tarnland|Elbonne|Northmark|Zarania|Quillia|Dravia}
    talks.subject
      {fishing|grain|border|gas|prisoner|customs|water|mine-clearing|railway|visa}
    talks.lead
      {The foreign ministers|Envoys|Negotiators} of [land:a] and [land:b] {agreed|failed to agree} {on|over} [subject:u] {rights|exchanges|questions} {after|in} [#2-20] {hours|days} of talks in [town:t] [today], {ending|prolonging} {a {dispute|quarrel} of [#2-40] years|months of {threats|silence}}.
      [land:a]'s {foreign|defence|trade} minister, [person:1], {arrived|landed} in [town:t] [today] for {talks|a [#2-5]-day visit} with [his:1] [land:b] counterpart, [person:2], {on|about} [subject:u] {cooperation|traffic|deliveries}, {in|the first such visit} {what {both|officials} called {a thaw|a fresh start}|since [year]}.
      {Talks|Negotiations} between [land:a] and [land:b] {on|over} [subject:u] {broke down|resumed|were extended} in [town:t] [today], {[#2-20] {weeks|days} {before|after}|with [#2-30] {points|clauses} open in} {a {ceasefire|treaty} {expires|lapses}|the draft}, {diplomats|officials} said.
    talks.body
      {A|The} {joint |}{statement|communique} of [#2-11] pages {spoke|speaks} of {“{frank|useful|detailed} {talks|exchanges}”|{progress|differences} {on|over} [#3-20] {points|chapters}}, {and|but} {left out|does not mention} {the {islands|dam|pipeline} {off|at|near} [town]|{prisoners|prices|guarantees}}.
      {Under|According to} {the {draft|agreement|plan}|a text seen by reporters}, [land:a] would {open|return|deliver} [#2-90] {crossings|villages|ships|wagons of grain} {by|before} [date], {and|while} [land:b] would {release|pay|withdraw} [#11-900] {prisoners|million {crowns|marks}|soldiers}.
      {[land:c]|The {European|United} {Commission|Nations}}, which {mediated|had offered to mediate}, {sent|was represented by} [#2-9] {observers|envoys|lawyers} {and|who} {hailed|welcomed|regretted} {the {outcome|delay}|what one called “[fragment]”}.
      {Trade|Traffic} between the two {fell|rose} {by |}[#11-80] percent {to [money] |}{last year|in the first [#3-9] months}, {customs figures show|according to [land:b]'s {statistics office|central bank}}.
      {Their|The} armies {faced|fired at} each other {across|along} {the [surname] {river|strait|ridge}} {in|as late as} [year], {when|and} [#12-900] {soldiers|civilians} {died|were taken prisoner}.
      [last:1] {also|is also to} {met|meet} {the {president|speaker|king}|business leaders|[land:a] {students|sailors} in [town]} and {laid|lay} {a wreath|flowers} at {the memorial of [year]|the {harbour|old bridge}} {before|after} {flying|travelling on} to [town].
      {Security|Police} {was|were} {tight|out in force} in [town:t], where [#200-4000] {people|demonstrators} {for|against} {the {deal|talks}|[land:a]} {marched|shouted} {past|outside} the {palace|hotel|ministry}.
      {A further|The next} {round|meeting} is {set|planned} for [date] in [town], {officials|aides} {from both sides|of the two ministers} said, {and|when} {experts|working groups} {are to|will} {take up|report on} [#2-9] {other |}{questions|disputes}.
    talks.topic
      {the {talks|deal|treaty|border|draft|dispute|visit} {over [subject:u]|with [land:b]|}|the {islands|crossings|prisoners} {near [town]|}|relations {with [land:a]|since [year]}}
    talks.people
      {prisoners|border guards|fishermen|refugees|drivers|settlers|families on both sides}
    talks.tools
      {maps|guarantees|ships|visas|letters|translators|treaties}
    talks.danger
      {{another|a new} {war|embargo|winter}|{a pause|bad faith}|the {collapse|end} of the {truce|talks}}
    talks.remedy
      {{a summit|direct talks}|{new|tougher} sanctions|{observers|a buffer zone} {at|along} the {border|river}|the {return|release} of [people]}
    talks.outcome
      {{peace|quiet|trade} {by [deadline]|}|{open|safe} {roads|borders}|a treaty {before [season]|}|{trust|good will} {on both sides|}}
    talks.plan
      {a {pipeline|railway|canal} {to|through} [land:c]|{visas|quotas} for [#200-9000] [people]|{a|the} {customs|fishing} {union|zone}}
    talks.decided
      {signed|broke off|proposed|ratified|vetoed}
    court.headline
      {{Court|Judge|Jury} {convicts|jails|sentences} [who:w] {in|over} [crime:c] {case|trial}|[^who:w] {jailed|convicted} {in|after} [crime:c] {trial|case}|[town:t] {trial|court}: [who:w] guilty of [crime:c]}
    court.who
      former {bank chief|mayor|police chief|bishop|customs officer|hospital director|football official|general}
    court.crime
      {fraud|bribery|perjury|arson|embezzlement|smuggling|espionage|blackmail}
    court.lead
      {A|The} {court|jury|judge} in [town:t] convicted [person:1], {a|the} [who:w], of [crime:c] [today], {ending|at the close of} a trial {of|that lasted} [#3-90] {days|weeks} {and|in which} [#11-90] witnesses{ were heard|}.
      [person:1], {the|a} [who:w] {of [#41-79] |}, was {jailed for|sentenced to} [#2-20] {years|months} {over|in a case of} [crime:c] [today] {by {a|the} court in [town:t]|in [town:t]}, {where|after} {relatives|supporters|victims} {wept|cheered|shouted} {in the gallery|at the verdict}.
      {Prosecutors|Lawyers} for [person:1], {the |a }[who:w] convicted of [crime:c], {said|announced} [today] they would {appeal|seek a new trial} {after|against} {a|the} {verdict|ruling} in [town:t].
    court.body
      {The {indictment|charge sheet} of [#40-900] pages|Prosecutors} {accused|accuses} [last:1] of {taking|hiding|moving} [money] {through|in} [#3-40] {accounts|firms|envelopes} {between|from} [year] and {the [season] of |}{last year|[his:1] arrest}.
      {Judge|Presiding judge} [person:3] {said|found} {in a ruling of [#2-9] hours |}that {the evidence|the defence|the bookkeeping} {was|had been} “[fragment]” and {ordered|refused} {bail|costs of [money]|immediate arrest}.
      {The defence|[last:1]'s lawyer, [person:4],} {called|had called} [#3-40] witnesses, {among them|including} {[#2-9] former {ministers|colleagues|partners}|a {priest|banker} from [town]}, and {argued|claims} that {the {papers|recordings} were {forged|stolen}|[his:1] client {knew|had known} nothing}.
      {Jurors|The jury of [#6-12]} {deliberated|sat} for [#3-60] {hours|days} and {asked|came back} [#2-9] times {to {hear|see} {a tape|a ledger} again|with questions about {dates|the law}}.
      {The case|It} {began|came to light} {when|after} {a {clerk|cleaner|driver} {found|kept} [#2-30] {letters|receipts}|an audit {in|of} [year] {missed|found} [money]} {in|at} {an office|a {garage|cellar|safe}} in [town].
      {Two|Three|Four|Five} {co-defendants|others|associates}, [surname], [surname] and [surname], {received|were given} {between [#2-9] and|[#2-9] to} [#10-20] {months|years}{, partly suspended|, or fines of [money]|}.
      {If|Should} {the {verdict|sentence} {stand|be upheld}|an appeal fail}, [last:1] {could|will} {lose|keep} [his:1] {pension|licence|seat|house in [town]} and {be free|leave prison} {by|in} {[season]|20{29|31|33}}.
      {Outside|On the steps of} the court {[#20-900] people|supporters and opponents} {waited|sang|scuffled}, and {officers|police} {led|took} [#2-20] {of them |}away{, two in handcuffs|, a reporter at the scene said|}.
    court.topic
      {the {case|verdict|trial|sentence|evidence|appeal|inquiry} {against [last:1]|in [town:t]|}|{the|our} {courts|judges|prosecutors} {in [town]|}|[crime:c] {in high places|}}
    court.people
      {victims|witnesses|jurors|savers|families|colleagues|small investors}
    court.tools
      {witnesses|tapes|ledgers|receipts|lawyers|files}
    court.danger
      {{a mistrial|a wrong verdict}|{threats|revenge}|{years|months} of appeals}
    court.remedy
      {{a retrial|an appeal}|{full|early} {repayment|release}|{a pardon|an apology}|{new|independent} judges}
    court.outcome
      {{a fair|a quick} {trial|hearing}|{their|the} money back {by [deadline]|}|{justice|an acquittal}|{a clear|an open} ruling}
    court.plan
      {{a|the} {bank|hospital|stadium} {sale|merger}|{secret|joint} accounts {in [town]|}|{an|the} {amnesty|audit} {of [year]|}}
    court.decided
      {approved|covered up|stopped|ordered|reported}
    """#
}
