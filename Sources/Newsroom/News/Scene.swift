/// What is known of an event: names, places and figures that all reports of it have in common.
struct Scene: Sendable {
  let beat: String
  /// The day of the event.
  let day: Calendar
  private(set) var kept: [String: String] = [:]
  private var women: Set<String> = []
  /// Who speaks in the sentence that is being written; the key `s` stands for this number.
  var voice = 1
  private var introducedVoices: Set<Int> = []
  /// Alternatives of rules that have been used, so that none comes twice while there are others.
  private var used: [String: [Int]] = [:]

  init(beat: String, day: Calendar) {
    self.beat = beat
    self.day = day
  }

  /// Makes a text of pieces.
  mutating func write(_ pieces: [Grammar.Piece], _ grammar: Grammar, _ chance: inout Chance) -> String {
    var text = ""
    for piece in pieces {
      switch piece {
      case .text(let words): text += words
      case .choice(let choices): text += write(chance.pick(choices), grammar, &chance)
      case .number(let range, let key):
        text += keep("#" + key, isKept: !key.isEmpty) { _ in
          Self.figure(chance.number(in: range))
        }
      case .rule(let name, let key, let capital):
        let words = expand(name, key, grammar, &chance)
        text += capital ? words.prefix(1).uppercased() + words.dropFirst() : words
      }
    }
    return text
  }

  private mutating func expand(
    _ name: String, _ key: String, _ grammar: Grammar, _ chance: inout Chance
  ) -> String {
    switch name {
    case "person": return person(key, &chance)
    case "last": return String(person(key, &chance).split(separator: " ").last ?? "")
    case "he":
      _ = person(key, &chance)
      return isWoman(key) ? "she" : "he"
    case "his":
      _ = person(key, &chance)
      return isWoman(key) ? "her" : "his"
    case "himself":
      _ = person(key, &chance)
      return isWoman(key) ? "herself" : "himself"
    case "speaker": return introduced(grammar, &chance)
    case "town": return keep("town" + key, isKept: !key.isEmpty) { _ in Names.town(&chance) }
    case "surname": return keep("surname" + key, isKept: !key.isEmpty) { _ in Names.surname(&chance) }
    case "today": return "on " + day.weekday
    case "yesterday": return "on " + day.adding(days: -1).weekday
    case "tomorrow": return "on " + day.adding(days: 1).weekday
    case "date": return day.adding(days: chance.number(in: 3...60)).monthAndDay
    case "year": return String(day.year - chance.number(in: 2...40))
    default: break
    }
    let alternatives = grammar.alternatives(name, beat: beat)
    guard !alternatives.isEmpty else { return "" }
    if name == "said" { return draw(name, grammar, &chance) }
    return keep(name + ":" + key, isKept: !key.isEmpty) { scene in
      scene.write(chance.pick(alternatives), grammar, &chance)
    }
  }

  /// A text by a rule of which no alternative comes again before all others came.
  mutating func draw(_ rule: String, _ grammar: Grammar, _ chance: inout Chance) -> String {
    let alternatives = grammar.alternatives(rule, beat: beat)
    guard !alternatives.isEmpty else { return "" }
    var left = alternatives.indices.filter { used[rule]?.contains($0) != true }
    if left.isEmpty {
      used[rule] = []
      left = Array(alternatives.indices)
    }
    let index = chance.pick(left)
    used[rule, default: []].append(index)
    return write(alternatives[index], grammar, &chance)
  }

  /// Whoever speaks, with all that a first mention has, later by the last name alone.
  private mutating func introduced(_ grammar: Grammar, _ chance: inout Chance) -> String {
    guard introducedVoices.insert(voice).inserted else { return expand("last", "s", grammar, &chance) }
    let intros = grammar.alternatives("intro", beat: beat)
    return intros.isEmpty ? "" : write(chance.pick(intros), grammar, &chance)
  }

  /// Another reporter at the same event: everybody is introduced anew.
  mutating func forgetSpeakers(firstVoice: Int) {
    introducedVoices = []
    voice = firstVoice
  }

  private func isWoman(_ key: String) -> Bool { women.contains(resolved(key)) }

  private func resolved(_ key: String) -> String { key == "s" ? "voice\(voice)" : key }

  private mutating func keep(_ key: String, isKept: Bool, _ make: (inout Scene) -> String) -> String {
    if isKept, let known = kept[key] { return known }
    let made = make(&self)
    if isKept { kept[key] = made }
    return made
  }

  private mutating func person(_ given: String, _ chance: inout Chance) -> String {
    let key = resolved(given)
    if !key.isEmpty, let known = kept["person" + key] { return known }
    let isWoman = chance.happens(0.45)
    let name = Names.first(woman: isWoman, &chance) + " " + Names.surname(&chance)
    if !key.isEmpty {
      kept["person" + key] = name
      if isWoman { women.insert(key) }
    }
    return name
  }

  /// As papers set it: words to nine, commas from a thousand on.
  static func figure(_ number: Int) -> String {
    let words = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
    if number < 10 { return words[number] }
    let rounded = number < 1_000 ? number : number < 20_000 ? number / 50 * 50 : number / 1_000 * 1_000
    let digits = String(rounded)
    guard digits.count > 3 else { return digits }
    return digits.dropLast(3) + "," + digits.suffix(3)
  }
}
