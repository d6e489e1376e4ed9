/// What a network is about: the content of `network.yaml`.
public struct NetworkDescription: Sendable, Equatable {
  /// The title, or nil.
  public var title: String?
  /// The title in Japanese, or nil.
  public var titleJa: String?
  /// Where the data comes from, or nil.
  public var source: String?
  /// The same in Japanese, or nil.
  public var sourceJa: String?
  /// What is made up, in a sentence; nil where the data is real.
  ///
  /// Every output made of a synthetic network repeats it.
  public var synthetic: String?
  /// The same sentence in Japanese, or nil.
  public var syntheticJa: String?
  /// When observation began, or nil.
  public var observedFrom: PartialDate?
  /// When observation ended, or nil.
  public var observedTo: PartialDate?

  /// Creates a description.
  ///
  /// - Parameters:
  ///   - title: The title.
  ///   - titleJa: The title in Japanese.
  ///   - source: Where the data comes from.
  ///   - sourceJa: The same in Japanese.
  ///   - synthetic: What is made up, in a sentence.
  ///   - syntheticJa: The same in Japanese.
  ///   - observedFrom: When observation began.
  ///   - observedTo: When observation ended.
  public init(
    title: String? = nil, titleJa: String? = nil, source: String? = nil, sourceJa: String? = nil,
    synthetic: String? = nil, syntheticJa: String? = nil,
    observedFrom: PartialDate? = nil, observedTo: PartialDate? = nil
  ) {
    self.title = title
    self.titleJa = titleJa
    self.source = source
    self.sourceJa = sourceJa
    self.synthetic = synthetic
    self.syntheticJa = syntheticJa
    self.observedFrom = observedFrom
    self.observedTo = observedTo
  }
}
