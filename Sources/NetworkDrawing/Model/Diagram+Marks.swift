extension Diagram {
  /// What the colours of a node stand for.
  public enum Paint: Sendable, Hashable {
    /// Its kind.
    case kind

    /// Its community or group, a position in ``Diagram/categories``.
    case category(Int)

    /// A score, as a share of the way from the least to the greatest.
    case shade(Double)
  }

  /// Whether something stands out from the rest.
  public enum Emphasis: Sendable, Hashable {
    /// Like all others.
    case normal

    /// Before the others.
    case strong

    /// Behind the others, so that what stands out is seen.
    case faint
  }

  /// How a node's place depends on what it is.
  public enum Arrangement: String, Sendable, Hashable, CaseIterable {
    /// Not at all: ties alone decide.
    case free

    /// Each cluster in a field of its own.
    case clusters

    /// The kind of the first node on the left, all others on the right.
    case twoModes
  }
}
