/// How a network becomes a diagram.
public struct DiagramOptions: Sendable {
  /// The language of names and legend.
  public var language: DiagramLanguage
  /// The period shown, nil for all time; ties that ended before it are drawn as ended.
  public var period: Period?
  /// One score a node, by which nodes are sized; nil for equal sizes.
  public var sizes: [Double]?
  /// What the size stands for, for the legend.
  public var sizeMeaning: String

  /// Creates options.
  ///
  /// - Parameters:
  ///   - language: The language of names and legend.
  ///   - period: The period shown, nil for all time.
  ///   - sizes: One score a node, by which nodes are sized.
  ///   - sizeMeaning: What the size stands for.
  public init(
    language: DiagramLanguage = .english, period: Period? = nil, sizes: [Double]? = nil,
    sizeMeaning: String = ""
  ) {
    self.language = language
    self.period = period
    self.sizes = sizes
    self.sizeMeaning = sizeMeaning
  }
}
