/// What the layout of a diagram may take.
public struct LayoutLimits: Sendable, Hashable {
  /// The most seconds; nil sets no limit but that of layouts beyond the usual sizes.
  public var seconds: Double?

  /// The most bytes of memory; nil sets no limit but that of layouts beyond the usual sizes.
  public var memory: Int?

  /// Creates limits.
  ///
  /// - Parameters:
  ///   - seconds: The most seconds.
  ///   - memory: The most bytes of memory.
  public init(seconds: Double? = nil, memory: Int? = nil) {
    self.seconds = seconds
    self.memory = memory
  }

  /// The limits of a layout in a process of its own.
  var ofWorker: WorkerLimits {
    WorkerLimits(seconds: seconds ?? 120, memory: memory ?? 2 << 30)
  }
}
