internal import GraphStructure

/// Where the nodes of a diagram go.
@DrawingLane
struct NodePlacement {
  let diagram: Diagram
  let edges: [(source: Int, target: Int)]
  let engine: LayoutEngine
  let context: GraphvizContext
  let limits: LayoutLimits
  let execution: Execution

  /// A field behind the nodes of a cluster.
  struct Field: Sendable {
    var box: DiagramBox
    var cluster: Int
  }

  /// Places the nodes.
  ///
  /// - Parameter sizes: The measured sizes of the nodes; where they stand does not matter.
  /// - Returns: The boxes of the nodes, and the fields of their clusters.
  /// - Throws: ``DrawingError`` from the engine.
  func placed(_ sizes: [DiagramBox]) throws(DrawingError) -> (
    boxes: [DiagramBox], fields: [Field]
  ) {
    switch diagram.arrangement {
    case .free: return (try freely(sizes), [])
    case .clusters: return try inClusters(sizes)
    case .twoModes: return (TwoModePlacement(diagram: diagram, edges: edges).placed(sizes), [])
    }
  }

  /// Nodes with edges as an engine places them, the others in rows.
  private func freely(_ sizes: [DiagramBox]) throws(DrawingError) -> [DiagramBox] {
    var boxes = sizes
    let joined = Set(edges.flatMap { [$0.source, $0.target] })
    let connected = diagram.nodes.indices.filter { joined.contains($0) }
    let isolated = diagram.nodes.indices.filter { !joined.contains($0) }
    let placed = try laidOut(connected, boxes, edges: edges, lengths: lengths)
    for (node, box) in zip(connected, placed) { boxes[node] = box }
    Packing.putInRows(isolated, of: &boxes, below: DiagramBox.around(placed))
    return boxes
  }

  private var lengths: [Double] {
    diagram.edges.map { diagram.style.look(ofEdge: $0.kind).length }
  }

  private func isRound(_ node: Int) -> Bool {
    diagram.style.look(of: diagram.nodes[node]).form.isRound
  }

  /// The boxes of some nodes in the best of some layouts.
  ///
  /// They are laid out as blank shapes of the measured sizes: Graphviz 2.43 loses some 350 bytes
  /// with each label that it reads, and the layouts are faster without.
  private func laidOut(
    _ nodes: [Int], _ sizes: [DiagramBox], edges: [(source: Int, target: Int)], lengths: [Double]
  ) throws(DrawingError) -> [DiagramBox] {
    guard !nodes.isEmpty else { return [] }
    let places = Dictionary(uniqueKeysWithValues: zip(nodes, nodes.indices))
    let ends = edges.map { (source: places[$0.source] ?? 0, target: places[$0.target] ?? 0) }
    if engine == .force {
      return ForcePlacement(execution: execution, seed: 1)
        .boxes(of: nodes.map { sizes[$0] }, edges: ends)
    }
    var sheet = Sheet()
    sheet.nodes = nodes.map { node in
      [
        Attribute(.shape, isRound(node) ? "ellipse" : "box"), Attribute(.label, ""),
        Attribute(.fixedSize, "true"), Attribute(.width, sizes[node].width / 72),
        Attribute(.height, sizes[node].height / 72),
      ]
    }
    sheet.edges = zip(ends, lengths).map { ends, length in
      Sheet.Edge(
        source: ends.source, target: ends.target, attributes: [Attribute(.length, length)])
    }
    let packing = Packing.attributes(nodeCount: nodes.count, edges: ends)
    func obstacles(_ boxes: [DiagramBox]) -> [Obstacle] {
      zip(boxes, nodes).map { Obstacle(box: $0, isRound: isRound($1)) }
    }
    let boxes = try best(sheet, packing: packing) { boxes in
      LayoutScore(of: obstacles(boxes), edges: ends)
    }
    guard engine == .neato, nodes.count <= Self.movedNodeLimit, ends.count <= Self.movedEdgeLimit
    else { return boxes }
    return CrossingReduction(nodeCount: nodes.count, edges: ends).improved(obstacles(boxes))
  }

  /// Networks in which single nodes are moved to where fewer edges cross.
  private static let movedNodeLimit = 100
  private static let movedEdgeLimit = 250

  /// The best of some layouts of a sheet.
  private func best(
    _ sheet: Sheet, packing: [Attribute], score: ([DiagramBox]) -> LayoutScore
  ) throws(DrawingError) -> [DiagramBox] {
    let tries = engine.tries(nodeCount: sheet.nodes.count)
    let layouts = try EngineRun(engine: engine, context: context, limits: limits).layouts(
      of: sheet,
      variants: (1...tries).map { start in
        engine.attributes(start: start) + packing + [Attribute(.splines, "none")]
      })
    guard tries > 1 else { return layouts[0] }
    var best = layouts[0]
    var least = score(best)
    for boxes in layouts.dropFirst() {
      let score = score(boxes)
      if score < least { (best, least) = (boxes, score) }
    }
    return best
  }

