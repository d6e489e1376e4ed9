public import GraphStructure

/// A random graph of nodes in blocks, some more active than others (degree-corrected block model).
///
/// > P(*u* – *v*) = min(1, *a*ᵤ · *a*ᵥ · *w*), with *w* = `inside` where both are of one block and
/// > `between` where they are not
///
/// Pairs are drawn independently, in the order (0, 1), (0, 2) …, one number each.
///
/// - SeeAlso: B. Karrer, M. E. J. Newman. Stochastic blockmodels and community structure in
///   networks. Physical Review E 83, 2011.
public struct BlockModel: Sendable, Equatable {
  /// The block of each node.
  public let blocks: [Int]
  /// How active each node is: 1 is usual, 0 or more.
  public let activity: [Double]
  /// The probability of a tie between two usual nodes of one block.
  public let inside: Double
  /// The probability of a tie between two usual nodes of different blocks.
  public let between: Double

  /// Creates a model.
  ///
  /// - Parameters:
  ///   - blocks: The block of each node.
  ///   - activity: How active each node is, 0 or more; as many as nodes.
  ///   - inside: The probability of a tie within a block, 0 or more.
  ///   - between: The probability of a tie between blocks, 0 or more.
  public init(blocks: [Int], activity: [Double], inside: Double, between: Double) {
    precondition(blocks.count == activity.count, "as many activities as nodes")
    precondition(activity.allSatisfy { $0 >= 0 } && inside >= 0 && between >= 0)
    self.blocks = blocks
    self.activity = activity
    self.inside = inside
    self.between = between
  }

  /// Draws the edges of a graph pair by pair; ``graph(using:)`` is for many nodes.
  ///
  /// - Parameter generator: Where the random numbers come from.
  /// - Returns: Source and target of each edge, the source the lesser.
  /// - Complexity: O(*n*²).
  public func edges(using generator: inout SplitMix64) -> [(source: Graph.Node, target: Graph.Node)]
  {
    var edges: [(source: Graph.Node, target: Graph.Node)] = []
    for source in blocks.indices {
      for target in (source + 1)..<max(source + 1, blocks.count) {
        let weight = blocks[source] == blocks[target] ? inside : between
        if generator.nextUnit() < activity[source] * activity[target] * weight {
          edges.append((source, target))
        }
      }
    }
    return edges
  }
}
