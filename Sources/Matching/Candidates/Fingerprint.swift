// Hot loop: every word of every article passes here once. Plain integers, no allocation but the output.
import Language

/// A text as a short list of numbers, made so that texts which carry the same report have some in common, whatever
/// was done to the copy.
///
/// Three views of a text are taken, and a sample of each is kept:
///
/// - *Runs of four words*, which copying leaves alone wherever it changes nothing. Runs of short words only ("it is one
///   of") are left out: everybody writes them.
/// - *Runs of seven short words and numbers*, as they follow each other when everything else is left out. A synonym
///   machine replaces the words between them and leaves these alone. After Stamatatos (2011), "Plagiarism detection
///   using stopword n-grams"; words of three letters at most stand for a list of stop words, so that no language
///   needs one.
/// - *Runs of three words* of texts of a page or less: who rewrites one sentence for sentence by hand leaves hardly any
///   longer, and of a short text there are few. Those with two short words are left out.
///
/// Which runs are kept depends on the run's hash and the text's length alone: those below a bound, and the bound of a
/// longer text is never above that of a shorter one. So of a stretch that two texts share the longer one's choice is
/// among the shorter one's. Nothing depends on case, accents, typography or marks of no width, which folding takes away.
public enum Fingerprint {
  /// Version of the rules. Features of different versions are not comparable.
  public static let rules = 2
  /// Bits of a feature.
  public static let bits = 40

  /// Words in a run.
  static let width = 4
  /// Short words and numbers in a run of them.
  static let skeletonWidth = 7
  /// Words of a text of which runs of three are kept at all, and about how many of each.
  static let pageOfText = 550, runsOfPage = 100
  /// Words of a text of which all runs are kept: it can afford them.
  static let shortText = 200
  /// One run in so many is kept of long texts, …
  static let sparsest = 10
  /// … but for texts longer than this, of which about as many are kept as of one of this length.
  static let longText = 10_000

