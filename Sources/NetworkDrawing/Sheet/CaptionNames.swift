/// What the numbers in panels stand for, kind by kind: "exchange group: 2 Hoshinkai, 3 …".
struct CaptionNames {
  private let keys: [PanelLabels.Key]
  private let diagram: Diagram

  init(_ keys: [PanelLabels.Key], of diagram: Diagram) {
    (self.keys, self.diagram) = (keys, diagram)
  }

  /// The kinds of nodes none of which has a number: they need an entry of their own.
  var otherKinds: [LegendEntry] {
    let numbered = Set(keys.map(\.kind))
    guard !numbered.isEmpty else { return diagram.nodeEntries }
    var rest = diagram
    rest.nodes.removeAll { numbered.contains($0.kind) }
    return rest.nodeEntries
  }

  /// A sample of each kind with the names of its numbers, in lines of a width in ems.
  func entries(width: Double) -> [LegendEntry] {
    var kinds: [String] = []
    for key in keys where !kinds.contains(key.kind) { kinds.append(key.kind) }
    let isJapanese = diagram.language == .japanese
    let comma = LegendWords(language: diagram.language).comma
    return kinds.flatMap { kind -> [LegendEntry] in
      let own = keys.filter { $0.kind == kind }
      let known = diagram.style.nodeKinds.first { $0.word == kind }
      let title = known?.name(in: diagram.language) ?? SafeText.line(kind, limit: 40)
      var lines = [title.isEmpty ? "" : title + (isJapanese ? "：" : ": ")]
      for (place, key) in own.enumerated() {
        let name = SafeText.line(key.name, limit: 40)
        let item = "\(key.number) \(name)" + (place + 1 < own.count ? comma : "")
        if TextWidth.ems(lines[lines.count - 1]) + TextWidth.ems(item) > width,
          !lines[lines.count - 1].isEmpty
        {
          lines.append("")
        }
        lines[lines.count - 1] += item
      }
      return lines.enumerated().map { place, line in
        LegendEntry(sample: place == 0 ? .node(own[0].look) : .none, text: line)
      }
    }
  }
}
