internal import Foundation

/// How far two partitions of the same nodes agree.
///
/// All measures are 1 for equal partitions (the distance is 0), whatever the numbers of the
/// communities.
public struct PartitionAgreement: Sendable, Equatable {
  /// The number of nodes in each pair of communities that share any.
  private let shared: [Int]
  private let firstSizes: [Int]
  private let secondSizes: [Int]
  private let nodeCount: Int

  /// Compares two partitions.
  ///
  /// - Parameters:
  ///   - first: A partition.
  ///   - second: Another of as many nodes.
  /// - Complexity: O(*n*).
  public init(_ first: Partition, _ second: Partition) {
    precondition(first.labels.count == second.labels.count, "partitions of the same nodes")
    var shared: [Int: Int] = [:]
    for (one, other) in zip(first.labels, second.labels) {
      shared[one * second.count + other, default: 0] += 1
    }
    // In a fixed order, so that sums have the same bits every time.
    self.shared = shared.sorted { $0.key < $1.key }.map(\.value)
    firstSizes = first.sizes
    secondSizes = second.sizes
    nodeCount = first.labels.count
  }

  /// The share of pairs of nodes on which the two agree: together in both, or apart in both.
  ///
  /// 1 below two nodes.
  ///
  /// - SeeAlso: W. M. Rand. Objective criteria for the evaluation of clustering methods. Journal of
  ///   the American Statistical Association 66, 1971.
  public var randIndex: Double {
    guard allPairs > 0 else { return 1 }
    return Double(
      allPairs + 2 * Self.pairs(shared) - Self.pairs(firstSizes)
        - Self.pairs(secondSizes)) / Double(allPairs)
  }

  /// The Rand index, less what chance gives for communities of these sizes, as a share of the most
  /// that it could be more.
  ///
  /// 0 in the mean for random communities of these sizes, and below 0 for less. 1 where both put all
  /// nodes together, or all apart.
  ///
  /// - SeeAlso: L. Hubert, P. Arabie. Comparing partitions. Journal of Classification 2, 1985.
  public var adjustedRandIndex: Double {
    let together = Double(Self.pairs(shared))
    let (first, second) = (Double(Self.pairs(firstSizes)), Double(Self.pairs(secondSizes)))
    let expected = allPairs > 0 ? first / Double(allPairs) * second : 0
    let most = (first + second) / 2
    return most == expected ? 1 : (together - expected) / (most - expected)
  }

  /// What one tells about the other, in nats.
  ///
  /// > *I* = Σ *n*(*i*, *j*) / *n* · ln(*n* · *n*(*i*, *j*) / (*n*(*i*) *n*(*j*)))
  public var mutualInformation: Double {
    max(0, Self.entropy(firstSizes) + Self.entropy(secondSizes) - Self.entropy(shared))
  }

  /// ``mutualInformation`` as a share of the mean entropy of the two.
  ///
  /// The arithmetic mean, as in scikit-learn and igraph (Danon and others 2005). 1 where both put
  /// all nodes together.
  public var normalizedMutualInformation: Double {
    let mean = (Self.entropy(firstSizes) + Self.entropy(secondSizes)) / 2
    return mean > 0 ? min(1, mutualInformation / mean) : 1
  }

  /// What each tells that the other does not, in nats: a distance between partitions.
  ///
  /// > *H*(first) + *H*(second) − 2 *I*
  ///
  /// - SeeAlso: M. Meilă. Comparing clusterings: an information based distance. Journal of
  ///   Multivariate Analysis 98, 2007.
  public var variationOfInformation: Double {
    max(0, 2 * Self.entropy(shared) - Self.entropy(firstSizes) - Self.entropy(secondSizes))
  }

  private var allPairs: Int { nodeCount * (nodeCount - 1) / 2 }

  private static func pairs(_ sizes: [Int]) -> Int { sizes.reduce(0) { $0 + $1 * ($1 - 1) / 2 } }

  private static func entropy(_ sizes: [Int]) -> Double {
    let count = Double(sizes.reduce(0, +))
    return sizes.reduce(0) { $0 - Double($1) / count * log(Double($1) / count) }
  }
}
