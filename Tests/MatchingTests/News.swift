import Language
import Press

@testable import Matching

/// Invented news. Nothing here ever happened, and no such place is on a map.
enum News {
  static let ferry = [
    """
    The ferry Margit Olsen ran onto a sandbank outside Torvik harbour on Tuesday night with 214 passengers on board, \
    the coast guard of Norlund said. Nobody was hurt, but the ship lay fast until the morning tide lifted her off.
    """,
    """
    Tugs from three ports tried to pull the vessel free before midnight and gave up when a towing line broke. The \
    passengers spent the night in the dining rooms, where the crew handed out blankets and hot soup.
    """,
    """
    “We heard a long scraping noise and then the lights went out for a minute,” said Ilse Brandt, a teacher from \
    Lower Dray who was travelling with 31 pupils. The children slept through most of it, she added.
    """,
    """
    The harbour office had warned masters of shifting sand after the storms of last month. A new chart of the channel \
    was due in spring. The transport ministry opened an inquiry and closed the channel to large ships for two weeks.
    """,
    """
    Shares of the owner, Olsen Line, fell by four per cent in early trading. The company said that the hull was sound \
    and that sailings would begin again on Friday.
    """,
  ]

  /// The ferry report as a synonym machine leaves it: plain words replaced, names and numbers left alone.
  static let spunFerry = [
    """
    The ferry Margit Olsen ran onto a sandbar outside Torvik harbour on Tuesday evening with 214 travelers on board, \
    the coast guard of Norlund stated. Nobody was injured, but the boat lay fast until the early tide lifted her off.
    """,
    """
    Tugs from three harbors tried to drag the vessel free before midnight and surrendered when a hauling line broke. \
    The travelers spent the night in the eating rooms, where the staff handed out covers and warm soup.
    """,
    """
    “We heard a lengthy scraping sound and then the lights went out for a moment,” stated Ilse Brandt, a instructor \
    from Lower Dray who was traveling with 31 students. The kids slept through the majority of it, she included.
    """,
    """
    The harbour workplace had warned masters of moving sand after the tempests of last month. A brand-new chart of the \
    channel was due in springtime. The transport ministry opened a investigation and shut the channel to big ships for \
    two weeks.
    """,
    """
    Shares of the proprietor, Olsen Line, dropped by four per cent in early buying and selling. The business stated \
    that the hull was solid and that cruisings would start again on Friday.
    """,
  ]

  /// The same accident by a reporter who stood on the quay; the teacher's words are everybody's.
  static let ferryFromTheQuay = [
    """
    Torvik woke to an odd sight on Wednesday: a white ship of 140 metres stuck off the mole like a toy in a bath. \
    Hundreds of people came down with thermos flasks to look at the Margit Olsen.
    """,
    """
    On deck stood Ilse Brandt, who teaches at Lower Dray and had her class along. “We heard a long scraping noise and \
    then the lights went out for a minute,” she told this newspaper by telephone.
    """,
    """
    Old pilots on the quay were not surprised. The bar has wandered west since January, they say, and the buoys have not. \
    One of them, Per Haugen, had written to the capital about it, twice, without an answer.
    """,
    """
    Towards nine o'clock the water rose and she slid backwards, hooting. The crowd clapped. Then everyone went to work, \
    and the bakery on the corner sold out of buns.
    """,
  ]

  static let vote = [
    """
    Parliament in Kestrel City passed the water bill by 88 votes to 61 on Monday after a debate of eleven hours. The \
    law gives towns the right to buy back pipes and wells that were sold twenty years ago.
    """,
    """
    Finance minister Oda Lindqvist called the vote a victory for every household that opens a tap. The opposition \
    leader, Tomas Reyl, said that the treasury would pay for it for a generation.
    """,
    """
    Farmers had driven sixty tractors to the square before the building and blew their horns through the speeches. \
    They fear higher prices for irrigation in the dry months between May and September.
    """,
    """
    The bill goes to the senate, where the government has a majority of two. Lawyers of the largest water company \
    announced that they would bring the law before the constitutional court.
    """,
  ]

  static let mine = [
    """
    Rescuers brought the last of seventeen miners to the surface at Grauberg on Saturday, nine days after a gallery had \
    fallen in behind them. All were taken to the county hospital, tired and thin but without wounds.
    """,
    """
    The men had lived on the water that ran down a wall and on a box of biscuits meant for a birthday. They tapped on \
    a pipe every hour, which is how the drilling crew knew where to look.
    """,
    """
    A shaft of sixty centimetres was sunk through 310 metres of rock, twice as fast as the engineers had planned. The \
    state premier, Hanne Vogt, thanked the crews, many of whom had come from abroad.
    """,
    """
    The mine stays shut until the cause is found. Its owner had asked for leave to dig under an old working in the \
    autumn, and had been told to wait for a survey.
    """,
  ]

  static func text(_ paragraphs: [String]) -> String { paragraphs.joined(separator: "\n\n") }

  static func article(
    _ id: String, _ paragraphs: [String], published: String? = nil, series: String? = nil,
    furniture: [Furniture] = []
  ) -> Article {
    Article(
      id: id, source: "pile/\(id).html", published: published.flatMap { Moment(iso: $0) },
      text: text(paragraphs),
      furniture: furniture, series: series)
  }

  static func pair(_ a: Article, _ b: Article) -> Pair? {
    let (x, y) = (Witness(a), Witness(b))
    return PairJudge().judge(x, x.wordIndex, y, y.wordIndex)
  }
}

extension String {
  /// The words that a byte range quotes; `nil` when the range cuts a character in two.
  func slice(_ range: Range<Int>) -> String? {
    let bytes = Array(utf8)
    guard range.lowerBound >= 0, range.upperBound <= bytes.count else { return nil }
    return String(validating: bytes[range], as: UTF8.self)
  }
}
