extension Rules {
  /// Floods and fires.
  static let disaster = #"""
    flood.headline
      {River [surname:r] {bursts|breaches|spills over} {its |}banks, [#40-9000:moved] {flee|leave homes}|[#40-9000:moved] {flee|evacuated} as {flood|river|water} {hits|reaches|rises in} [town:t]|{Flood|Floods} {leave [#2-60:dead] dead|kill [#2-60:dead]} {in|near} [town:t]}
    flood.lead
      {At least |}[#2-60:dead] people {died|were killed|lost their lives} {and [#40-9000:moved] were {moved to safety|driven from their homes}|} {when|after} the {River |}[surname:r] {burst its banks|broke through a {dyke|dam|wall}} {at|near|in} [town:t] {late |early |}{[today]|[yesterday]}, {officials|the authorities|rescue services} said.
      {Rescuers|Soldiers|Volunteers} {searched|were searching} {flooded|ruined|drowned} {streets|villages|cellars} {around|in} [town:t] [today] after {the [surname:r] {rose|swelled}|a wall of water} {left|killed} {at least |}[#2-60:dead] {people dead|people}{, with [#3-90:missing] {missing|unaccounted for}|}.
      {Water|Mud|Flood water} {poured|swept} {through|into} [town:t] {before dawn|overnight|[today]}, {killing|drowning} {at least |}[#2-60:dead] people and {forcing|driving} [#40-9000:moved] {others |}{from their homes|to flee}, {the regional government|fire chiefs|the governor's office} said.
    flood.body
      The {river|[surname:r]} {stood|was measured} at [#4-11] metres {[today]|by {noon|dawn}}, {[#2-9] {times|metres above} its usual {depth|level}|the {highest|worst} since [year]}, and {was {still rising|expected to {fall|crest} [tomorrow]}|had {covered|cut} [#3-40] {roads|bridges}}.
      {Helicopters|Boats|Army lorries} {lifted|brought|took} [#12-900] [people] {off|from} {roofs|upper floors|a {school|factory} roof} {in|near} [town], {among them|including} [#2-40] {children|patients|prisoners}, the {army|coastguard|fire service} said.
      {Power|Drinking water|Gas} {was cut off|failed} in {[#2-30] {districts|villages}|[#900-60000] {homes|households}}, and [group] {warned|said} that {repairs|a full supply} {would|could} {take|need} [#2-20] {days|weeks}.
      {Some|About|As many as} [#40-9000:moved] {people|residents} {spent|were spending} the night in [#2-40] {schools|churches|sports halls|tents}, {where|and} {blankets|soup|medicine} {ran short|were handed out|came from [town]}.
      {Forecasters|The weather service} {expected|predicted|measured} {another |}[#30-290] millimetres of rain {by [deadline]|within [#6-60] hours|[tomorrow]}, {which|and that} {would|could} {lift|push} the [surname:r] {past|over} {the dykes at [town]|the mark of [year]}.
      {Farmers|Growers} {reported|counted|feared} {the loss of |}[#200-90000] {hectares|acres} of {wheat|maize|orchards|pasture} and [#40-9000] {cattle|sheep|pigs}, {worth [money]|a year's income for [#20-900] farms}.
      {Police|The police} {arrested|held|questioned} [#2-20] {men|people} {for {looting|entering} {shops|empty houses} in [town]|who had {opened|damaged} a {sluice|gate}}, {a spokesman|officers} said.
      {Doctors|Hospitals} {treated|were treating} [#11-300] {people|patients} for {cold|broken bones|infections|shock}, {and|while} [#2-30] {were|remained} in {a serious|critical} condition{ in [town]|}.
    flood.topic
      {the {flood|river|broken dyke|dam|drainage|warning system|evacuation} {at [town:t]|}|the {sirens|pumps|reservoir} {of [town]|}|the [surname:r]}
    flood.people
      {families|old people|residents|farmers|neighbours|children|the homeless|evacuees}
    flood.tools
      {pumps|boats|sandbags|lorries|radios|generators|blankets}
    flood.danger
      {{another|a second} {wave|breach}|disease|landslides|{higher|rising} water|hunger in [town]}
    flood.remedy
      {{an inquiry|an independent inquiry} into {the dyke|the warnings}|higher {dykes|walls}|{quick|direct} payments to [people]|the {resignation|return} of the {water board|prefect}}
    flood.outcome
      {{dry streets|a safe dyke|a way home} {by [deadline]|}|help {from the capital|for [people]}|{full|honest} {compensation|answers}|a {new|higher} wall}
    flood.plan
      {a {new|higher} {dyke|dam|wall} {at|above} [town]|{building|houses} on the {meadows|flood plain}|a {basin|canal} {worth|for} [money]}
    flood.decided
      {approved|rejected|put off|paid for|promised}
    fire.headline
      {{Fire|Blaze} {at|in} [town:t] [place:p] kills [#2-60:dead]|[#2-60:dead] die in [town:t] [place:p] {fire|blaze}|{Deadly fire|Fire} {guts|destroys|rips through} [place:p] in [town:t]}
    fire.place
      {textile factory|hotel|nursing home|market hall|apartment block|warehouse|paper mill|hostel|ferry terminal}
    fire.lead
      {A fire|A blaze|Fire} {tore|ripped|swept} through {a|the} [place:p] in [town:t] {early |late |}[today], killing {at least |}[#2-60:dead] people{ and {injuring|hurting} [#11-300:hurt]|}, {the fire service|police|officials} said.
      {At least |}[#2-60:dead] people {died|were killed} {and [#11-300:hurt] were {hurt|taken to hospital} |}{when|after} {flames|fire} {broke out|spread} {in|through} a [place:p] {in|on the edge of} [town:t] [today].
      {Investigators|Firefighters|Police} [today] {searched|combed|sifted} {the ruins|what was left|the shell} of a [place:p] in [town:t] where {a fire|a blaze} {killed|claimed the lives of} {at least |}[#2-60:dead] people.
    fire.body
      The {blaze|fire|alarm} {began|was reported|started} {shortly |}{before|after} {dawn|midnight|noon|[#2-11] a.m.} {on the {second|third|ground} floor|in a {store room|kitchen|lift shaft}|near {a gas tank|stacks of {paper|cloth}}}, {and|which} {took|needed} [#20-300] firefighters [#3-30] hours to {put out|bring under control}.
      {Witnesses|Neighbours|Survivors} {told of|described|spoke of} {people|workers|guests} {jumping|hanging} from {windows|balconies} and {doors|gates|exits} that were {locked|blocked|chained}{, an account [group] {disputed|confirmed}|}.
      {Inspectors|Officials} had {visited|passed|warned} the {building|[place:p]} [#2-20] {weeks|months} {before|earlier} and {noted|listed} [#3-40] {faults|breaches}, {papers|documents} {seen by {this agency|reporters}|published [today]} {show|showed}.
      {The owner|Its owner}, [surname:o] {Holdings|& Sons|Industries}, {said|stated} it {was cooperating|would pay {the burials|wages} {for [#2-11] months|}|had {met|kept} {all rules|every standard}} and {named|put} {no cause|the damage at [money]}.
      [#11-300:hurt] {people|victims} were {in|treated at} [#2-9] hospitals, {[#2-20] of them|among them [#2-9] {children|firefighters}} {with {burns|smoke poisoning}|in {danger of their lives|intensive care}}, {doctors|the health office} said.
      {Prosecutors|The public prosecutor} {opened|began} {an inquiry|a case} {into|for} {negligent {killing|homicide}|arson|breaches of {building|safety} law} and {had|ordered} [#2-9] {managers|people|inspectors} {held|questioned|to hand in their passports}.
      {The {building|[place:p]}|It} {was {built|finished} in [year]|had {room|places} for [#40-900] {people|workers}} and {had|lacked} {no|any} {sprinklers|second stairway|alarm that worked}, {former|two former} {workers|tenants|managers} said.
      {Smoke|A column of smoke|Ash} {could be seen|drifted|hung} {as far as [town]|over [#3-40] {streets|villages}|for [#2-30] hours}, and {people|residents} were {told|advised} to {shut their|close all|keep away from} windows.
    fire.topic
      {the {fire|blaze|exits|inspections|alarm|permits} {at [town:t]|in [town:t]|}|the {owners|rules|fire code} {of the [place:p]|}|fire {safety|prevention} in [town]}
    fire.people
      {workers|families|tenants|guests|widows|survivors|apprentices|night-shift staff}
    fire.tools
      {ladders|engines|hoses|masks|keys|extinguishers|blueprints}
    fire.danger
      {{another|the next} {fire|tragedy}|collapse|poisonous smoke|{a cover-up|false hopes}}
    fire.remedy
      {{new|surprise} {inspections|rules}|{a public|an independent} inquiry|the arrest of {the owners|those responsible}|sprinklers in every [place:p]}
    fire.outcome
      {the {truth|names} {by [deadline]|}|{charges|justice} for [people]|{safer|new} {buildings|workshops}|compensation {of [money]|}}
    fire.plan
      {a {looser|stricter|new} fire code|{fewer|more} inspectors {in [town]|}|the {sale|conversion} of the [place:p]}
    fire.decided
      {approved|rejected|waved through|shelved|passed}
    """#
}
