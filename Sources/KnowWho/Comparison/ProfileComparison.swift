/// Two networks side by side, and what each difference means in words.
public struct ProfileComparison: Sendable {
  /// The figures that are compared, in order.
  public static let figures: [ProfileFigure] = [
    .nodes, .edges, .density, .meanDegree, .meanDistance, .shareWithin2, .shareWithin3,
    .components, .transitivity, .degreeCentralization, .betweennessCentralization,
    .closenessCentralization,
  ]

  /// What must be known before any figure is read.
  public static let warning = Phrase(
    "networks of different size cannot be compared on raw density: with the same number of "
      + "contacts each, density falls as 1/(n − 1). Centralization and distances depend on size too.",
    "大きさの異なるネットワークの密度は、そのままでは比べられません。知り合いの数が同じでも、主体の数 n が増えると"
      + "密度は 1/(n − 1) に比例して下がります。集中度と距離も大きさの影響を受けます。")

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
  public var readings: [Phrase] { Self.figures.map(reading) }

  /// Returns a sentence that says what the difference of a figure means.
  ///
  /// - Parameter figure: The figure.
  /// - Returns: The sentence.
  public func reading(of figure: ProfileFigure) -> Phrase {
    switch figure {
    case .nodes:
      let sizes = [first.nodeCount, second.nodeCount]
      guard let small = sizes.min(), let large = sizes.max(), small > 0 else { return emptiness }
      if small == large { return Phrase("Both are of the same size.", "大きさは同じです。") }
      let larger = larger(first.nodeCount, second.nodeCount)
      let (smaller, factor) = (larger == "A" ? "B" : "A", factor(large, small))
      return Phrase(
        "\(larger) is \(factor) times as large.", "\(larger)は\(smaller)の\(factor)倍の大きさです。")
    case .edges:
      return Phrase(
        "Ties alone say nothing: more actors have more of them.",
        "つながりの数だけでは何も言えません。主体が多ければ、つながりも多くなります。")
    case .density:
      return difference(first.density, second.density) { bigger in
        Phrase(
          "In \(bigger) a larger share of all possible ties exists; beware of the size.",
          "ありうるつながりのうち実際にある割合は、\(bigger)のほうが高いです（大きさの違いにご注意ください）。")
      }
    case .meanDegree:
      return difference(first.meanDegree, second.meanDegree) { bigger in
        Phrase(
          "An actor of \(bigger) has more direct contacts.", "1者あたりの直接の知り合いは、\(bigger)のほうが多いです。")
      }
    case .meanDistance:
      return distances(\.meanDistance) { bigger in
        Phrase(
          "In \(bigger) the way from one to another is longer.", "相手に届くまでの道のりは、\(bigger)のほうが長いです。")
      }
    case .shareWithin2:
      return distances(\.shareWithin2) { bigger in
        Phrase(
          "In \(bigger) a larger share is a contact, or the contact of one.",
          "直接の知り合いか、その知り合いである割合は、\(bigger)のほうが高いです。")
      }
    case .shareWithin3:
      return distances(\.shareWithin3) { bigger in
        Phrase(
          "In \(bigger) a larger share is within three steps.", "3歩以内で届く割合は、\(bigger)のほうが高いです。")
      }
    case .components:
      return switch (first.componentCount, second.componentCount) {
      case (0, _), (_, 0): emptiness
      case (1, 1): Phrase("Both hang together.", "どちらも全体が一つにつながっています。")
      case (1, _): Phrase("A hangs together, B falls into parts.", "Aは全体がつながっていますが、Bはいくつかに分かれています。")
      case (_, 1): Phrase("B hangs together, A falls into parts.", "Bは全体がつながっていますが、Aはいくつかに分かれています。")
      default: Phrase("Both fall into parts.", "どちらもいくつかに分かれています。")
      }
    case .transitivity:
      guard let a = first.transitivity, let b = second.transitivity else { return Self.notComputed }
      return difference(a, b) {
        Phrase(
          "In \($0) the contacts of one are more often tied themselves.",
          "知り合いどうしも知り合いである割合は、\($0)のほうが高いです。")
      }
    case .degreeCentralization:
      return difference(first.degreeCentralization, second.degreeCentralization) {
        Phrase(
          "\($0) leans more on its best-connected actor.", "知り合いの最も多い1者への偏りは、\($0)のほうが大きいです。")
      }
    case .betweennessCentralization:
      return distances(\.betweennessCentralization) {
        Phrase(
          "In \($0) more of the ways between others pass one actor.",
          "ほかの主体どうしの道のりが1者に集中する度合いは、\($0)のほうが大きいです。")
      }
    case .closenessCentralization:
      return distances(\.closenessCentralization) {
        Phrase(
          "In \($0) one actor is nearer to all than the others are.",
          "1者だけが全体に近い度合いは、\($0)のほうが大きいです。")
      }
    case .greatestDegree, .totalStrength, .largestComponent, .isolates, .diameter,
      .averageClustering:
      guard let a = figure.value(in: first), let b = figure.value(in: second) else {
        return Self.notComputed
      }
      return difference(a, b) { Phrase("It is greater in \($0).", "\($0)のほうが大きいです。") }
    }
  }

  private var emptiness: Phrase {
    first.nodeCount == second.nodeCount
      ? Phrase("Both are empty.", "どちらにも主体がありません。")
      : Phrase("One of the two is empty.", "一方に主体がありません。")
  }

  private static let notComputed = Phrase(
    "Not computed for a network of this size.", "この大きさのネットワークでは計算していません。")

  private func distances(
    _ figure: (GraphProfile.Distances) -> Double, _ sentence: (String) -> Phrase
  ) -> Phrase {
    guard let a = first.distances, let b = second.distances else { return Self.notComputed }
    return difference(figure(a), figure(b), sentence)
  }

  private func difference(
    _ a: Double, _ b: Double, _ sentence: (String) -> Phrase
  ) -> Phrase {
    guard a.isFinite, b.isFinite else {
      return Phrase("Not defined for one of the two.", "一方では値が定まりません。")
    }
    if abs(a - b) <= 1e-9 * max(abs(a), abs(b)) { return Phrase("No difference.", "差はありません。") }
    return sentence(larger(a, b))
  }

  private func larger<Value: Comparable>(_ a: Value, _ b: Value) -> String { a > b ? "A" : "B" }

  private func factor(_ large: Int, _ small: Int) -> String {
    let tenths = (Double(large) / Double(small) * 10).rounded() / 10
    return NumberText.shortest(tenths)
  }
}
