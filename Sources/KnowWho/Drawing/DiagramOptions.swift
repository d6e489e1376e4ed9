/// How a network becomes a diagram.
public struct DiagramOptions: Sendable {
  /// What the colours of actors stand for.
  public enum Paint: Sendable {
    /// Their kinds.
    case kinds
    /// Groups or communities.
    case groups(DiagramGroups)
    /// Scores, one a node, and what they are.
    case scores([Double], meaning: String)
  }

  /// What is written on actors.
  public enum Labels: String, Sendable, CaseIterable {
    /// The name in the diagram's language, and in smaller letters the other one.
    case names
    /// The name in the diagram's language alone.
    case short
    /// The id.
    case ids
    /// Nothing.
    case none
  }

  /// The language of names and legend.
  public var language: DiagramLanguage
  /// The period shown, nil for all time; ties that ended before it are drawn as ended.
  public var period: Period?
  /// One score a node, by which nodes are sized; nil for equal sizes.
  public var sizes: [Double]?
  /// Whether ties that are not certain in the period are marked: the view may hold them.
  public var marksUncertain = false
  /// What the size stands for, for the legend.
  public var sizeMeaning: String
  /// How the scores that size circles are defined, for the footer; empty for nothing.
  public var sizeConvention = ""
  /// The greatest score of all panels, which has the largest circle; nil for that of this diagram.
  public var largestSize: Double?
  /// Forms and colours.
  public var style = DiagramStyle.light
  /// What the colours of actors stand for.
  public var paint = Paint.kinds
  /// The least and the greatest score of all panels; nil for those of this diagram.
  public var paintBounds: ClosedRange<Double>?
  /// One outline for all actors; nil for that of each kind.
  public var form: DiagramStyle.Form?
  /// What is written on actors.
  public var labels = Labels.names
  /// The clusters in which nodes are drawn; nil for none.
  public var clusters: DiagramGroups?
  /// How places depend on what nodes are.
  public var arrangement = Diagram.Arrangement.free
  /// The actor that is listed first, round which `twopi` draws rings.
  public var root: Int?
  /// Ways, each of actors in a row; they and the ties between them stand out.
  public var paths: [[Int]] = []
  /// Whether the diagram is drawn alone, not as a panel beside others.
  public var isAlone = true

  /// Creates options.
  ///
  /// - Parameters:
  ///   - language: The language of names and legend.
  ///   - period: The period shown, nil for all time.
  ///   - sizes: One score a node, by which nodes are sized.
  ///   - sizeMeaning: What the size stands for.
  public init(
    language: DiagramLanguage = .english, period: Period? = nil, sizes: [Double]? = nil,
    sizeMeaning: String = ""
  ) {
    self.language = language
    self.period = period
    self.sizes = sizes
    self.sizeMeaning = sizeMeaning
  }

  /// Gives panels one scale of sizes and one of colours.
  ///
  /// - Parameters:
  ///   - options: The options of each panel.
  ///   - panels: The network and the view of each.
  public static func shareScales(
    _ options: inout [DiagramOptions], of panels: [(network: Network, view: NetworkView)]
  ) {
    let largest = zip(options, panels).map { options, panel in
      DiagramNodes(network: panel.network, view: panel.view, options: options).largestSize
    }.max()
    var shades: [Double] = []
    for case .scores(let scores, _) in options.map(\.paint) { shades += scores.filter(\.isFinite) }
    for index in options.indices {
      options[index].largestSize = largest
      if let least = shades.min(), let most = shades.max() {
        options[index].paintBounds = least...most
      }
    }
  }
}
