internal import GraphMeasures
internal import GraphModels
internal import GraphStructure

/// How closed subgroups would be by chance.
public struct WallNull: Sendable, Equatable {
  /// What is left to chance.
  public enum Model: String, Sendable {
    /// Who is in which subgroup; sizes and ties stay. Exact for groups that are given.
    case permutedMembers = "permuted-members"
    /// Who is tied to whom; everyone keeps the number of ties, and communities are searched anew.
    case rewiredTies = "rewired-ties"
  }

  /// What is left to chance.
  public let model: Model
  /// How many times chance was tried.
  public let runs: Int
  /// The mean wall index over the tries in which it is defined; nil where it is in none.
  public let meanWallIndex: Double?
  /// The mean E-I index over the tries.
  public let meanEIIndex: Double
  /// How probable walls as high are by chance: (1 + tries with as high ones) / (1 + tries); nil
  /// where the wall index is not defined.
  public let p: Double?
  /// The standard error of ``p`` that comes from the number of tries.
  public let pError: Double?
  /// The same as ``p`` for each subgroup; empty for communities, which are others in every try.
  public let pOfGroups: [Double?]
}

/// Counts how often chance makes walls as high as those observed.
private struct WallTally: Sendable {
  var walls = 0.0
  var definedWalls = 0
  var eiIndices = 0.0
  var high = 0
  var highGroups: [Int]

  mutating func add(_ ties: GroupTies, against observed: GroupTies, byGroup: Bool) {
    let wall = ties.wallIndex
    if !wall.isNaN {
      walls += wall
      definedWalls += 1
    }
    eiIndices += ties.eiIndex
    // What is not defined, for want of ties within, is no high wall.
    if wall >= observed.wallIndex { high += 1 }
    guard byGroup else { return }
    for group in highGroups.indices where ties.wallIndex(of: group) >= observed.wallIndex(of: group)
    {
      highGroups[group] += 1
    }
  }

  mutating func add(_ other: WallTally) {
    walls += other.walls
    definedWalls += other.definedWalls
    eiIndices += other.eiIndices
    high += other.high
    for group in highGroups.indices { highGroups[group] += other.highGroups[group] }
  }
}

extension WallNull {
  /// Tries chance.
  ///
  /// - Parameters:
  ///   - model: What is left to chance.
  ///   - observed: The ties that were observed.
  ///   - graph: The graph they were observed in.
  ///   - groups: For each node its subgroup.
  ///   - runs: How many tries, at least 1.
  ///   - seed: Equal seeds give equal results, on any number of threads.
  ///   - execution: Threads, progress and cancellation.
  init(
    _ model: Model, of observed: GroupTies, in graph: Graph, groups: [Int?], runs: Int,
    seed: UInt64, execution: Execution
  ) {
    var seeds = SplitMix64(seed: seed)
    let seedOfRun = (0..<runs).map { _ in seeds.next() }
    let isGiven = model == .permutedMembers
    let empty = WallTally(
      highGroups: [Int](repeating: 0, count: isGiven ? observed.sizes.count : 0))
    let grouped = graph.nodes.filter { groups[$0] != nil }
    let tally = execution.reduceChunks(
      of: runs, chunkSize: isGiven ? 16 : 1, into: empty, makeScratch: {},
      work: { range, _ in
        var tally = empty
        for run in range {
          var generator = SplitMix64(seed: seedOfRun[run])
          let ties =
            switch model {
            case .permutedMembers:
              Self.permuted(graph, groups, grouped, observed.sizes.count, using: &generator)
            case .rewiredTies: Self.rewired(graph, using: &generator)
            }
          if let ties { tally.add(ties, against: observed, byGroup: isGiven) }
        }
        return tally
      }, merge: { $0.add($1) })
    self.model = model
    self.runs = runs
    meanWallIndex = tally.definedWalls == 0 ? nil : tally.walls / Double(tally.definedWalls)
    meanEIIndex = tally.eiIndices / Double(runs)
    p = observed.wallIndex.isNaN ? nil : Double(1 + tally.high) / Double(1 + runs)
    pError = p.map { ($0 * (1 - $0) / Double(runs)).squareRoot() }
    pOfGroups = tally.highGroups.indices.map { group in
      observed.wallIndex(of: group).isNaN
        ? nil : Double(1 + tally.highGroups[group]) / Double(1 + runs)
    }
  }

  /// The ties where members are put into subgroups of the same sizes at random.
  private static func permuted(
    _ graph: Graph, _ groups: [Int?], _ grouped: [Int], _ count: Int,
    using generator: inout SplitMix64
  ) -> GroupTies {
    var drawn = grouped.map { groups[$0] }
    generator.shuffle(&drawn)
    var permuted = groups
    for (node, group) in zip(grouped, drawn) { permuted[node] = group }
    return GroupTies(in: graph, groups: permuted, count: count)
  }

  /// The ties of the communities of a random graph with the same degrees.
  private static func rewired(_ graph: Graph, using generator: inout SplitMix64) -> GroupTies? {
    guard let random = try? graph.rewired(using: &generator),
      let found = try? random.wallCommunities(seed: generator.next())
    else { return nil }
    return GroupTies(in: random, groups: found.labels, count: found.count)
  }
}

extension Graph {
  /// The communities that walls are looked for between: Leiden, modularity, until nothing moves.
  func wallCommunities(seed: UInt64) throws(MeasureError) -> Partition {
    try leiden(seed: seed, iterationLimit: 100).partition
  }
}
