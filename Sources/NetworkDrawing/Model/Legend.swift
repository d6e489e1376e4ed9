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

    /// The colours of a community or group.
    case category(DiagramStyle.CategoryLook)

    /// The colours of a measure, from the least to the greatest score.
    case shade([Color])

    /// A node that stands back.
    case paleNode(DiagramStyle.NodeLook)

    /// A node that is absent.
    case ghost

    /// A thin and pale edge.
    case uncertainEdge(DiagramStyle.EdgeLook)

    /// An edge that stands out.
    case strongEdge(DiagramStyle.EdgeLook)

    /// Nothing: the line above goes on.
    case none
  }

  /// What is shown beside the words.
  public var sample: Sample

  /// What it means.
  public var text: String
}

extension Diagram {
  /// The legend: an entry for everything that is really drawn, and for nothing else.
  ///
  /// Kinds of nodes come first, then communities or groups, then kinds of edges, then what pale,
  /// dashed, thin, large and dark mean.
  public var legend: [LegendEntry] { nodeEntries + categoryEntries + edgeEntries + markEntries }

  var nodeEntries: [LegendEntry] {
    let words = LegendWords(language: language)
    let present = Set(nodes.map(\.kind))
    let isPainted = nodes.contains { $0.paint != .kind }
    var entries = style.nodeKinds.filter { present.contains($0.word) }.map { kind in
      var look = kind.look
      // Where colours stand for something else, kinds keep their forms alone.
      if isPainted { (look.fill, look.line) = (style.background, style.otherNode.line) }
      if let form = nodes.first(where: { $0.kind == kind.word })?.form { look.form = form }
      return LegendEntry(sample: .node(look), text: kind.name(in: language))
    }
    if isPainted {
      // Kinds that look alike are not worth a line each, and one look for all is worth none.
      var looks: [LegendEntry] = []
      for entry in entries {
        if let place = looks.firstIndex(where: { $0.sample == entry.sample }) {
          looks[place].text += words.comma + entry.text
        } else {
          looks.append(entry)
        }
      }
      entries = looks.count == 1 ? [] : looks
    }
    let known = Set(style.nodeKinds.map(\.word))
    if let others = otherWords(nodes.map(\.kind), known: known, hasKnown: !entries.isEmpty) {
      entries.append(LegendEntry(sample: .node(style.otherNode), text: others))
    }
    return entries
  }

  var categoryEntries: [LegendEntry] {
    var present: Set<Int> = []
    for node in nodes { if case .category(let number) = node.paint { present.insert(number) } }
    guard !present.isEmpty else { return [] }
    var entries = present.filter { style.categories.indices.contains($0) }.sorted().map { number in
      let name = categories.indices.contains(number) ? categories[number] : ""
      return LegendEntry(
        sample: .category(style.categories[number]), text: SafeText.line(name, limit: 40))
    }
    if present.contains(where: { !style.categories.indices.contains($0) }) {
      let look = DiagramStyle.CategoryLook(fill: style.otherNode.fill, line: style.otherNode.line)
      entries.append(
        LegendEntry(
          sample: .category(look), text: LegendWords(language: language).otherCategories))
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
    let circles = nodes.filter { !$0.isGhost && style.look(of: $0).form == .circle }
    var entries: [LegendEntry] = []
    let sizes = Set(circles.map { min(max($0.size, 0), 1) })
    let meaning = SafeText.line(caption.sizeMeaning, limit: 80)
    if sizes.count > 1, !meaning.isEmpty, let circle = circles.max(by: { $0.size < $1.size }) {
      entries.append(
        LegendEntry(
          sample: .size(style.look(of: circle)),
          text: words.size(meaning) + words.range(caption.sizeBounds)))
    }
    let shade = SafeText.line(caption.shadeMeaning, limit: 80)
    let isShaded = nodes.contains {
      if case .shade = $0.paint { true } else { false }
    }
    if !shade.isEmpty, isShaded {
      entries.append(
        LegendEntry(
          sample: .shade(style.scale), text: words.shade(shade) + words.range(caption.shadeBounds)))
    }
    if let node = nodes.first(where: { $0.isEnded && !$0.isGhost }) {
      entries.append(
        LegendEntry(sample: .endedNode(style.look(of: node)), text: words.endedNode))
    }
    if let node = nodes.first(where: { $0.isUncertain && !$0.isGhost }) {
      entries.append(
        LegendEntry(sample: .paleNode(style.look(of: node)), text: words.uncertainNode))
    }
    if nodes.contains(where: \.isGhost) {
      entries.append(LegendEntry(sample: .ghost, text: words.ghost))
    }
    if edges.contains(where: { $0.emphasis == .strong }) {
      entries.append(LegendEntry(sample: .strongEdge(style.otherEdge), text: words.strong))
    }
    if edges.contains(where: \.isEnded) {
      entries.append(
        LegendEntry(sample: .endedEdge(style.otherEdge), text: words.endedEdge))
    }
    if edges.contains(where: \.isUncertain) {
      entries.append(
        LegendEntry(sample: .uncertainEdge(style.otherEdge), text: words.uncertainEdge))
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
    let words = LegendWords(language: language)
    let named = others.map { SafeText.line(words.name(ofOther: $0), limit: 40) }
      .filter { !$0.isEmpty }.sorted()
    if named.isEmpty { return hasKnown ? words.unnamedKind : nil }
    let shown = named.prefix(3).joined(separator: words.comma)
    return named.count > 3 ? shown + words.comma + "…" : shown
  }
}
