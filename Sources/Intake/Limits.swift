/// How much one input may cost before it is refused: guards against bombs and against files that are no
/// pages.
public struct Limits: Sendable, Hashable {
  /// Largest page, or line of JSON Lines, in bytes. A longer line is refused and the reading goes on behind
  /// it.
  public var page: Int
  /// Most bytes that one compressed input may inflate to.
  public var inflated: Int
  /// Most bytes out for each compressed byte in, once an input has inflated to more than `page` bytes. Text
  /// seldom reaches 20; the format allows about 1,030.
  public var ratio: Int

  /// Sets limits of your own.
  public init(page: Int = 48 << 20, inflated: Int = 1 << 40, ratio: Int = 250) {
    self.page = page
    self.inflated = inflated
    self.ratio = ratio
  }

  /// 48 MiB a page, 1 TiB an inflated input, 250 bytes out for each byte in.
  public static let standard = Limits()
}
