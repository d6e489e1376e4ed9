extension ForcePlacement {
  /// The boxes of nodes with labels, each kept clear of the others by the circle around it.
  func boxes(
    of sizes: [DiagramBox], edges: [(source: Int, target: Int)]
  ) -> [DiagramBox] {
    let radii = sizes.map {
      Float(($0.width * $0.width + $0.height * $0.height).squareRoot() / 2)
    }
    // Where circles are packed as they are here, about a third of the page is covered.
    let covered = radii.reduce(0) { $0 + 3.1416 * Double($1 * $1) }
    let middles = middles(
      radii: radii, edges: edges, area: 3 * covered / Double(max(sizes.count, 1))
    ).middles
    return zip(sizes, middles).map { size, middle in
      DiagramBox(x: middle.x, y: middle.y, width: size.width, height: size.height)
    }
  }
}
