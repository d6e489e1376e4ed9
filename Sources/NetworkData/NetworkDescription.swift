/// What a network is about: the content of `network.yaml`.
public struct NetworkDescription: Sendable, Equatable {
  /// The title, or nil.
  public var title: String?
  /// The title in Japanese, or nil.
  public var titleJa: String?
  /// Where the data comes from, or nil.
  public var source: String?
  /// What is made up, in a sentence; nil where the data is real.
  ///
  /// Every output made of a synthetic network repeats it.
  public var synthetic: String?
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
  ///   - synthetic: What is made up, in a sentence.
  ///   - observedFrom: When observation began.
  ///   - observedTo: When observation ended.
  public init(
    title: String? = nil, titleJa: String? = nil, source: String? = nil, synthetic: String? = nil,
    observedFrom: PartialDate? = nil, observedTo: PartialDate? = nil
  ) {
    self.title = title
    self.titleJa = titleJa
    self.source = source
    self.synthetic = synthetic
    self.observedFrom = observedFrom
    self.observedTo = observedTo
  }
}
