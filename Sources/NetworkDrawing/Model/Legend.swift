/// A line of a legend: a sample and what it means.
public struct LegendEntry: Sendable, Hashable {
  /// What is shown beside the words.
  public enum Sample: Sendable, Hashable {
    /// A node of a kind.
    case node(DiagramStyle.NodeLook)

    /// An edge of a kind.
    case edge(DiagramStyle.EdgeLook)

    /// A pale node with a dashed outline.
    case endedNode(DiagramStyle.NodeLook)

    /// A dashed edge.
    case endedEdge(DiagramStyle.EdgeLook)

    /// A thin edge.
    case assumedEdge(DiagramStyle.EdgeLook)

    /// A small and a large circle.
    case size(DiagramStyle.NodeLook)
  }

  /// What is shown beside the words.
  public var sample: Sample

  /// What it means.
  public var text: String
}

extension Diagram {
  /// The legend: an entry for everything that is really drawn, and for nothing else.
  ///
  /// Kinds of nodes come first, then kinds of edges, then what pale, dashed, thin and large mean.
  public var legend: [LegendEntry] { nodeEntries + edgeEntries + markEntries }

  var nodeEntries: [LegendEntry] {
    let present = Set(nodes.map(\.kind))
    var entries = style.nodeKinds.filter { present.contains($0.word) }.map {
      LegendEntry(sample: .node($0.look), text: $0.name(in: language))
    }
    let known = Set(style.nodeKinds.map(\.word))
    if let others = otherWords(nodes.map(\.kind), known: known, hasKnown: !entries.isEmpty) {
      entries.append(LegendEntry(sample: .node(style.otherNode), text: others))
    }
    return entries
  }

  var edgeEntries: [LegendEntry] {
    let present = Set(edges.map(\.kind))
    var entries = style.edgeKinds.filter { present.contains($0.word) }.map {
      LegendEntry(sample: .edge($0.look), text: $0.name(in: language))
    }
    let known = Set(style.edgeKinds.map(\.word))
    if let others = otherWords(edges.map(\.kind), known: known, hasKnown: !entries.isEmpty) {
      entries.append(LegendEntry(sample: .edge(style.otherEdge), text: others))
    }
    return entries
  }

  /// The entries that explain marks instead of kinds.
  var markEntries: [LegendEntry] {
    let words = LegendWords(language: language)
    let circles = nodes.filter { style.look(ofNode: $0.kind).form == .circle }
    var entries: [LegendEntry] = []
    let sizes = Set(circles.map { min(max($0.size, 0), 1) })
    let meaning = SafeText.line(caption.sizeMeaning, limit: 80)
    if sizes.count > 1, !meaning.isEmpty, let circle = circles.max(by: { $0.size < $1.size }) {
      entries.append(
        LegendEntry(
          sample: .size(style.look(ofNode: circle.kind)), text: words.size(meaning)))
    }
    if let node = nodes.first(where: \.isEnded) {
      entries.append(
        LegendEntry(
          sample: .endedNode(style.look(ofNode: node.kind)), text: words.endedNode))
    }
    if edges.contains(where: \.isEnded) {
      entries.append(
        LegendEntry(sample: .endedEdge(style.otherEdge), text: words.endedEdge))
    }
    if edges.contains(where: \.isAssumed) {
      entries.append(
        LegendEntry(sample: .assumedEdge(style.otherEdge), text: words.assumedEdge))
    }
    return entries
  }

  /// The words for kinds that the style does not know; nil when there are none, or when nothing
  /// has a kind and there is nothing to tell apart.
  private func otherWords(_ kinds: [String], known: Set<String>, hasKnown: Bool) -> String? {
    let others = Set(kinds.filter { !known.contains($0) })
    guard !others.isEmpty else { return nil }
    let named = others.map { SafeText.line($0, limit: 40) }.filter { !$0.isEmpty }.sorted()
    if named.isEmpty { return hasKnown ? LegendWords(language: language).unnamedKind : nil }
    let shown = named.prefix(3).joined(separator: ", ")
    return named.count > 3 ? shown + ", …" : shown
  }
}

/// What the legend says, in both languages.
struct LegendWords {
  let language: DiagramLanguage

  private func pick(_ english: String, _ japanese: String) -> String {
    language == .japanese ? japanese : english
  }

  var endedEdge: String { pick("dashed = ended", "破線＝終了") }
  var endedNode: String { pick("pale, dashed outline = ended or left", "淡色・破線枠＝終了・退会") }
  var assumedEdge: String { pick("thin = assumed", "細線＝推定") }
  var unnamedKind: String { pick("other", "その他") }
  var source: String { pick("Source: ", "出典：") }
  var ended: String { pick("ended", "終了") }
  var assumed: String { pick("assumed", "推定") }

  func size(_ meaning: String) -> String { pick("area of circle: \(meaning)", "円の面積：\(meaning)") }

  func counts(nodes: Int, edges: Int) -> String {
    pick("\(nodes) nodes, \(edges) edges.", "ノード\(nodes)、紐帯\(edges)。")
  }
}
