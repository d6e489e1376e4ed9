/// Bounds on what a file may ask for, against hostile or damaged ones.
///
/// What a file holds is bounded by its size; these bound what it could blow up to.
public struct ReadingLimits: Sendable, Equatable {
  /// The most bytes that may come of a packed or piped file, or of one in another encoding.
  public var bytes = 4 << 30
  /// The most nodes that a file may announce beyond those that it names: few enough that every command
  /// takes less than 300 MB for them.
  public var nodes = 4_000_000
  /// The most ties that a file may ask for in few words, as `{a b c} -> {d e f}` does in DOT.
  public var ties = 1_000_000
  /// The most cells that attributes may come to, empty ones included, unless a quarter is filled.
  public var cells = 20_000_000
  /// How deep elements, lists and objects may lie within one another.
  public var depth = 256

  /// The usual limits.
  public init() {}
}
