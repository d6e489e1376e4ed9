public import GraphStructure

extension Graph {
  /// Returns the *k*-components: the largest sets of nodes that stay connected whichever *k* − 1 of
  /// them go.
  ///
  /// Between any two nodes of a *k*-component there are *k* paths within it that share no node but
  /// their ends. It has more than *k* nodes. Two of them share fewer than *k* nodes; every
  /// (*k* + 1)-component lies in a *k*-component, which makes the levels a measure of how embedded
  /// nodes are: structural cohesion. With *k* = 1 they are the components of two nodes or more, with
  /// *k* = 2 the biconnected components of three nodes or more.
  ///
  /// The graph is taken apart at one smallest node cut after the other: no *k*-component has nodes
  /// on both sides of a cut of fewer than *k* nodes, so each lies in one side together with the cut.
  /// Directions, self loops and parallel edges do not matter.
  ///
  /// - Parameters:
  ///   - connectivity: The number *k*, at least 1.
  ///   - execution: Cancellation, after which only what was found is given.
  /// - Returns: The components, each ascending, ordered by their nodes.
  /// - Throws: ``MeasureError/parameterOutOfRange(name:value:allowed:)``.
  /// - Complexity: O(*n*) cuts, each that of ``smallestNodeCut()``.
  /// - SeeAlso: J. Moody, D. R. White. Structural cohesion and embeddedness: a hierarchical concept
  ///   of social groups. American Sociological Review 68, 2003.
  public func kComponents(
    _ connectivity: Int, execution: Execution = .standard
  ) throws(MeasureError) -> [[Node]] {
    guard connectivity >= 1 else {
      throw .parameterOutOfRange(
        name: "connectivity", value: Double(connectivity), allowed: "at least 1")
    }
    let whole = undirected
    var open = [Array(nodes)]
    var found: [[Node]] = []
    while let candidate = open.popLast(), !execution.isCancelled() {
      let part = whole.subgraph(of: candidate)
      // Whoever has fewer than k contacts left is in no k-component.
      let coreness = part.coreness()
      let kept = part.nodes.filter { coreness[$0] >= connectivity }
      guard kept.count > connectivity else { continue }
      guard kept.count == candidate.count else {
        open.append(kept.map { candidate[$0] })
        continue
      }
      guard let cut = NodeCutSearch(part).smallest(below: connectivity) else {
        found.append(candidate)
        continue
      }
      for side in part.sides(of: cut) { open.append((side + cut).sorted().map { candidate[$0] }) }
    }
    return found.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// Returns the components of what is left without some nodes.
  private func sides(of cut: [Node]) -> [[Node]] {
    let isCut = Set(cut)
    let left = nodes.filter { !isCut.contains($0) }
    let labels = subgraph(of: left).components().labels
    var sides = [[Node]](repeating: [], count: (labels.max() ?? -1) + 1)
    for (place, label) in labels.enumerated() { sides[label].append(left[place]) }
    return sides
  }
}
