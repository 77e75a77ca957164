extension World {
  /// What time leaves of it: some pages are lost, stamps are coarse or wrong, ids say nothing.
  mutating func finished() -> Tradition {
    lose()
    stamp()
    let order = nodes.indices.shuffled(using: &chance)
    for (place, index) in order.enumerated() {
      nodes[index].id = "t\(Self.padded(number, 5))-\(Self.padded(place + 1, 2))"
    }
    return Tradition(
      number: number, rates: rates, nodes: nodes,
      arrows: arrows.sorted {
        ($0.to, $0.part == .main ? 0 : 1, $0.from) < ($1.to, $1.part == .main ? 0 : 1, $1.from)
      })
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.count)) + text
  }

  private mutating func lose() {
    for index in nodes.indices where !nodes[index].lost {
      nodes[index].lost = nodes[index].isDispatch ? !happens(.held) : happens(.lost)
    }
    // A tradition of which nothing is held tells nothing: its last pages are found after all.
    let pages = nodes.indices.filter { !nodes[$0].isDispatch }
    if pages.count(where: { !nodes[$0].lost }) < 2 {
      for page in pages.suffix(2) { nodes[page].lost = false }
    }
  }

  private mutating func stamp() {
    // An archive that has lost its times has lost them all.
    let isUndated = rates.profile == .archive && chance.happens(rates[.undated])
    for index in nodes.indices {
      let zone = outlets[index]?.zone ?? 0
      var time = nodes[index].time
      if let given = nodes[index].published, let old = Int(given.split(separator: " ").last ?? "") {
        nodes[index].modified = Calendar.stamp(time, zone: zone)
        time = old
      }
      nodes[index].published = nil
      if isUndated || happens(.undated) {
        nodes[index].modified = nil
        continue
      }
      if happens(.modifiedOnly) {
        nodes[index].modified = Calendar.stamp(nodes[index].time + delay(median: 3 * 3_600), zone: zone)
        continue
      }
      if happens(.wrongDay) { time += chance.happens(0.8) ? -86_400 : 86_400 }
      if happens(.wrongHour) {
        // The outlet's clock is taken for Greenwich's.
        nodes[index].published = Calendar.stamp(time, zone: zone, stated: false) + "Z"
      } else if happens(.dayOnly) {
        nodes[index].published = Calendar(instant: time + zone * 3_600).iso
      } else {
        let isExact = chance.happens(0.6)
        nodes[index].published = Calendar.stamp(
          time, zone: zone, seconds: isExact, stated: !chance.happens(0.05))
      }
    }
  }
}
