public import GraphStructure

/// How far the nodes of a graph extend at most and at least.
public struct DistanceExtremes: Sendable, Equatable {
  /// The greatest eccentricity of a node.
  public let diameter: Int

  /// A node whose eccentricity is the ``diameter``.
  public let peripheralNode: Graph.Node

  /// The least eccentricity of a node.
  public let radius: Int

  /// A node whose eccentricity is the ``radius``.
  public let centralNode: Graph.Node

  /// From how many nodes there was a search; all others were settled by bounds.
  public let searchCount: Int
}

extension Graph {
  /// Returns the greatest number of steps between two nodes that a path joins; nil where there is
  /// no such pair.
  ///
  /// It is ``DistanceSummary/diameter`` without the other distances. In a disconnected graph it is
  /// that of the widest component, as in igraph; in a directed graph only pairs count of which the
  /// first reaches the second.
  ///
  /// Searches from some nodes bound how far all others extend, until none can extend farther than
  /// one is known to: in social networks after a few dozen.
  ///
  /// - Parameter execution: Threads, progress and cancellation.
  /// - Returns: The diameter.
  /// - Complexity: O(*n* (*n* + *m*)) at worst, as on a cycle; commonly O(*n* + *m*) times a few
  ///   dozen.
  /// - SeeAlso: F. W. Takes, W. A. Kosters. Determining the diameter of small world networks. CIKM
  ///   2011; M. Borassi et al. Fast diameter and radius BFS-based computation in (weakly connected)
  ///   real-world graphs. Theoretical Computer Science 586, 2015.
  public func diameter(execution: Execution = .standard) -> Int? {
    let extremes = distanceExtremes(wantsLeast: false, execution)
    return extremes.flatMap { $0.diameter > 0 ? $0.diameter : nil }
  }

  /// Returns the least eccentricity of a node; nil in a graph without nodes.
  ///
  /// It is the least number of ``eccentricity(direction:execution:)``, as in igraph. So a node that
  /// reaches no other makes it 0; where that is not what is meant, ask the largest component.
  ///
  /// - Parameter execution: Threads, progress and cancellation.
  /// - Returns: The radius.
  /// - Complexity: As ``diameter(execution:)``.
  public func radius(execution: Execution = .standard) -> Int? {
    distanceExtremes(execution: execution)?.radius
  }

  /// Returns diameter and radius, each with a node that extends so far; nil in a graph without
  /// nodes.
  ///
  /// Eccentricities are those of ``eccentricity(direction:execution:)``: they follow outgoing arcs
  /// and leave out nodes that are not reached; a node that reaches no other has 0. So ``radius(execution:)``
  /// is 0 in a graph with an isolated node, and the diameter of a graph without edges is 0 here.
  /// Of several nodes that extend as far the answer names one, the same at any number of threads.
  ///
  /// - Parameter execution: Threads, progress and cancellation.
  /// - Returns: The extremes.
  /// - Complexity: As ``diameter(execution:)``.
  /// - SeeAlso: M. Borassi et al. Fast diameter and radius BFS-based computation in (weakly
  ///   connected) real-world graphs. Theoretical Computer Science 586, 2015.
  public func distanceExtremes(execution: Execution = .standard) -> DistanceExtremes? {
    distanceExtremes(wantsLeast: true, execution)
  }

  /// Returns the extremes; unless the least is wanted, radius and center may be too great.
  private func distanceExtremes(
    wantsLeast: Bool, _ execution: Execution
  ) -> DistanceExtremes? {
    guard isDirected else {
      var bounds = EccentricityBounds(self, wantsLeast: wantsLeast)
      bounds.settle(execution)
      return DistanceExtremes(bounds.farthest, bounds.nearest, searchCount: bounds.searchCount)
    }
    var bounds = DirectedEccentricityBounds(self, wantsLeast: wantsLeast)
    bounds.settle(execution)
    return DistanceExtremes(bounds.farthest, bounds.nearest, searchCount: bounds.searchCount)
  }
}

extension DistanceExtremes {
  fileprivate init?(_ farthest: NodeExtent?, _ nearest: NodeExtent?, searchCount: Int) {
    guard let farthest, let nearest else { return nil }
    self.init(
      diameter: Int(farthest.eccentricity), peripheralNode: farthest.node,
      radius: Int(nearest.eccentricity), centralNode: nearest.node, searchCount: searchCount)
  }
}
