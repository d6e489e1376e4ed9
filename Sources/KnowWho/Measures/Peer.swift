/// Another tool whose numbers can be reproduced.
///
/// What a measure is named, how it is scaled, and what stands for the unreachable differ between
/// tools. With a peer in ``NodeMeasure/Settings`` a measure gives what the peer's own function of
/// that name gives by default, and the convention says what that is.
public enum Peer: String, Sendable, CaseIterable {
  case networkx
  case igraph
  case networkit
  case sna
  case ucinet

  /// Name and version whose numbers were compared.
  public var title: String {
    switch self {
    case .networkx: "networkx 3.6.1"
    case .igraph: "igraph 1.0"
    case .networkit: "networkit 11.3"
    case .sna: "sna 2.7.1"
    case .ucinet: "UCINET 6.849"
    }
  }

  /// Returns the columns of a measure by the peer's convention.
  func columns(
    of measure: NodeMeasure, _ graph: Graph, _ settings: NodeMeasure.Settings
  ) throws(MeasureError) -> [NodeMeasure.Column] {
    let question = PeerQuestion(
      peer: self, measure: measure.name, graph: graph, settings: settings)
    let answer =
      switch self {
      case .networkx: try question.networkx()
      case .igraph: try question.igraph()
      case .networkit: try question.networkit()
      case .sna: try question.sna()
      case .ucinet: try question.ucinet()
      }
    return [
      NodeMeasure.Column(
        name: measure.name, scores: answer.scores, isCount: answer.isCount,
        convention: Phrase(
          "as in \(title): \(answer.convention.english)",
          "\(title) と同じ：\(answer.convention.japanese)"))
    ]
  }
}

/// What a peer would answer.
struct PeerAnswer {
  let scores: [Double]
  let isCount: Bool
  let convention: Phrase

  init(_ scores: [Double], isCount: Bool = false, _ convention: Phrase) {
    self.scores = scores
    self.isCount = isCount
    self.convention = convention
  }

  init(_ counts: [Int], _ convention: Phrase) {
    self.init(counts.map(Double.init), isCount: true, convention)
  }
}

/// A measure that is asked for as a peer gives it.
struct PeerQuestion {
  let peer: Peer
  let measure: String
  let graph: Graph
  let settings: NodeMeasure.Settings

  var execution: Execution { settings.execution }

  /// The number of other nodes.
  var others: Double { Double(graph.nodeCount - 1) }

  /// Why there is no answer.
  func refusal(_ reason: String) -> MeasureError {
    .notReproduced(measure: measure, peer: peer.title, reason: reason)
  }

  /// The refusal of a measure that the peer does not have.
  var isMissing: MeasureError { refusal("it has no such measure") }

  /// The refusal of a measure whose numbers nobody has put beside ours.
  var isNotCompared: MeasureError { refusal("its numbers have not been compared with ours") }

  /// Refuses what the peer defines otherwise where edges have directions.
  func needUndirected(_ why: String) throws(MeasureError) {
    guard !graph.isDirected else {
      throw refusal("\(why); ask without directions (--undirected)")
    }
  }

  /// Refuses paths by distances.
  func needSteps() throws(MeasureError) {
    guard settings.lengths == .steps else {
      throw refusal("paths by distances have not been compared; ask for paths by steps")
    }
  }

  /// Returns the scaling asked for, the first of those allowed where none is.
  func scaling(_ allowed: Scaling...) throws(MeasureError) -> Scaling {
    guard let scaling = settings.scaling else { return allowed[0] }
    guard allowed.contains(scaling) else {
      throw refusal(
        "it is not scaled so there; "
          + "leave out --scaling or give \(allowed.map(\.rawValue).joined(separator: " or "))")
    }
    return scaling
  }

  /// Returns the degree: of both directions, or of one.
  var degrees: [Int]? {
    switch measure {
    case "degree":
      graph.isDirected
        ? zip(graph.degree(), graph.degree(direction: .incoming)).map { $0 + $1 } : graph.degree()
    case "inDegree": graph.degree(direction: .incoming)
    case "outDegree": graph.degree()
    default: nil
    }
  }

  /// Returns PageRank, which is the same everywhere but for the tolerance.
  func pageRank() throws(MeasureError) -> [Double] {
    try graph.pageRank(
      damping: settings.damping, personalization: settings.personalization, execution: execution)
  }
}

extension [Double] {
  /// Every number divided by one, or as it is where that is 0.
  func divided(by divisor: Double) -> [Double] { divisor == 0 ? self : map { $0 / divisor } }
}
