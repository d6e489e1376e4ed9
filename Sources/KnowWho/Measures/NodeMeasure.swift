/// A measure that gives every node a score, by the name it has on the command line.
public struct NodeMeasure: Sendable {
  /// What a measure is computed with.
  public struct Settings: Sendable {
    /// How scores are scaled; nil takes each measure's own default.
    public var scaling: Scaling?
    /// Whether paths are measured in steps or in distances.
    public var lengths: Lengths
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
    public let convention: String
  }

  /// The name on the command line.
  public let name: String

  /// The name in Japanese, for legends.
  public let nameJa: String

  /// What the measure tells, in a few words.
  public let summary: String

  /// Computes the columns of the measure; closeness has a second one for the nodes reached.
  public let columns: @Sendable (Graph, Settings) throws(MeasureError) -> [Column]

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
  ]
}
