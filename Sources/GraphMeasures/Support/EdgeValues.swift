/// What an edge counts in a measure that may or may not mind how strong it is.
public enum EdgeValues: String, Sendable, CaseIterable {
  /// Every edge counts 1.
  case ones
  /// Every edge counts its strength: 1 where the graph has no strengths.
  case strengths
}

/// What the length of a path adds up.
public enum Lengths: String, Sendable, CaseIterable {
  /// Every arc is one step long.
  case steps
  /// Every arc is as long as its distance; the graph must have distances, all above 0.
  case distances
}
