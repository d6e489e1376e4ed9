/// The nodes of a diagram of a view.
struct DiagramNodes {
  let network: Network
  let view: NetworkView
  let options: DiagramOptions
  /// The edges of the diagram; a node all of whose edges have ended is drawn as ended.
  var edges: [Diagram.Edge] = []

  /// One form for all nodes where their kinds are all the same; nil for those of the kinds.
  private let commonForm: DiagramStyle.Form?
  /// The scores of circles: only they grow, so the largest of them sets the scale.
  ///
  /// In a large picture all nodes are marks, and grow.
  private let scores: [Double]

  init(network: Network, view: NetworkView, options: DiagramOptions) {
    (self.network, self.view, self.options) = (network, view, options)
    let common = Self.commonForm(of: network, view, options)
    commonForm = common
    let actors = network.actors
    let areMarks =
      options.isAlone && options.arrangement == .free
      && LargeDrawing.suits(nodeCount: view.actors.count)
    let circles = view.actors.indices.filter { node in
      if areMarks { return true }
      let kind = actors.kind(view.actors[node])?.rawValue ?? ""
      return (options.form ?? common ?? options.style.look(ofNode: kind).form) == .circle
    }
    hasCircles = !circles.isEmpty
    scores = circles.compactMap { options.sizes?[$0] }.filter(\.isFinite)
    largestSize = scores.max() ?? 0
  }

  /// The nodes in the order of the view, the root before all others.
  var listed: [Diagram.Node] {
    var tieCount: [String: (all: Int, ended: Int, uncertain: Int)] = [:]
    for edge in edges {
      for end in [edge.source, edge.target] {
        let counts = tieCount[end] ?? (0, 0, 0)
        tieCount[end] = (
          counts.all + 1, counts.ended + (edge.isEnded ? 1 : 0),
          counts.uncertain + (edge.isUncertain ? 1 : 0)
        )
      }
    }
    let onPath = Set(options.paths.filter { $0.count > 1 }.joined())
    let nodes = view.actors.indices.map { node in
      let actor = view.actors[node]
      let id = network.actors.id(actor)
      let (label, subtitle) = labels(of: actor)
      let counts = tieCount[id]
      var drawn = Diagram.Node(
        id: id, label: label, subtitle: subtitle,
        kind: network.actors.kind(actor)?.rawValue ?? "", size: size(of: node),
        isEnded: counts.map { $0.ended == $0.all } ?? false)
      drawn.isUncertain = counts.map { $0.uncertain == $0.all } ?? false
      drawn.showsLabel = options.labels != .none
      drawn.form = options.form ?? commonForm
      drawn.paint = paint(of: node)
      drawn.cluster = options.clusters?.groups[actor]
      drawn.link = link(of: actor)
      if actor == options.root { drawn.emphasis = .strong }
      if !onPath.isEmpty { drawn.emphasis = onPath.contains(actor) ? .strong : .faint }
      return drawn
    }
    guard let root = options.root, let first = view.actors.firstIndex(of: root) else {
      return nodes
    }
    return [nodes[first]] + nodes[..<first] + nodes[(first + 1)...]
  }

  // MARK: Sizes and colours

  /// Where all actors are of one kind, forms tell nothing apart: circles, whose area does.
  private static func commonForm(
    of network: Network, _ view: NetworkView, _ options: DiagramOptions
  ) -> DiagramStyle.Form? {
    guard options.arrangement != .twoModes, options.sizes != nil else { return nil }
    let kinds = Set(view.actors.map { network.actors.kind($0)?.rawValue })
    return kinds.count == 1 ? .circle : nil
  }

  /// Whether sizes can be seen at all.
  var areSized: Bool { options.sizes != nil && hasCircles }

  private let hasCircles: Bool

  /// The greatest score of a circle.
  let largestSize: Double

  private func size(of node: Graph.Node) -> Double {
    guard let score = options.sizes?[node], score.isFinite else { return 0 }
    let largest = options.largestSize ?? largestSize
    return largest > 0 ? min(1, max(0, score / largest)) : 0
  }

  /// The least and the greatest score of circles, as they are written.
  var sizeBounds: [String] {
    guard let least = scores.min() else { return [] }
    return [least, options.largestSize ?? largestSize].map(Self.written)
  }

  private var paintBounds: ClosedRange<Double>? {
    guard case .scores(let scores, _) = options.paint else { return nil }
    if let bounds = options.paintBounds { return bounds }
    let known = scores.filter(\.isFinite)
    guard let least = known.min(), let most = known.max() else { return nil }
    return least...most
  }

  /// The least and the greatest score that colours stand for, as they are written.
  var shadeBounds: [String] {
    paintBounds.map { [Self.written($0.lowerBound), Self.written($0.upperBound)] } ?? []
  }

  private func paint(of node: Graph.Node) -> Diagram.Paint {
    switch options.paint {
    case .kinds: return .kind
    case .groups(let groups): return .category(groups.groups[view.actors[node]] ?? .max)
    case .scores(let scores, _):
      guard let bounds = paintBounds, scores[node].isFinite else { return .shade(.nan) }
      let span = bounds.upperBound - bounds.lowerBound
      return .shade(span > 0 ? (scores[node] - bounds.lowerBound) / span : 0)
    }
  }

  /// A score to three places, without needless zeros.
  private static func written(_ score: Double) -> String {
    guard abs(score) < 1e9 else { return NumberText.shortest(score) }
    let rounded = (score * 1000).rounded() / 1000
    return NumberText.shortest(rounded == 0 && score > 0 ? score : rounded)
  }

  // MARK: Words

  private func labels(of actor: Int) -> (String, String) {
    switch options.labels {
    case .names: names(of: actor)
    case .short, .none: (names(of: actor).0, "")
    case .ids: (network.actors.id(actor), "")
    }
  }

  /// The page of an actor, where actors have a column `url`.
  private func link(of actor: Int) -> String {
    network.actors.attributes.first { $0.name == "url" }?.values[actor] ?? ""
  }

  /// The name in the diagram's language, and in smaller letters the other one where it says more.
  private func names(of actor: Int) -> (String, String) {
    let actors = network.actors
    let language = options.language
    let (name, nameJa) = (actors.name(actor), actors.nameJa(actor))
    if name == nameJa { return (name, "") }
    // "A" and "A社" are the same word.
    if nameJa.hasPrefix(name), nameJa.count <= name.count + 1 {
      return (language == .japanese ? nameJa : name, "")
    }
    return language == .japanese ? (nameJa, name) : (name, nameJa)
  }
}