  /// Features of a text, sorted, each once, each below 2 to the power of `bits`: about 100 for 800 words, about 1,200 at
  /// most.
  public static func features(of words: [Token]) -> [UInt64] {
    guard words.count >= width else { return [] }
    let bound = bound(words: words.count)
    let pageBound = pageBound(words: words.count)
    return withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 4 * words.count) { room in
      let skeleton = UnsafeMutableBufferPointer(rebasing: room[..<words.count])
      let kept = UnsafeMutableBufferPointer(rebasing: room[words.count...])
      var sieve = Sieve(kept: kept, bound: bound)
      var short = 0
      words.withUnsafeBufferPointer { words in
        // Hashes of the three words before, of the two pairs that they are, and how many short words came last.
        var (last, pair, pairBefore): (UInt64, UInt64, UInt64) = (0, 0, 0)
        var shortRun = 0
        var shortOfThree: UInt8 = 0
        for (place, word) in words.enumerated() {
          let isShort = !word.traits.isDisjoint(with: .skeleton)
          let spread = spread(word.key)
          skeleton[short] = spread
          short += isShort ? 1 : 0
          shortRun = isShort ? shortRun + 1 : 0
          shortOfThree = shortOfThree << 1 & 7 | (isShort ? 1 : 0)
          let newPair = join(last, spread)
          let run = finish(join(pairBefore, newPair))
          sieve.put(run, if: place >= width - 1 && shortRun < width)
          if pageBound > 0 {
            let run = finish(join(pair ^ pageMark, spread))
            sieve.put(run, below: pageBound, if: place >= 2 && shortOfThree.nonzeroBitCount < 2)
          }
          (last, pairBefore, pair) = (spread, pair, newPair)
        }
      }
      keepRuns(of: UnsafeMutableBufferPointer(rebasing: skeleton[..<short]), &sieve)
      return sortedOnce(UnsafeMutableBufferPointer(rebasing: kept[..<sieve.count]))
    }
  }

  /// Puts aside the runs of the skeleton's words: two runs of four that share the middle one.
  @inline(__always)
  private static func keepRuns(
    of skeleton: UnsafeMutableBufferPointer<UInt64>, _ sieve: inout Sieve
  ) {
    guard skeleton.count >= skeletonWidth else { return }
    sieve.bound /= 2
    for place in 0..<(skeleton.count - 1) {
      skeleton[place] = join(skeleton[place], skeleton[place + 1])
    }
    for place in 0..<(skeleton.count - 3) {
      skeleton[place] = join(skeleton[place], skeleton[place + 2])
    }
    for place in 0...(skeleton.count - skeletonWidth) {
      sieve.put(finish(join(skeleton[place] ^ skeletonMark, skeleton[place + 3])), if: true)
    }
  }

  /// Keeps a run's hash when it is within the bound, without a branch that nobody could foretell.
  private struct Sieve {
    let kept: UnsafeMutableBufferPointer<UInt64>
    var bound: UInt64
    var count = 0

    @inline(__always)
    mutating func put(_ hash: UInt64, if isWanted: Bool) { put(hash, below: bound, if: isWanted) }

    @inline(__always)
    mutating func put(_ hash: UInt64, below bound: UInt64, if isWanted: Bool) {
      kept[count] = hash
      count += (hash <= bound ? 1 : 0) & (isWanted ? 1 : 0)
    }
  }

  /// The same for runs of three: none of what is longer than a page.
  static func pageBound(words: Int) -> UInt64 {
    if words > pageOfText { return 0 }
    return words <= runsOfPage ? .max : .max / UInt64(words) * UInt64(runsOfPage)
  }

  /// Tells runs of three from runs of four.
  private static let pageMark: UInt64 = 0xE703_7ED1_A0B4_28DB
  /// Tells runs of the skeleton from runs of all words.
  private static let skeletonMark: UInt64 = 0xA076_1D64_78BD_642F

  /// A word's key spread over 64 bits.
  @inline(__always)
  private static func spread(_ key: UInt32) -> UInt64 {
    let product = (UInt64(key) | 1 << 40) &* 0x9E37_79B9_7F4A_7C15
    return product ^ product >> 32
  }

  /// The bound at or below which a hash is kept: everything of a short text, then falling with the square of its length.
  static func bound(words: Int) -> UInt64 {
    if words <= shortText { return .max }
    let share = (shortText * shortText, words * words)
    if share.0 * sparsest > share.1 { return .max / UInt64(share.1) * UInt64(share.0) }
    return .max / UInt64(sparsest) / UInt64(max(words, longText)) * UInt64(longText)
  }

  @inline(__always)
  private static func join(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let mixed = (a ^ (b << 23 | b >> 41)) &* 0xBF58_476D_1CE4_E5B9
    return mixed ^ mixed >> 31
  }

  @inline(__always)
  private static func finish(_ hash: UInt64) -> UInt64 {
    let mixed = hash &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 32
  }

  /// The lower bits of `hashes`, in order, each once. They are spread evenly, so that their highest byte nearly sorts
  /// them.
  private static func sortedOnce(_ hashes: UnsafeMutableBufferPointer<UInt64>) -> [UInt64] {
    Array(unsafeUninitializedCapacity: hashes.count) { output, count in
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: 256) { places in
        places.initialize(repeating: 0)
        for hash in hashes { places[Int(hash >> UInt64(bits - 8) & 0xFF)] += 1 }
        var sum: Int32 = 0
        for byte in 0..<256 { (places[byte], sum) = (sum, sum + places[byte]) }
        for hash in hashes {
          let byte = Int(hash >> UInt64(bits - 8) & 0xFF)
          output.initializeElement(at: Int(places[byte]), to: hash & (1 << bits - 1))
          places[byte] += 1
        }
      }
      for place in hashes.indices {
        let hash = output[place]
        var at = count
        while at > 0, output[at - 1] > hash { at -= 1 }
        if at > 0, output[at - 1] == hash { continue }
        var moved = count
        while moved > at {
          output[moved] = output[moved - 1]
          moved -= 1
        }
        output[at] = hash
        count += 1
      }
    }
  }
}

extension Token.Traits {
  /// Words of which a skeleton is made have one of these.
  fileprivate static let skeleton: Token.Traits = [.short, .number]
}
