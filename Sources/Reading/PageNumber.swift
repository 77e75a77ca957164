/// Which page of how many: "Page 2 of 3", an address that differs from its neighbour's by a number.
enum PageNumber {
  /// A page's number, from 1, and how many there are where that is said.
  struct Found: Equatable {
    var number: Int
    var total: Int?
  }

  /// Pages above which a number is no page's of an article.
  private static let most = 200

  /// What a line says: "Page 2 of 3", "Seite 2 von 3", "2ª página de 3".
  static func read(_ line: Line) -> Found? {
    let tokens = line.tokens.filter { !$0.isMark || $0.isMark("/") }
    guard (3...6).contains(tokens.count), line.wordCount <= 5 else { return nil }
    guard let word = tokens.firstIndex(where: { pages.contains($0.hash) }) else { return nil }
    let numbers = tokens[(word + 1)...].filter { $0.kind == .number }.compactMap {
      Int(line.string($0.range))
    }
    guard numbers.count == 2, tokens.count - word == 4 else { return nil }
    return found(numbers[0], of: numbers[1])
  }

  private static func found(_ number: Int, of total: Int?) -> Found? {
    guard number >= 1, number <= most, total.map({ $0 >= max(2, number) && $0 <= most }) ?? true else {
      return nil
    }
    return Found(number: number, total: total)
  }

  /// What the addresses say: the page's own is a neighbour's but for the number.
  static func read(address: String?, next: String?, previous: String?) -> Found? {
    guard let address else { return nil }
    let (base, number) = split(address)
    if let previous {
      let (other, before) = split(previous)
      if let number, number >= 2, isSame(base, other), before ?? 1 == number - 1 {
        return found(number, of: nil)
      }
    }
    if let next {
      let (other, after) = split(next)
      if let after, isSame(base, other), after == (number ?? 1) + 1 { return found(number ?? 1, of: nil) }
    }
    return nil
  }

  /// Whether two addresses are one; either may be given without its host.
  private static func isSame(_ one: String, _ other: String) -> Bool {
    !one.isEmpty && !other.isEmpty && (one.hasSuffix(other) || other.hasSuffix(one))
  }

  /// An address without its page's number, and the number: "…/flood?page=2", "…/flood/2", "…/flood/page/2".
  private static func split(_ address: String) -> (base: String, number: Int?) {
    var text = Substring(address)
    if let hash = text.firstIndex(of: "#") { text = text[..<hash] }
    if let mark = text.firstIndex(of: "?") {
      for part in text[text.index(after: mark)...].split(separator: "&") {
        let pair = part.split(separator: "=", maxSplits: 1)
        if pair.count == 2, parameters.contains(pair[0].lowercased()), let number = Int(pair[1]) {
          // A larger number is a text's own, and part of its address.
          return (1...most).contains(number) ? (trimmed(text[..<mark]), number) : (String(text), nil)
        }
      }
      return (trimmed(text[..<mark]), nil)
    }
    let path = trimmed(text)
    guard let slash = path.lastIndex(of: "/"), let number = Int(path[path.index(after: slash)...]),
      (1...most).contains(number)
    else { return (path, nil) }
    var base = path[..<slash]
    if base.lowercased().hasSuffix("/page") { base = base.dropLast(5) }
    return (String(base), number)
  }

  private static func trimmed(_ text: Substring) -> String {
    String(text.hasSuffix("/") ? text.dropLast() : text)
  }

  private static let parameters: Set<String> = ["page", "p", "pg", "pagina", "seite", "sida", "pag"]

  private static let pages = Set(
    "page pagina página seite side sida strona strana sivu sayfa страница сторінка stranica oldal halaman trang"
      .split(
        separator: " "
      ).map { Folding.hash($0) })
}
