/// The arborescence of greatest score: to every node but the root one arrow, from the root to all a path.
///
/// Chu and Liu 1965, "On the shortest arborescence of a directed graph"; Edmonds 1967, "Optimum branchings"; with the
/// heaps of Tarjan 1977, "Finding optimum branchings": O(arcs · log arcs), no recursion. Of arcs that score the same the
/// one from the lower number is taken, so that the order in which they are given is nothing.
struct Arborescence {
  /// A possible arrow.
  struct Arc {
    let from: Int
    let to: Int
    let score: Double
  }

  /// By node, the number of the arc that leads to it; `nil` for the root, and for what no arc leads to from outside.
  let arcs: [Int?]

  private static let none = -1

  /// Finds it among `arcs` over the nodes `0..<nodeCount`.
  init(nodeCount: Int, root: Int, arcs given: [Arc]) {
    var search = Search(nodeCount: nodeCount, root: root, arcs: given)
    arcs = search.run()
  }

  /// Meldable heaps of arcs, one for each node or circle, and the forest of circles made so far.
  private struct Search {
    let arcs: [Arc]
    let root: Int
    let nodeCount: Int
    // A skew heap: one heap node an arc.
    var left: [Int32]
    var right: [Int32]
    /// What is still to be taken off the scores of all that lie below.
    var owed: [Double]
    var score: [Double]
    var heap: [Int32]
    /// Which circle a node or circle is part of.
    var circle: [Int]
    /// The arc by which a node or circle was entered.
    var entered: [Int]
    var find: [Int]

    init(nodeCount: Int, root: Int, arcs: [Arc]) {
      self.arcs = arcs
      self.root = root
      self.nodeCount = nodeCount
      left = Array(repeating: -1, count: arcs.count)
      right = left
      owed = Array(repeating: 0, count: arcs.count)
      score = arcs.map(\.score)
      heap = Array(repeating: -1, count: 2 * nodeCount)
      circle = Array(repeating: none, count: 2 * nodeCount)
      entered = circle
      find = Array(0..<2 * nodeCount)
      for (number, arc) in arcs.enumerated() where arc.to != root && arc.from != arc.to {
        heap[arc.to] = meld(heap[arc.to], Int32(number))
      }
    }

    /// Whether arc `a` is to be taken before `b`.
    func comes(_ a: Int32, before b: Int32) -> Bool {
      let (x, y) = (score[Int(a)], score[Int(b)])
      if x != y { return x > y }
      let (p, q) = (arcs[Int(a)], arcs[Int(b)])
      return (p.from, p.to) < (q.from, q.to)
    }

    mutating func settle(_ node: Int32) {
      let n = Int(node)
      guard owed[n] != 0 else { return }
      score[n] += owed[n]
      if left[n] >= 0 { owed[Int(left[n])] += owed[n] }
      if right[n] >= 0 { owed[Int(right[n])] += owed[n] }
      owed[n] = 0
    }

    /// Two heaps as one: their right spines merged, and on the way back each node's children exchanged.
    mutating func meld(_ first: Int32, _ second: Int32) -> Int32 {
      var (a, b) = (first, second)
      var spine: [Int32] = []
      while a >= 0 && b >= 0 {
        settle(a)
        settle(b)
        if comes(b, before: a) { swap(&a, &b) }
        spine.append(a)
        a = right[Int(a)]
      }
      var rest = a >= 0 ? a : b
      for node in spine.reversed() {
        right[Int(node)] = left[Int(node)]
        left[Int(node)] = rest
        rest = node
      }
      return rest
    }

    mutating func pop(_ node: Int) -> Int32 {
      let top = heap[node]
      settle(top)
      heap[node] = meld(left[Int(top)], right[Int(top)])
      return top
    }

    mutating func representative(_ node: Int) -> Int {
      var at = node
      while find[at] != at {
        find[at] = find[find[at]]
        at = find[at]
      }
      return at
    }

    mutating func run() -> [Int?] {
      var next = nodeCount
      var state = [UInt8](repeating: 0, count: 2 * nodeCount)  // 1: on the path, 2: done
      state[root] = 2
      for start in 0..<nodeCount where state[representative(start)] == 0 {
        var path: [Int] = []
        var at = representative(start)
        while true {
          state[at] = 1
          // The best arc from outside.
          var arc: Int32 = -1
          while heap[at] >= 0 {
            let top = pop(at)
            if representative(arcs[Int(top)].from) != at {
              arc = top
              break
            }
          }
          guard arc >= 0 else { break }
          entered[at] = Int(arc)
          path.append(at)
          // What enters instead must make good what this one brings.
          if heap[at] >= 0 { owed[Int(heap[at])] -= score[Int(arc)] }
          let from = representative(arcs[Int(arc)].from)
          if state[from] == 2 { break }
          if state[from] == 0 {
            at = from
            continue
          }
          // A circle: from here on one node.
          let made = next
          next += 1
          while let last = path.popLast() {
            heap[made] = meld(heap[made], heap[last])
            find[last] = made
            circle[last] = made
            if last == from { break }
          }
          at = made
        }
        for node in path { state[node] = 2 }
        state[at] = 2
      }
      return unfold(next)
    }

    /// Opens the circles again, the last made first: each keeps all its arrows but the one that what enters it replaces.
    func unfold(_ count: Int) -> [Int?] {
      var chosen = entered
      for made in stride(from: count - 1, through: nodeCount, by: -1) {
        let arc = chosen[made]
        guard arc != none else {
          // Nothing leads to this circle: it is opened where its first node stands.
          if let first = circle.firstIndex(of: made) { chosen[first] = none }
          continue
        }
        // The member of the circle by which it is entered.
        var at = arcs[arc].to
        while circle[at] != made {
          guard circle[at] != none else { break }
          at = circle[at]
        }
        chosen[at] = arc
      }
      return (0..<nodeCount).map { node in
        node == root || chosen[node] == none ? nil : chosen[node]
      }
    }
  }
}
