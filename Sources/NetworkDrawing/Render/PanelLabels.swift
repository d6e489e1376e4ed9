/// How much is written on the nodes of panels, which are small.
enum PanelLabels: CaseIterable {
  /// Every name, if there is room for it.
  case names

  /// Names of a letter or two; for longer ones a number, which the legend explains.
  case numbers

  /// The most nodes that have a number or a name: of more, the largest.
  private static let limit = 80

  /// The widest name that stays, in ems.
  private static let shortest = 2.2

  /// A number in place of a name.
  struct Key: Sendable {
    var number: String
    var name: String
    var kind: String
    var look: DiagramStyle.NodeLook
  }

  /// The panels as they are labelled, and what their numbers stand for.
  func set(_ panels: [DiagramFigure.Panel]) -> (panels: [DiagramFigure.Panel], keys: [Key]) {
    guard self == .numbers else { return (panels, []) }
    let labelled = Self.labelled(panels)
    var keys: [Key] = []
    var numbers: [String: String] = [:]
    let nodes = Self.inOrder(labelled, of: panels)
    // Where nodes are called by numbers, others cannot be.
    let usesLetters = nodes.contains { NodeLabel.text(of: $0).allSatisfy(\.isNumber) }
    for node in nodes {
      let name = NodeLabel.text(of: node)
      guard TextWidth.ems(name) > Self.shortest else { continue }
      let number = usesLetters ? Self.letters(keys.count) : "\(keys.count + 1)"
      numbers[node.id] = number
      keys.append(
        Key(number: number, name: name, kind: node.kind, look: Self.look(of: node, panels)))
    }
    var result = panels
    for panel in result.indices {
      for index in result[panel].diagram.nodes.indices {
        let node = result[panel].diagram.nodes[index]
        result[panel].diagram.nodes[index].subtitle = ""
        if let number = numbers[node.id] { result[panel].diagram.nodes[index].label = number }
        // A ghost keeps a place; its name would crowd out those who are there.
        if node.isGhost || !labelled.contains(node.id) {
          result[panel].diagram.nodes[index].showsLabel = false
        }
      }
    }
    return (result, keys)
  }

  /// Counts a, b, …, z, aa, ab and on.
  private static func letters(_ number: Int) -> String {
    let last = String(UnicodeScalar(UInt8(ascii: "a") + UInt8(number % 26)))
    return number < 26 ? last : letters(number / 26 - 1) + last
  }

  /// What the legend shows of a node's kind: its colour only where that stands for the kind.
  private static func look(
    of node: Diagram.Node, _ panels: [DiagramFigure.Panel]
  ) -> DiagramStyle.NodeLook {
    let style = panels.first?.diagram.style ?? .light
    var plain = node
    plain.paint = .kind
    var look = style.look(of: plain)
    if node.paint != .kind { (look.fill, look.line) = (style.background, style.otherNode.line) }
    return look
  }

  /// The ids of the nodes that are labelled: the largest, where there are too many.
  private static func labelled(_ panels: [DiagramFigure.Panel]) -> Set<String> {
    var sizes: [String: Double] = [:]
    for panel in panels {
      for node in panel.diagram.nodes where node.showsLabel && !node.isGhost {
        sizes[node.id] = max(sizes[node.id] ?? 0, node.size.isFinite ? node.size : 0)
      }
    }
    guard sizes.count > limit else { return Set(sizes.keys) }
    return Set(sizes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(limit).map(\.key))
  }

  /// Nodes by kind, as the legend has them, then by name: so a number is found.
  private static func inOrder(
    _ ids: Set<String>, of panels: [DiagramFigure.Panel]
  ) -> [Diagram.Node] {
    var nodes: [String: Diagram.Node] = [:]
    for panel in panels {
      for node in panel.diagram.nodes where ids.contains(node.id) && !node.isGhost {
        nodes[node.id] = nodes[node.id] ?? node
      }
    }
    let kinds = panels.first?.diagram.style.nodeKinds.map(\.word) ?? []
    func rank(_ node: Diagram.Node) -> (Int, String, String) {
      (kinds.firstIndex(of: node.kind) ?? kinds.count, NodeLabel.text(of: node), node.id)
    }
    return nodes.values.sorted { rank($0) < rank($1) }
  }
}

extension DiagramStyle {
  /// The style of what is made for a page: small type, and lines to match.
  ///
  /// - Parameter type: The size of labels, where that of this style is the usual one.
  /// - Returns: The style.
  func ofPanels(type: Double) -> DiagramStyle {
    var style = self
    style.labelSize = max(type, (labelSize * type / 13).rounded())
    style.subtitleSize = style.labelSize
    style.labelWidth = 6
    style.circleGrowth *= 0.3
    for place in style.nodeKinds.indices { style.nodeKinds[place].look.lineWidth *= 0.7 }
    style.otherNode.lineWidth *= 0.7
    for place in style.edgeKinds.indices { style.edgeKinds[place].look.width *= 0.75 }
    style.otherEdge.width *= 0.75
    return style
  }
}
