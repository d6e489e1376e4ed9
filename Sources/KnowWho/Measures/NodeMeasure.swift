/// A measure that gives every node a score, by the name it has on the command line.
public struct NodeMeasure: Sendable {
  /// What a measure is computed with.
  public struct Settings: Sendable {
    /// How scores are scaled; nil takes each measure's own default.
    public var scaling: Scaling?
    /// Whether paths are measured in steps or in distances.
    public var lengths: Lengths
    /// What each arc of a walk multiplies by in Katz centrality; nil takes half of 1 / λ.
    public var alpha: Double?
    /// How far the power of contacts counts in power centrality; nil takes half of 1 / λ.
    public var beta: Double?
    /// The share of PageRank's walk that follows arcs.
    public var damping: Double
    /// How often PageRank's walk returns to each node, a number a node; nil for all alike.
    public var personalization: [Double]?
    /// What a step leaves of the value of a tie in decay centrality.
    public var delta: Double
    /// How betweenness is estimated from samples; nil computes it exactly.
    public var sampling: Sampling?
    /// With sketches of which precision harmonic closeness is estimated; nil computes it exactly.
    ///
    /// Where it does not fit the memory, the greatest that does is taken.
    public var precision: Int?
    /// How many of the highest scores are asked for, nil for all; further ones may be NaN.
    public var top: Int?
    /// Whose conventions are followed; nil follows our own.
    public var peer: Peer?
    /// How the work is carried out.
    public var execution: Execution

    /// Creates settings.
    ///
    /// - Parameters:
    ///   - scaling: How scores are scaled; nil takes each measure's own default.
    ///   - lengths: Whether paths are measured in steps or in distances.
    ///   - execution: How the work is carried out.
    public init(
      scaling: Scaling? = nil, lengths: Lengths = .steps, execution: Execution = .standard
    ) {
      self.scaling = scaling
      self.lengths = lengths
      self.execution = execution
      damping = 0.85
      delta = 0.5
    }
  }

  /// How scores are estimated from samples.
  public struct Sampling: Sendable, Equatable {
    /// The greatest error of a scaled score, above 0 and below 1.
    public var epsilon: Double
    /// The least probability with which it holds, above 0 and below 1.
    public var confidence: Double
    /// Equal seeds draw equal samples.
    public var seed: UInt64

    /// Creates a way to draw samples.
    ///
    /// - Parameters:
    ///   - epsilon: The greatest error of a scaled score, above 0 and below 1.
    ///   - confidence: The least probability with which it holds, above 0 and below 1.
    ///   - seed: Equal seeds draw equal samples.
    public init(epsilon: Double = 0.01, confidence: Double = 0.9, seed: UInt64 = 1) {
      self.epsilon = epsilon
      self.confidence = confidence
      self.seed = seed
    }
  }

  /// One column of results.
  public struct Column: Sendable {
    /// The name in a table's header.
    public let name: String
    /// One score a node; NaN where it is not defined.
    public let scores: [Double]
    /// Whether all scores are whole numbers by nature.
    public let isCount: Bool
    /// How the scores are to be understood, in a sentence.
    public let convention: Phrase
  }

  /// The name on the command line.
  public let name: String

  /// The name in Japanese, for legends.
  public let nameJa: String

  /// What the measure tells, in a few words.
  public let summary: String

  /// Computes the columns by our own conventions.
  private let compute: @Sendable (Graph, Settings) throws(MeasureError) -> [Column]

  init(
    name: String, nameJa: String, summary: String,
    columns: @escaping @Sendable (Graph, Settings) throws(MeasureError) -> [Column]
  ) {
    self.name = name
    self.nameJa = nameJa
    self.summary = summary
    compute = columns
  }

  /// Returns the columns of the measure; closeness has a second one for the nodes reached, sampled
  /// betweenness one for the error of each score.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - settings: What it is computed with. Where its execution has a limit of memory, it works on
  ///     as many threads as fit.
  /// - Returns: The columns, the measure's own first.
  /// - Throws: ``GraphMeasures/MeasureError``, also where one thread does not fit the memory, or
  ///   the peer has no such measure.
  public func columns(
    _ graph: Graph, _ settings: Settings
  ) throws(MeasureError) -> [Column] {
    let memory = workingMemory(on: graph, settings)
    guard let execution = settings.execution.fitting(memory) else {
      throw .memoryTooSmall(
        measure: name, needed: memory.least, limit: settings.execution.memoryLimit ?? 0)
    }
    var settings = settings
    settings.execution = execution
    guard let peer = settings.peer else { return try compute(graph, settings) }
    return try peer.columns(of: self, graph, settings)
  }

  /// Returns the measure with a name.
  ///
  /// - Parameter name: The name, in any letter case, or another name by which it is known.
  /// - Returns: The measure, nil where there is none.
  public static func named(_ name: String) -> NodeMeasure? {
    let wanted = name.lowercased().filter { $0 != "-" && $0 != "_" }
    let meant = synonyms[wanted] ?? wanted
    return all.first { $0.name.lowercased() == meant }
  }

  /// Other names, in lower case.
  private static let synonyms = [
    "harmoniccloseness": "harmonic", "eigenvectorcentrality": "eigenvector",
    "localclustering": "clustering", "degreecentrality": "degree",
    "betweennesscentrality": "betweenness", "closenesscentrality": "closeness",
    "decaycentrality": "decay", "powercentrality": "power", "subgraphcentrality": "subgraph",
    "informationcentrality": "currentflowcloseness",
  ]
}
