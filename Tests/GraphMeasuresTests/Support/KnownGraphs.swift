import GraphStructure

/// Graphs from the literature, and shapes whose scores can be worked out by hand.
enum KnownGraphs {
  /// Krackhardt's kite (1990), nodes 0–9 as networkx numbers them.
  static let kite = graph(
    10,
    [
      (0, 1), (0, 2), (0, 3), (0, 5), (1, 3), (1, 4), (1, 6), (2, 3), (2, 5), (3, 4), (3, 5),
      (3, 6), (4, 6), (5, 6), (5, 7), (6, 7), (7, 8), (8, 9),
    ])

  /// The families of ``florentine``.
  static let families = [
    "Acciaiuoli", "Albizzi", "Barbadori", "Bischeri", "Castellani", "Ginori", "Guadagni",
    "Lamberteschi", "Medici", "Pazzi", "Peruzzi", "Ridolfi", "Salviati", "Strozzi", "Tornabuoni",
  ]

  /// Marriages between Florentine families (Padgett; Breiger and Pattison 1986), without Pucci.
  static let florentine = graph(
    15,
    [
      (0, 8), (1, 5), (1, 6), (1, 8), (2, 4), (2, 8), (3, 6), (3, 10), (3, 13), (4, 10), (4, 13),
      (6, 7), (6, 14), (8, 11), (8, 12), (8, 14), (9, 12), (10, 13), (11, 13), (11, 14),
    ])

  /// The ego network of Borgatti (1997): A–G are 0–6.
  static let borgattiEgo = graph(
    7,
    [(0, 1), (0, 5), (0, 6), (0, 4), (4, 6), (5, 6), (1, 6), (1, 3), (3, 6), (6, 2)])

  /// The events (from 0) that each of the 18 women attended (Davis, Gardner and Gardner 1941), in
  /// the order of networkx: Nora is 13.
  static let davisEvents = [
    [0, 1, 2, 3, 4, 5, 7, 8], [0, 1, 2, 4, 5, 6, 7], [1, 2, 3, 4, 5, 6, 7, 8],
    [0, 2, 3, 4, 5, 6, 7], [2, 3, 4, 6], [2, 4, 5, 7], [4, 5, 6, 7], [5, 7, 8], [4, 6, 7, 8],
    [6, 7, 8, 11], [7, 8, 9, 11], [7, 8, 9, 11, 12, 13], [6, 7, 8, 9, 11, 12, 13],
    [5, 6, 8, 9, 10, 11, 12, 13], [6, 7, 9, 10, 11], [7, 8], [8, 10], [8, 10],
  ]

  /// Women and events as a two-mode graph; the event *i* is node 18 + *i*.
  static let davis: TwoModeGraph = {
    var women: [UInt32] = []
    var events: [UInt32] = []
    for (woman, attended) in davisEvents.enumerated() {
      for event in attended {
        women.append(UInt32(woman))
        events.append(UInt32(event))
      }
    }
    do {
      return try TwoModeGraph(firstCount: 18, secondCount: 14, first: women, second: events)
    } catch {
      preconditionFailure("\(error)")
    }
  }()

  /// Zachary's karate club (1977); his members 1–34 are 0–33.
  static let karate = graph(
    34,
    [
      (0, 1), (0, 2), (0, 3), (0, 4), (0, 5), (0, 6), (0, 7), (0, 8), (0, 10), (0, 11), (0, 12),
      (0, 13), (0, 17), (0, 19), (0, 21), (0, 31), (1, 2), (1, 3), (1, 7), (1, 13), (1, 17),
      (1, 19), (1, 21), (1, 30), (2, 3), (2, 7), (2, 8), (2, 9), (2, 13), (2, 27), (2, 28),
      (2, 32), (3, 7), (3, 12), (3, 13), (4, 6), (4, 10), (5, 6), (5, 10), (5, 16), (6, 16),
      (8, 30), (8, 32), (8, 33), (9, 33), (13, 33), (14, 32), (14, 33), (15, 32), (15, 33),
      (18, 32), (18, 33), (19, 33), (20, 32), (20, 33), (22, 32), (22, 33), (23, 25), (23, 27),
      (23, 29), (23, 32), (23, 33), (24, 25), (24, 27), (24, 31), (25, 31), (26, 29), (26, 33),
      (27, 33), (28, 31), (28, 33), (29, 32), (29, 33), (30, 32), (30, 33), (31, 32), (31, 33),
      (32, 33),
    ])

  /// A graph of so many nodes and these edges.
  static func graph(
    _ nodeCount: Int, _ edges: [(source: Int, target: Int)], isDirected: Bool = false,
    strengths: [Double]? = nil, distances: [Double]? = nil, parallelEdges: ParallelEdges = .merge
  ) -> Graph {
    do {
      return try Graph(
        nodeCount: nodeCount, edges: edges, strengths: strengths, distances: distances,
        isDirected: isDirected, parallelEdges: parallelEdges)
    } catch {
      preconditionFailure("\(error)")
    }
  }

  /// Node 0 tied to all others.
  static func star(_ nodeCount: Int, isDirected: Bool = false) -> Graph {
    graph(nodeCount, (1..<nodeCount).map { (0, $0) }, isDirected: isDirected)
  }

  /// A path 0–1–2 and so on.
  static func path(_ nodeCount: Int, isDirected: Bool = false) -> Graph {
    graph(nodeCount, (1..<nodeCount).map { ($0 - 1, $0) }, isDirected: isDirected)
  }

  /// A path whose end is tied to its beginning.
  static func cycle(_ nodeCount: Int, isDirected: Bool = false) -> Graph {
    graph(nodeCount, (0..<nodeCount).map { ($0, ($0 + 1) % nodeCount) }, isDirected: isDirected)
  }

  /// Everyone tied to everyone.
  static func complete(_ nodeCount: Int, isDirected: Bool = false) -> Graph {
    var edges: [(Int, Int)] = []
    for source in 0..<nodeCount {
      for target in 0..<nodeCount where source < target || (isDirected && source != target) {
        edges.append((source, target))
      }
    }
    return graph(nodeCount, edges, isDirected: isDirected)
  }
}
