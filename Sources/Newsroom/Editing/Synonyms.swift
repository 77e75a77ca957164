import Foundation

/// What synonym machines and sub-editors put for common words.
enum Synonyms {
  /// Words that go without being missed.
  static let needless: Set<String> = [
    "about", "some", "late", "early", "also", "nearly", "already", "still", "only", "very", "then", "again",
  ]

  /// By word, in lower case; what an editor would put comes first.
  static let table: [String: [String]] = {
    var table: [String: [String]] = [:]
    for line in rows.split(separator: "\n") {
      let parts = line.split(separator: ":")
      table[String(parts[0])] = parts[1].split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    }
    return table
  }()

  private static let rows = """
    accused:charged, blamed
    advised:told, counselled
    affected:touched, influenced
    after:following, subsequent to
    agreed:consented, concurred
    allowed:permitted, let
    announced:declared, introduced
    answer:reply, resolution
    approved:passed, permitted
    area:region, zone
    argued:contended, maintained
    around:near, round
    arrested:detained, captured
    asked:requested, inquired
    asked:requested, questioned
    backed:supported, upheld
    bad:poor, horrible
    began:started, commenced
    before:ahead of, prior to
    believe:think, accept as true
    best:finest, greatest
    better:improved, superior
    big:large, huge
    blaze:fire, inferno
    border:frontier, boundary
    bought:purchased, acquired
    bridge:crossing, span
    brought:carried, introduced
    building:structure, constructing
    built:constructed, constructed
    called:named, referred to as
    case:matter, instance
    cause:reason, motive
    centre:middle, focus
    change:shift, alternate
    charges:counts, prices
    cheap:low-cost, reasonably-priced
    check:test, take a look at
    children:youngsters, kids
    city:town, metropolis
    claimed:asserted, alleged
    close:shut, near
    closed:shut, sealed
    cold:chilly, bloodless
    collapse:fall, crumble
    committee:panel, board
    company:firm, corporation
    contract:deal, settlement
    cost:price, fee
    council:board, assembly
    country:nation, state
    course:path, direction
    court:tribunal, courtroom
    crime:offence, wrongdoing
    cut:reduced, minimize
    damage:harm, injury
    damaged:harmed, broken
    dangerous:risky, unsafe
    dead:killed, useless
    deal:agreement, settlement
    death:demise, dying
    debate:discussion, argument
    decided:resolved, determined
    delay:hold-up, postponement
    demanded:called for, required
    denied:rejected, refuted
    described:called, defined
    destroyed:ruined, demolished
    died:perished, passed away
    difficult:hard, tough
    disaster:catastrophe, calamity
    discussed:debated, mentioned
    doctors:physicians, medical practitioners
    dropped:fell, declined
    early:soon, prematurely
    earlier:before, in advance
    effort:attempt, endeavor
    election:poll, vote
    employs:has, makes use of
    end:finish, quit
    ended:finished, completed
    enough:sufficient, adequate
    entire:whole, complete
    evening:night, nighttime
    evidence:proof, testimony
    expected:due, predicted
    experts:specialists, professionals
    explained:said, defined
    failed:did not manage, flopped
    fall:drop, autumn
    families:households, relatives
    famous:noted, well-known
    fast:quick, speedy
    fear:worry, concern
    feared:dreaded, apprehended
    fell:dropped, declined
    few:handful, couple of
    fight:battle, combat
    final:last, ultimate
    find:discover, locate
    fire:blaze, hearth
    first:initial, foremost
    flood:deluge, inundation
    flooded:inundated, swamped
    followed:came after, adopted
    found:discovered, located
    free:unpaid, loose
    full:complete, total
    fund:pool, finance
    game:match, recreation
    gave:handed, supplied
    get:obtain, acquire
    given:handed, granted
    good:fine, right
    government:administration, authorities
    great:large, remarkable
    group:body, organization
    growth:rise, increase
    hard:difficult, tough
    head:chief, skull
    health:medical, fitness
    heard:listened to, perceived
    held:kept, grasped
    help:aid, assistance
    helped:aided, assisted
    high:tall, excessive
    hit:struck, smash
    home:house, residence
    homes:houses, residences
    hope:wish, desire
    hospital:clinic, medical institution
    hospitals:clinics, infirmaries
    house:home, residence
    huge:large, massive
    hurt:injured, wounded
    idea:notion, concept
    important:key, vital
    increase:rise, growth
    injured:hurt, wounded
    inquiry:investigation, enquiry
    inside:within, indoors
    job:post, task
    jobs:posts, occupations
    joined:entered, linked
    judge:magistrate, decide
    kept:held, saved
    killed:slain, murdered
    killing:leaving dead, murdering
    known:called, recognized
    large:big, massive
    last:final, closing
    later:afterwards, subsequently
    law:statute, regulation
    lawyers:attorneys, legal professionals
    leader:head, chief
    leaders:heads, chiefs
    leading:heading, main
    leave:go, depart
    left:departed, abandoned
    letter:note, missive
    level:mark, stage
    little:small, tiny
    live:dwell, stay
    local:regional, neighborhood
    long:lengthy, prolonged
    looked:seemed, appeared
    lost:forfeited, misplaced
    made:produced, created
    main:chief, primary
    many:several, numerous
    march:procession, stroll
    match:game, fit
    meet:gather, assemble
    meeting:session, gathering
    members:delegates, contributors
    men:males, guys
    met:gathered, encountered
    minister:secretary, cleric
    minutes:moments, mins
    money:cash, funds
    morning:dawn, forenoon
    moved:shifted, relocated
    named:called, titled
    near:close to, adjoining
    needed:required, wanted
    new:fresh, brand-new
    news:word, information
    night:evening, nighttime
    noted:said, referred to
    number:figure, quantity
    offered:proposed, presented
    office:bureau, workplace
    officers:agents, officials
    official:formal, legit
    officials:authorities, functionaries
    old:aged, antique
    open:unlocked, accessible
    opened:began, unlocked
    opposed:fought, antagonistic
    ordered:told, commanded
    owner:proprietor, proprietor
    paid:settled, compensated
    papers:documents, newspapers
    part:share, component
    party:side, celebration
    patients:cases, sufferers
    pay:settle, compensate
    payment:fee, charge
    peace:calm, tranquility
    people:persons, humans
    place:spot, location
    plan:scheme, proposal
    plans:schemes, proposals
    plant:works, factory
    player:man, participant
    players:men, gamers
    police:officers, law enforcement
    poor:bad, impoverished
    power:electricity, energy
    present:there, gift
    price:cost, charge
    prison:jail, penitentiary
    problem:trouble, difficulty
    profit:earnings, income
    promised:pledged, vowed
    protest:demonstration, objection
    public:open, population
    published:issued, posted
    put:placed, positioned
    questions:queries, inquiries
    quick:fast, speedy
    raised:lifted, multiplied
    reached:got to, attained
    ready:set, prepared
    reason:cause, purpose
    received:got, obtained
    refused:declined, rejected
    rejected:threw out, refused
    released:freed, launched
    remained:stayed, persisted
    report:account, document
    reported:told of, stated
    residents:people, citizens
    result:outcome, consequence
    return:comeback, go back
    right:correct, proper
    rise:climb, upward push
    river:stream, waterway
    road:street, avenue
    roads:streets, highways
    rose:climbed, expanded
    rules:laws, guidelines
    said:stated, talked about
    saw:noticed, observed
    saying:stating, announcing
    school:college, faculty
    schools:colleges, faculties
    search:hunt, seek
    season:year, period
    sent:dispatched, despatched
    serious:grave, severe
    service:agency, provider
    set:fixed, placed
    shares:stock, stocks
    showed:revealed, confirmed
    shut:closed, close
    sick:ill, unwell
    signed:inked, signed up
    silence:quiet, stillness
    small:little, tiny
    sold:marketed, bought
    soldiers:troops, squaddies
    spent:used, expended
    spoke:talked, conversed
    spread:extended, unfold
    staff:workers, personnel
    stand:rise, arise
    start:beginning, begin
    started:began, commenced
    stayed:remained, lingered
    stopped:halted, ceased
    street:road, avenue
    strike:walkout, hit
    strong:firm, robust
    study:survey, examine
    support:backing, assist
    supporters:backers, followers
    taken:brought, captured
    talks:negotiations, talks
    tests:checks, exams
    think:believe, suppose
    told:informed, instructed
    took:carried, grabbed
    town:city, township
    trade:commerce, exchange
    trial:hearing, ordeal
    tried:sought, attempted
    trouble:difficulty, hassle
    truth:facts, reality
    villages:hamlets, settlements
    visit:trip, go to
    voted:balloted, elected
    wait:stay, hold on
    wanted:sought, desired
    war:conflict, warfare
    warned:cautioned, alerted
    water:flood, liquid
    way:manner, method
    welcomed:hailed, greeted
    win:victory, triumph
    women:females, ladies
    work:labour, paintings
    workers:staff, employees
    worked:laboured, toiled
    worst:gravest, poorest
    wrote:penned, composed
    young:youthful, juvenile
    """
}