  // MARK: Clusters

  /// The space between a field and the nodes in it, in points; above them a title has room too.
  private static let fieldPadding = 16.0
  nonisolated static let fieldTitle = 22.0

  /// Each cluster laid out alone, then the clusters as if they were nodes.
  private func inClusters(_ sizes: [DiagramBox]) throws(DrawingError) -> (
    boxes: [DiagramBox], fields: [Field]
  ) {
    // Nodes without a cluster come last, in a place without a field.
    let last = diagram.clusters.count
    let clusters = diagram.nodes.map { node in
      node.cluster.flatMap { diagram.clusters.indices.contains($0) ? $0 : nil } ?? last
    }
    let members = Dictionary(grouping: diagram.nodes.indices) { clusters[$0] }
      .sorted { $0.key < $1.key }
    var boxes = sizes
    var fields: [DiagramBox] = []
    for (cluster, nodes) in members {
      let inner = edges.indices.filter {
        clusters[edges[$0].source] == cluster && clusters[edges[$0].target] == cluster
          && edges[$0].source != edges[$0].target
      }
      let joined = Set(inner.flatMap { [edges[$0].source, edges[$0].target] })
      let connected = nodes.filter { joined.contains($0) }
      let placed = try laidOut(
        connected, sizes, edges: inner.map { edges[$0] }, lengths: inner.map { lengths[$0] })
      for (node, box) in zip(connected, placed) { boxes[node] = box }
      Packing.putInRows(
        nodes.filter { !joined.contains($0) }, of: &boxes, below: DiagramBox.around(placed))
      fields.append(field(around: nodes.map { boxes[$0] }, cluster))
    }
    let position = Dictionary(uniqueKeysWithValues: zip(members.map(\.key), fields.indices))
    let placed = try placedFields(fields, between: clusters.map { position[$0] ?? 0 })
    for (place, (_, nodes)) in members.enumerated() {
      for node in nodes {
        boxes[node].x += placed[place].x - fields[place].x
        boxes[node].y += placed[place].y - fields[place].y
      }
    }
    let drawn = zip(placed, members).filter { $1.key < last }.map {
      Field(box: $0, cluster: $1.key)
    }
    return (boxes, drawn)
  }

  /// The field around the nodes of a cluster, wide enough for its title.
  private func field(around boxes: [DiagramBox], _ cluster: Int) -> DiagramBox {
    var box = DiagramBox.around(boxes) ?? DiagramBox(x: 0, y: 0, width: 0, height: 0)
    let title = diagram.clusters.indices.contains(cluster) ? diagram.clusters[cluster] : ""
    let text = TextWidth.ems(SafeText.line(title, limit: 60)) * 1.1 * diagram.style.labelSize
    box.width = max(box.width, text) + 2 * Self.fieldPadding
    box.height += 2 * Self.fieldPadding + Self.fieldTitle
    box.y += Self.fieldTitle / 2
    return box
  }

  /// The fields as nodes of a network of their own, tied where their nodes are.
  private func placedFields(
    _ fields: [DiagramBox], between clusters: [Int]
  ) throws(DrawingError) -> [DiagramBox] {
    guard fields.count > 1 else { return fields }
    var pairs: Set<[Int]> = []
    for edge in edges where clusters[edge.source] != clusters[edge.target] {
      pairs.insert([clusters[edge.source], clusters[edge.target]].sorted())
    }
    let ends = pairs.sorted { $0.lexicographicallyPrecedes($1) }.map {
      (source: $0[0], target: $0[1])
    }
    var sheet = Sheet()
    sheet.nodes = fields.map { field in
      [
        Attribute(.shape, "box"), Attribute(.label, ""), Attribute(.fixedSize, "true"),
        Attribute(.width, field.width / 72), Attribute(.height, field.height / 72),
      ]
    }
    sheet.edges = ends.map { ends in
      let reach = (fields[ends.source].width + fields[ends.target].width) / 2 + 40
      return Sheet.Edge(
        source: ends.source, target: ends.target, attributes: [Attribute(.length, reach / 72)])
    }
    let packing = Packing.attributes(nodeCount: fields.count, edges: ends)
    let placed = try best(sheet, packing: packing) { boxes in
      LayoutScore(of: boxes.map { Obstacle(box: $0, isRound: false) }, edges: ends)
    }
    // Graphviz leaves some overlaps where boxes are large.
    return BoxParting(gap: 20, sweeps: 400).parted(placed).boxes
  }
}
