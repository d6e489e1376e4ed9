/// Two networks side by side, and what each difference means in words.
public struct ProfileComparison: Sendable {
  /// The figures that are compared, in order.
  public static let figures: [ProfileFigure] = [
    .nodes, .edges, .density, .meanDegree, .meanDistance, .shareWithin2, .shareWithin3,
    .components, .transitivity, .degreeCentralization, .betweennessCentralization,
    .closenessCentralization,
  ]

  /// What must be known before any figure is read.
  public static let warning =
    "networks of different size cannot be compared on raw density: with the same number of "
    + "contacts each, density falls as 1/(n − 1). Centralization and distances depend on size too."

  private let first: GraphProfile
  private let second: GraphProfile

  /// Compares two profiles.
  ///
  /// - Parameters:
  ///   - first: The profile of network A.
  ///   - second: The profile of network B.
  public init(_ first: GraphProfile, _ second: GraphProfile) {
    self.first = first
    self.second = second
  }

  /// A sentence on each figure, in the order of ``figures``.
  public var readings: [String] { Self.figures.map(reading) }

  /// Returns a sentence that says what the difference of a figure means.
  ///
  /// - Parameter figure: The figure.
  /// - Returns: The sentence.
  public func reading(of figure: ProfileFigure) -> String {
    switch figure {
    case .nodes:
      let sizes = [first.nodeCount, second.nodeCount]
      guard let small = sizes.min(), let large = sizes.max(), small > 0 else { return emptiness }
      if small == large { return "Both are of the same size." }
      return
        "\(larger(first.nodeCount, second.nodeCount)) is \(factor(large, small)) times as large."
    case .edges:
      return "Ties alone say nothing: more actors have more of them."
    case .density:
      return difference(first.density, second.density) { bigger in
        "In \(bigger) a larger share of all possible ties exists; beware of the size."
      }
    case .meanDegree:
      return difference(first.meanDegree, second.meanDegree) { bigger in
        "An actor of \(bigger) has more direct contacts."
      }
    case .meanDistance:
      return distances(\.meanDistance) { bigger in
        "In \(bigger) the way from one to another is longer."
      }
    case .shareWithin2:
      return distances(\.shareWithin2) { bigger in
        "In \(bigger) a larger share is a contact, or the contact of one."
      }
    case .shareWithin3:
      return distances(\.shareWithin3) { bigger in
        "In \(bigger) a larger share is within three steps."
      }
    case .components:
      return switch (first.componentCount, second.componentCount) {
      case (0, _), (_, 0): emptiness
      case (1, 1): "Both hang together."
      case (1, _): "A hangs together, B falls into parts."
      case (_, 1): "B hangs together, A falls into parts."
      default: "Both fall into parts."
      }
    case .transitivity:
      guard let a = first.transitivity, let b = second.transitivity else { return Self.notComputed }
      return difference(a, b) { "In \($0) the contacts of one are more often tied themselves." }
    case .degreeCentralization:
      return difference(first.degreeCentralization, second.degreeCentralization) {
        "\($0) leans more on its best-connected actor."
      }
    case .betweennessCentralization:
      return distances(\.betweennessCentralization) {
        "In \($0) more of the ways between others pass one actor."
      }
    case .closenessCentralization:
      return distances(\.closenessCentralization) {
        "In \($0) one actor is nearer to all than the others are."
      }
    case .greatestDegree, .totalStrength, .largestComponent, .isolates, .diameter,
      .averageClustering:
      guard let a = figure.value(in: first), let b = figure.value(in: second) else {
        return Self.notComputed
      }
      return difference(a, b) { "It is greater in \($0)." }
    }
  }

  private var emptiness: String {
    first.nodeCount == second.nodeCount ? "Both are empty." : "One of the two is empty."
  }

  private static let notComputed = "Not computed for a network of this size."

  private func distances(
    _ figure: (GraphProfile.Distances) -> Double, _ sentence: (String) -> String
  ) -> String {
    guard let a = first.distances, let b = second.distances else { return Self.notComputed }
    return difference(figure(a), figure(b), sentence)
  }

  private func difference(
    _ a: Double, _ b: Double, _ sentence: (String) -> String
  ) -> String {
    guard a.isFinite, b.isFinite else { return "Not defined for one of the two." }
    if abs(a - b) <= 1e-9 * max(abs(a), abs(b)) { return "No difference." }
    return sentence(larger(a, b))
  }

  private func larger<Value: Comparable>(_ a: Value, _ b: Value) -> String { a > b ? "A" : "B" }

  private func factor(_ large: Int, _ small: Int) -> String {
    let tenths = (Double(large) / Double(small) * 10).rounded() / 10
    return NumberText.shortest(tenths)
  }
}
