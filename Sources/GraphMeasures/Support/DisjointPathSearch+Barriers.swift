package import GraphStructure

extension DisjointPathSearch {
  /// What paths must not use.
  package struct Barriers: Sendable {
    /// Nodes that no path may pass.
    package var closed: Set<Graph.Node>
    /// Nodes that no path may go to from the source.
    package var firsts: Set<Graph.Node>
    /// Nodes that no path may come from to a target.
    package var lasts: Set<Graph.Node>

    /// Creates barriers.
    package init(
      closed: Set<Graph.Node> = [], firsts: Set<Graph.Node> = [], lasts: Set<Graph.Node> = []
    ) {
      self.closed = closed
      self.firsts = firsts
      self.lasts = lasts
    }
  }

  /// What there is to know of a node besides its arcs.
  struct Marks: OptionSet {
    let rawValue: UInt8
    static let source = Marks(rawValue: 1)
    static let target = Marks(rawValue: 2)
    static let closed = Marks(rawValue: 4)
    static let barredFirst = Marks(rawValue: 8)
    static let barredLast = Marks(rawValue: 16)
    static let barriers: Marks = [.closed, .barredFirst, .barredLast]
  }
}
