import Foundation

/// Words and phrases that reporters use for one another: wherever a rule has the first of a row, another may stand, so
/// that two reports made by the same rules have few runs of words in common.
enum Lexicon {
  /// A phrase, and all that may stand for it, itself among them.
  struct Row: Sendable {
    let phrase: [String]
    let choices: [String]
  }

  /// By first word: the rows whose first phrase begins with it, with all phrases of the row; long ones first.
  static let rows: [String: [Row]] = {
    var rows: [String: [Row]] = [:]
    for line in text.split(separator: "\n") {
      let choices = line.split(separator: "/").map { $0.trimmingCharacters(in: .whitespaces) }
      let words = choices[0].split(separator: " ").map(String.init)
      rows[words[0], default: []].append(Row(phrase: words, choices: choices))
    }
    return rows.mapValues { $0.sorted { $0.phrase.count > $1.phrase.count } }
  }()

  private static let text = """
    told a news conference / told a press conference / said before the press / told the assembled press
    adding that / saying also that / and added that / adding
    not one of them / none of them / hardly one of them / scarcely any of them
    the end of / the close of / the last days of
    do not tell me / do not talk to me / spare me the talk / let nobody speak
    with a third of / with only a third of / with a mere third of / on a third of
    the best that could be had / the best to be had / as good as it gets / the best on offer
    and there will be none / and there is none coming / and none is in sight / nor will there be one
    which is said to be enough / reportedly enough / thought to be enough / which should be enough
    later in the day / some hours later / in the afternoon / towards evening
    before anyone else did / before all the others / earlier than most / ahead of everybody
    wrote on social media / posted online / wrote in a post / put online
    in front of / before / facing
    had been signed by / bore the names of / carried the signatures of / was signed by
    we will ask for / we are going to ask for / we shall demand / we want
    once known for its / known of old for its / which lived on its / famous in its time for its
    most of them / the bulk of them / nearly all / the majority
    the work of / a task for / the business of
    warned of / gave warning of / spoke of / saw a risk of
    in a letter to / in a note to / in an email to / writing to
    held out the prospect of / held out hopes of / raised the prospect of / spoke of
    could not be reached / did not answer calls / sent no reply / did not respond
    announced that it would / made known that it would / said it was going to / let it be known that it would
    declined to comment / would not comment / had no comment / gave no comment
    according to / as stated by / in the words of
    nobody could say / no one was able to say / nobody was in a position to say
    a matter of weeks / a question of weeks / some weeks away / weeks off
    were spending the night / had to sleep / were put up / slept
    spent the night / slept / stayed overnight / found beds
    held for questioning / taken in / detained
    searched / combed / went through
    were killed / lost their lives / died / perished
    hospitals / clinics / wards
    doctors / physicians / medics
    officials / the authorities / local officials / officeholders
    officers / police officers / constables
    residents / inhabitants / locals
    people / people / men and women
    workers / employees / staff
    houses / dwellings / homes
    streets / lanes / roads
    villages / hamlets / settlements
    broke out / started / took hold / began
    began / started / set in
    an inquiry / an investigation / a probe
    questioned / interviewed / heard
    arrested / detained / picked up
    prosecutors / state attorneys / the prosecution
    evidence / proof / findings
    announced / declared / made known
    demanded / called for / pressed for
    promised / pledged / vowed
    rejected / turned down / threw out
    denied / disputed / contested
    decided / resolved / determined
    welcomed / hailed / applauded
    argued / maintained / contended
    warned / cautioned / gave warning
    described / portrayed / depicted
    fell / dropped / sank / slipped
    rose / climbed / grew / mounted
    jumped / leapt / soared / shot up
    nearly / almost / close to / just under
    at least / no fewer than / not less than / at a minimum
    more than / over / upwards of / in excess of
    among them / including / with / counting
    outside / in front of / near / before
    a spokesman for / a man speaking for / an official of / a representative of
    a spokeswoman for / a woman speaking for / an officer of / a representative of
    the regional government / the provincial government / the district administration / the prefecture
    the governor's office / the provincial office / aides to the governor
    the fire service / the fire brigade / the fire department / firefighters
    the authorities / those in charge / local leaders / public bodies
    the police / local police / the constabulary
    the ministry / the department / the ministry's staff
    the company / the firm / the group
    the operator / the operating company / those who run it
    the government / the cabinet / those in power
    workers' / employees'
    for months / month after month / many a month
    half a lifetime / half of my life / the better part of my life
    all my life / since I was a child / as long as I can think
    a scandal / a shame / an outrage
    a disgrace / a shame / a shambles
    nobody / no one / not a soul
    everybody / everyone / all
    the council / the town council / councillors / the municipality
    in the courts / before the courts / before judges / in litigation
    on the table / under discussion / in the air / in the files
    lies / is found / is situated / is to be found
    stands / rises / is built
    a survey / an inquiry / a count
    a study / a paper / an analysis
    last year / the year before / in the past year
    had been / had been / had at one time been
    was measured / was read / was recorded
    usual / normal / customary
    repairs / mending / repair work
    blankets / bedding / covers
    ran short / ran out / grew scarce
    handed out / distributed / given out
    lifted / hoisted / raised
    brought / carried / ferried
    forecasters / meteorologists / weather experts
    farmers / growers / landowners
    critical / life-threatening / precarious
    broken bones / fractures / broken limbs
    in danger of their lives / between life and death / fighting for life / in mortal danger
    could be seen / was visible / was to be seen / showed
    as far as / all the way to / even in
    were told / were advised / received orders / were asked
    put the damage at / estimated its losses at / spoke of losses of / valued the damage at
    was cooperating / was giving every help / was answering all questions / was working with investigators
    would pay / was ready to pay / would meet / would bear
    documents / files / records
    in a store room / in a storage room / in a stock room / in a back room
    the owner / the proprietor / the landlord
    smoke / fumes / black smoke
    debate / argument / discussion
    the lower house / the chamber / the house of deputies
    lawmakers / deputies / members of parliament
    by a margin of / with a majority of / by
    present / in the room / at the table / who attended
    briefed on it / familiar with it / close to the talks / who saw the notes
    the constitution / the basic law / constitutional law
    support / approval / sympathy
    days / days / full days
    the draft / the text / the proposal
    talks / negotiations / discussions
    ministers / ministers / office-holders
    a ceasefire / a truce / an armistice
    the dispute / the quarrel / the conflict
    soldiers / troops / men
    prisoners / captives / detainees
    experts / specialists / advisers
    outcome / result / end
    trial / trial / court case
    witnesses / witnesses / people
    sentence / term / penalty
    verdict / ruling / decision
    relatives / kin / family members
    lawyers / counsel / attorneys
    forged / faked / falsified
    came to light / became known / surfaced / was discovered
    profit / earnings / income
    sales / turnover / revenue
    analysts / market watchers / brokers
    plant / factory / works
    jobs / posts / positions
    strike / stoppage / walkout
    put off / postponed / delayed
    cancelled / called off / scrapped
    cases / cases / infections
    patients / patients / the sick
    tests / checks / trials
    samples / specimens / probes
    vaccinated / inoculated / immunised
    match / game / fixture
    minutes / minutes / minutes of play
    supporters / fans / followers
    season / season / campaign
    the referee / the official / the man in the middle
    stadium / arena / ground
    money / funds / cash
    answer / reply / response
    plans / schemes / projects
    rules / regulations / provisions
    queue / line
    silence / hush / quiet
    letter / note / message
    hours / hours / long hours
    sent / dispatched / despatched
    arrived / came / turned up
    accompanied by / together with / in the company of
    was blocked / was impassable / was cut
    trains / trains / rail services
    """
}
