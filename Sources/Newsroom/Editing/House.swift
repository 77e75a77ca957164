import Foundation

/// How an outlet spells and sets what it prints.
struct House: Sendable {
  var isBritish: Bool
  var hasStraightQuotes: Bool
  /// What parts a dateline from the text, and a thought from a sentence.
  var dash: String
  var percent: String

  init(_ chance: inout Chance) {
    isBritish = chance.happens(0.5)
    hasStraightQuotes = chance.happens(0.5)
    dash = chance.pick([" — ", " - ", " – "])
    percent = chance.pick(["percent", "per cent", "%"])
  }

  /// Brings a text to the house's spelling.
  func spell(_ copy: inout Copy) -> Bool {
    var changed = false
    let table = isBritish ? Spellings.british : Spellings.american
    copy.paragraphs = copy.paragraphs.map { paragraph in
      Prose.mapWords(paragraph, quoted: nil) { word in
        guard let other = table[word] else { return nil }
        changed = true
        return other
      }
    }
    return changed
  }

  /// Brings a text to the house's typography.
  func set(_ copy: inout Copy) -> Bool {
    let before = copy.paragraphs
    copy.paragraphs = copy.paragraphs.map { paragraph in
      var text = paragraph
      if hasStraightQuotes {
        text = Self.replacing(text, [("“", "\""), ("”", "\""), ("’", "'"), ("‘", "'")])
      }
      text = Self.replacing(text, [(" — ", dash), (" – ", dash), (" per cent", " percent")])
      // A sign stands behind figures, never behind words.
      text = percent == "%" ? Self.signed(text) : Self.replacing(text, [(" percent", " " + percent)])
      return text
    }
    return copy.paragraphs != before
  }

  private static func signed(_ text: String) -> String {
    var parts = text.components(separatedBy: " percent")
    for index in parts.indices.dropLast() {
      parts[index] += parts[index].last?.isNumber == true ? "%" : " percent"
    }
    return parts.joined()
  }

  private static func replacing(_ text: String, _ swaps: [(String, String)]) -> String {
    var text = text
    for (old, new) in swaps where old != new && text.contains(old) {
      text = text.replacingOccurrences(of: old, with: new)
    }
    return text
  }
}

/// British and American spellings.
enum Spellings {
  private static let pairs: [(british: String, american: String)] = Names.words(
    """
    centre/center labour/labor harbour/harbor neighbour/neighbor neighbours/neighbors colour/color colours/colors \
    defence/defense offence/offense licence/license programme/program programmes/programs organisers/organizers \
    organised/organized organisation/organization organisations/organizations metres/meters kilometres/kilometers \
    millimetres/millimeters tonnes/tons theatre/theater catalogue/catalog dialogue/dialog travelled/traveled \
    travelling/traveling travellers/travelers cancelled/canceled modelling/modeling fuelled/fueled labelled/labeled \
    honour/honor favour/favor favourite/favorite rumours/rumors behaviour/behavior endeavour/endeavor vapour/vapor \
    analyse/analyze analysed/analyzed realise/realize realised/realized recognise/recognize recognised/recognized \
    criticise/criticize criticised/criticized apologise/apologize authorised/authorized emphasised/emphasized \
    mobilised/mobilized grey/gray tyre/tire tyres/tires plough/plow cheque/check cheques/checks manoeuvre/maneuver \
    councillor/councilor councillors/councilors councils/councils pretence/pretense storey/story storeys/stories \
    enrol/enroll fulfil/fulfill skilful/skillful litres/liters fibre/fiber towards/toward whilst/while amongst/among
    """
  ).compactMap { pair in
    let parts = pair.split(separator: "/").map(String.init)
    return parts[0] == parts[1] ? nil : (parts[0], parts[1])
  }

  static let american = Dictionary(
    pairs.map { ($0.british, $0.american) }, uniquingKeysWith: { first, _ in first })
  static let british = Dictionary(
    pairs.filter {
      !["check", "checks", "story", "stories", "tire", "tires", "while", "among", "program"].contains(
        $0.american)
    }
    .map { ($0.american, $0.british) }, uniquingKeysWith: { first, _ in first })
}
