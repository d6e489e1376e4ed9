internal import GraphMeasures
internal import GraphStructure

/// What an operation results in.
enum Outcome {
  /// A score of each node.
  case scores([Double])
  /// A score of each node that was estimated, and how far it may be from the true one.
  case sampledScores([Double], errors: [Double])
  /// The highest scores, highest first.
  case ranking([Double])
  /// A count of each node.
  case counts([Int])
  /// How many steps each node is from the source; −1 where there is no path.
  case steps([Int])
  /// The part that each node is in.
  case parts([Int])
  /// Communities that a search has found, which another may find others of as well.
  case communities(Communities)
  /// One number and what it is called.
  case value(String, Double)
  /// A graph that was read.
  case graph(Graph)
  /// A graph that a model has drawn.
  case made(Graph)
  /// Nothing: the cost of being run at all.
  case nothing

  /// The number that a node has in it; nil where nodes have none.
  subscript(node: Int) -> Double? {
    switch self {
    case .scores(let scores), .sampledScores(let scores, _): scores[node]
    case .counts(let counts), .steps(let counts), .parts(let counts): Double(counts[node])
    case .communities, .ranking, .value, .graph, .made, .nothing: nil
    }
  }

  /// What identifies the result up to rounding, in the form of the script that runs the peers.
  var checksum: JSONText {
    switch self {
    case .scores(let scores): Self.checksum(of: scores)
    // What two estimates have in common is no more than their errors allow.
    case .sampledScores(let scores, let errors):
      .object([
        ("n", .number(Double(scores.count))), ("error", .number(errors.max() ?? 0)),
        ("highest", .number(scores.max() ?? 0)),
      ])
    case .counts(let counts): Self.checksum(of: counts.map { Double($0) })
    case .ranking(let scores):
      .object([
        ("n", .number(Double(scores.count))), ("sum", .number(scores.reduce(0, +))),
        ("max", .number(scores.first ?? 0)),
      ])
    case .steps(let steps):
      .object([
        ("reached", .number(Double(steps.count { $0 >= 0 }))),
        ("sum", .number(Double(steps.reduce(0) { $0 + max(0, $1) }))),
      ])
    case .parts(let labels):
      .object([
        ("parts", .number(Double(Set(labels).count))),
        ("largest", .number(Double(Self.sizes(of: labels).max() ?? 0))),
      ])
    case .communities(let found): .object([("modularity", .number(found.quality))])
    case .value(let name, let value): .object([(name, .number(value))])
    case .graph(let graph):
      .object([("n", .number(Double(graph.nodeCount))), ("m", .number(Double(graph.edgeCount)))])
    // Models of different libraries draw different graphs.
    case .made, .nothing: .object([])
    }
  }

  private static func sizes(of labels: [Int]) -> Dictionary<Int, Int>.Values {
    labels.reduce(into: [:]) { $0[$1, default: 0] += 1 }.values
  }

  /// Returns sum, greatest, the five best nodes, and the scores of up to 16 nodes evenly spread.
  ///
  /// The best are told by scores rounded to 12 decimals, ties by number. An undefined score counts
  /// as 0.
  private static func checksum(of given: [Double]) -> JSONText {
    let scores = given.map { $0.isNaN ? 0 : $0 }
    let rounded = scores.map { ($0 * 1e12).rounded(.toNearestOrEven) }
    var best: [Int] = []
    for node in rounded.indices {
      let place = best.firstIndex { rounded[node] > rounded[$0] } ?? best.count
      guard place < 5 else { continue }
      best.insert(node, at: place)
      if best.count > 5 { best.removeLast() }
    }
    let probeCount = min(16, scores.count)
    return .object([
      ("n", .number(Double(scores.count))),
      ("sum", .number(scores.reduce(0, +))),
      ("max", .number(scores.max() ?? 0)),
      ("top5", .array(best.map { .number(Double($0)) })),
      ("probe", .array((0..<probeCount).map { .number(scores[$0 * scores.count / probeCount]) })),
    ])
  }
}
