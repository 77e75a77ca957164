/// Who stands below whom in a tree of one parent each, answered without climbing.
struct Descent {
  /// By node: the node without a parent above it.
  let top: [Int]
  /// By node: its place in a walk of the tree, and where the walk leaves what stands below it.
  private let enter: [Int]
  private let leave: [Int]

  /// - Parameter parents: By node; `nil` where it has none. Without circles.
  init(parents: [Int?]) {
    var children: [[Int]] = Array(repeating: [], count: parents.count)
    for (node, parent) in parents.enumerated() { if let parent { children[parent].append(node) } }
    var top = Array(parents.indices)
    var enter = [Int](repeating: 0, count: parents.count)
    var leave = enter
    var clock = 0
    for root in parents.indices where parents[root] == nil {
      var stack = [(node: root, next: 0)]
      (enter[root], top[root]) = (clock, root)
      clock += 1
      while let (node, next) = stack.last {
        guard next < children[node].count else {
          leave[node] = clock
          stack.removeLast()
          continue
        }
        stack[stack.count - 1].next += 1
        let child = children[node][next]
        (enter[child], top[child]) = (clock, root)
        clock += 1
        stack.append((child, 0))
      }
    }
    (self.top, self.enter, self.leave) = (top, enter, leave)
  }

  /// Whether `node` is `ancestor` or stands below it.
  func isBelow(_ node: Int, _ ancestor: Int) -> Bool {
    enter[ancestor] <= enter[node] && enter[node] < leave[ancestor]
  }
}
