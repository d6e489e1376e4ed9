import KnowWho
import Testing

@Suite struct GroupComparisonTests {
  private func graph(_ count: Int, _ edges: [(Int, Int)], _ strengths: [Double]? = nil) throws
    -> Graph
  {
    try Graph(
      nodeCount: count, edges: edges.map { (source: $0.0, target: $0.1) }, strengths: strengths)
  }

  private func random(_ nodes: Int, _ edges: Int, seed: UInt64) throws -> Graph {
    var generator = SplitMix64(seed: seed)
    return try Graph.gnm(nodes: nodes, edges: edges, using: &generator)
  }

  private func figures(_ group: ComparedGroup) throws -> (ComparisonFigure) -> Double {
    let comparison = try GroupComparison([group], runs: 10)
    return { comparison.cell($0, of: 0).value }
  }

  private func figures(_ graph: Graph) throws -> (ComparisonFigure) -> Double {
    try figures(ComparedGroup(name: "A", graph: graph))
  }

  /// A star of four leaves: leaves reach each other through the centre alone.
  @Test func star() throws {
    let figure = try figures(graph(5, (1...4).map { (0, $0) }))
    #expect(figure(.cohesion) == 0.4)
    #expect(figure(.cohesionWithin2) == 1)
    #expect(figure(.strongTransitivity) == 0)
    #expect(figure(.contacts) == 1.6)
    #expect(figure(.reach1) == 4)
    #expect(figure(.reach2) == 4)
    #expect(figure(.redundancy) == 0)
    #expect(figure(.fragileShare) == 1)
    // Without the centre its leaves reach nobody.
    #expect(figure(.leaderDependence) == 1)
    #expect(figure(.centralization) == 1)
    // Six pairs of leaves have not met, and two talks at a time fit in nine rounds.
    #expect(figure(.matches) == 6)
  }

  /// A ring of four: the two opposite each other are known to both contacts.
  @Test func ringOfFour() throws {
    let figure = try figures(graph(4, [(0, 1), (1, 2), (2, 3), (3, 0)]))
    #expect(figure(.reach1) == 3)
    #expect(figure(.redundancy) == 0.5)
    #expect(figure(.fragileShare) == 0)
    #expect(figure(.leaderDependence) == 0)
  }

  /// A path of five: from its ends two and three steps lead on.
  @Test func path() throws {
    let figure = try figures(graph(5, [(0, 1), (1, 2), (2, 3), (3, 4)]))
    #expect(figure(.cohesionWithin2) == 14.0 / 20)
    #expect(figure(.reach1) == 14.0 / 5)
    #expect(figure(.reach2) == 18.0 / 5)
    // The middle one carries two of the 14 − 2 · 4 ordered pairs of others.
    let group = ComparedGroup(name: "A", graph: try graph(5, [(0, 1), (1, 2), (2, 3), (3, 4)]))
    #expect(group.dependences()[2] == 2.0 / 6)
  }

  /// From the definitions, by removing each member and searching anew.
  @Test(arguments: 1...6) func asDefined(seed: Int) throws {
    let graph = try random(24, 30 + 6 * seed, seed: UInt64(seed))
    func within(_ graph: Graph, _ steps: Int, _ source: Int) -> Set<Int> {
      var reached: Set = [source]
      for _ in 0..<steps { for node in reached { reached.formUnion(graph.successors(of: node)) } }
      return reached.subtracting([source])
    }
    let figure = try figures(graph)
    let nodes = Array(graph.nodes)
    func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }
    let reach = nodes.map { Double(within(graph, 2, $0).count) }
    #expect(abs(figure(.reach1) - mean(reach)) < 1e-12)
    #expect(abs(figure(.reach2) - mean(nodes.map { Double(within(graph, 3, $0).count) })) < 1e-12)
    #expect(abs(figure(.cohesionWithin2) - mean(reach) / 23) < 1e-12)
    // Burt's effective size: a contact counts less by the share of the contacts that it is tied to.
    let sizes = nodes.compactMap { node -> Double? in
      let contacts = Set(graph.successors(of: node))
      guard !contacts.isEmpty else { return nil }
      return contacts.reduce(0.0) { sum, contact in
        let known = Set(graph.successors(of: contact)).intersection(contacts).count
        return sum + 1 - Double(known) / Double(contacts.count)
      }
    }
    #expect(abs(figure(.effectiveSize) - mean(sizes)) < 1e-12)
    var redundancies: [Double] = []
    var fragile: [Double] = []
    for node in nodes {
      let contacts = Set(graph.successors(of: node))
      let strangers = contacts.map {
        Set(graph.successors(of: $0)).subtracting(contacts).subtracting([node])
      }
      let all = strangers.reduce(Set()) { $0.union($1) }
      guard !all.isEmpty else { continue }
      redundancies.append(1 - Double(all.count) / Double(strangers.reduce(0) { $0 + $1.count }))
      let single = all.count { one in strangers.count { $0.contains(one) } == 1 }
      fragile.append(Double(single) / Double(all.count))
    }
    #expect(abs(figure(.redundancy) - mean(redundancies)) < 1e-12)
    #expect(abs(figure(.fragileShare) - mean(fragile)) < 1e-12)
    let dependences = ComparedGroup(name: "A", graph: graph).dependences()
    for leaver in nodes {
      let others = nodes.filter { $0 != leaver }
      let rest = graph.subgraph(of: others)
      let before = others.reduce(0) { $0 + within(graph, 2, $1).subtracting([leaver]).count }
      let after = rest.nodes.reduce(0) { $0 + within(rest, 2, $1).count }
      #expect(abs(dependences[leaver] - (1 - Double(after) / Double(before))) < 1e-12)
    }
    #expect(figure(.leaderDependence) == dependences.max())
  }

  /// From the definition, by removing all sets of members, the smallest first.
  @Test(arguments: 1...8) func connectivity(seed: Int) throws {
    let graph = try random(7, 5 + 2 * seed, seed: UInt64(seed))
    func isParted(without removed: Set<Int>) -> Bool {
      let left = graph.nodes.filter { !removed.contains($0) }
      guard var reached = left.first.map({ Set([$0]) }) else { return false }
      for _ in left {
        for node in reached {
          reached.formUnion(graph.successors(of: node).filter { !removed.contains($0) })
        }
      }
      return reached.count < left.count
    }
    let sets = (0..<128).map { bits in Set(0..<7).filter { bits >> $0 & 1 == 1 } }
    let least = sets.filter(isParted).map(\.count).min() ?? 6
    let comparison = try GroupComparison([ComparedGroup(name: "A", graph: graph)], runs: 10)
    let cell = comparison.cell(.connectivity, of: 0)
    #expect(cell.value == Double(least))
    #expect(cell.estimate == nil && cell.sameSize == nil && cell.sameDegrees == nil)
  }

  /// Two firms and a university meet in a project; one firm and a group have a member in common.
  @Test func knowWhoReach() throws {
    let network = ReachOracle(
      kinds: ["firm", "firm", "university", "project", "group", "firm"],
      ties: [(0, 3), (1, 3), (2, 3), (0, 4), (5, 4)].map {
        ReachOracle.Tie(
          source: $0.0, target: $0.1, kind: $0.1 == 4 ? "membership" : "project")
      }
    ).network
    let members = try network.reach(introducers: 1).members(Array(0..<6))
    // By hand: 0 knows 1 and 2 by the project, 4 and 5 by the group; 5 gets to 1 and 2 through 0.
    #expect(members[0] == MemberReach(all: 4, outside: 3))
    #expect(members[1] == MemberReach(all: 4, outside: 4))
    #expect(members[5] == MemberReach(all: 4, outside: 3))
    #expect(members[3] == nil)
    let view = try network.graph()
    let pool = GroupPool(graph: view.graph, knowWho: members)
    let comparison = try GroupComparison(
      [pool.group(of: Array(0..<6), name: "A"), pool.group(of: [0, 5], name: "B")], runs: 10)
    #expect(comparison.cell(.knowWho1, of: 0).value == 4)
    #expect(comparison.cell(.knowWhoOutside1, of: 1).value == 3)
    #expect(comparison.difference(.knowWho1, of: 1).value == 0)
    #expect(comparison.cell(.knowWho1, of: 0).sameSize == nil)
  }

  /// Acts 0, 0, 1, 3: half are passive; the differences of all ordered pairs add up to 20, of
  /// 2 · 16 · 1.
  @Test func acts() throws {
    let group = ComparedGroup(
      name: "A", graph: try graph(5, [(0, 1)]), acts: [0, 0, 1, 3, nil])
    let figure = try figures(group)
    #expect(figure(.passivity) == 0.5)
    #expect(abs(figure(.actGini) - 0.625) < 1e-12)
    #expect(try figures(graph(4, [(0, 1)]))(.passivity).isNaN)
  }

  @Test func strongTiesAndGivenSubgroups() throws {
    let edges = [(0, 1), (1, 2), (2, 3), (0, 2)]
    let group = ComparedGroup(
      name: "A", graph: try graph(4, edges, [5, 5, 1, 5]), strongFrom: 3,
      subgroups: [0, 0, 1, 1])
    let figure = try figures(group)
    #expect(figure(.cohesion) == 0.5)
    #expect(figure(.strongTransitivity) == 1)
    #expect(figure(.contacts) == 2)
    // Of the three strong ties 0–1 stays within.
    #expect(abs(figure(.eiIndex) - 1.0 / 3) < 1e-12)
    // Two of four pairs across, one of two pairs within.
    #expect(figure(.wallIndex) == 0)
  }

  @Test func outsideReach() throws {
    // 0–1 are the group; 2 and 3 lie outside, 4 three steps away.
    let pool = GroupPool(graph: try graph(5, [(0, 1), (1, 2), (2, 3), (3, 4)]))
    let group = pool.group(of: [0, 1], name: "A")
    #expect(group.outsideReach == [1, 2])
    #expect(try figures(group)(.outsideReach1) == 1.5)
  }

  @Test(arguments: [0, 1, 2, 3]) func hardlyAnyone(count: Int) throws {
    let first = ComparedGroup(name: "A", graph: try graph(count, []))
    let second = ComparedGroup(name: "B", graph: try graph(4, [(0, 1), (1, 2)]))
    let comparison = try GroupComparison([first, second], runs: 10)
    #expect(comparison.cell(.fragileShare, of: 0).value.isNaN)
    #expect(comparison.cell(.contacts, of: 0).value == 0 || count == 0)
    for figure in comparison.figures where comparison.cell(figure, of: 0).value.isNaN {
      #expect(comparison.difference(figure, of: 1).isSettled == nil)
    }
    #expect(!GroupVerdict(comparison).sentences.isEmpty)
  }

  @Test func sameBitsAtAnyNumberOfThreads() throws {
    let groups = try [(20, 40), (50, 90)].enumerated().map { place, size in
      ComparedGroup(name: "\(place)", graph: try random(size.0, size.1, seed: 3))
    }
    let pool = GroupPool(graph: try random(40, 90, seed: 4))
    func cells(_ threads: Int, seed: UInt64) throws -> [[Double?]] {
      let execution = Execution(threads: threads)
      return try [
        GroupComparison(groups, runs: 12, seed: seed, execution: execution),
        GroupComparison(
          [Array(0..<15), Array(15..<40)], names: ["A", "B"], in: pool, runs: 12, seed: seed,
          execution: execution),
      ].flatMap { comparison in
        ComparisonFigure.allCases.map { figure in
          let cell = comparison.cell(figure, of: 1)
          return [
            cell.value.isNaN ? nil : cell.value, cell.estimate?.interval?.lowerBound,
            cell.sameSize?.test.expected, cell.sameDegrees?.interval?.upperBound,
            comparison.difference(figure, of: 1).test?.twoSided?.value,
          ]
        }
      }
    }
    let one = try cells(1, seed: 7)
    for threads in [2, 3, 8] { #expect(try cells(threads, seed: 7) == one) }
    #expect(try cells(1, seed: 8) != one)
  }

  @Test func relabellingChangesNothing() throws {
    let graph = try random(30, 70, seed: 5)
    var order = Array(graph.nodes)
    var generator = SplitMix64(seed: 6)
    for index in stride(from: order.count - 1, to: 0, by: -1) {
      order.swapAt(index, Int(generator.nextUnit() * Double(index + 1)))
    }
    let (before, after) = (try figures(graph), try figures(graph.subgraph(of: order)))
    // Communities are searched for in the order of nodes, so walls may differ.
    for figure in ComparisonFigure.allCases where figure != .eiIndex && figure != .wallIndex {
      let (old, new) = (before(figure), after(figure))
      #expect(old.isNaN == new.isNaN)
      // The search for the core ends within 10⁻⁴, and goes from node to node.
      if !old.isNaN { #expect(abs(old - new) < (figure == .corePeriphery ? 0.01 : 1e-9)) }
    }
  }

  /// Of 60 random halves of random networks, few differ: p is at most .05 with a probability of at
  /// most .05 each, so 12 or more come up less than once in 10,000 times.
  @Test func falseAlarms() throws {
    var alarms = 0
    for seed in UInt64(0)..<60 {
      let pool = GroupPool(graph: try random(16, 40, seed: 100 + seed))
      let comparison = try GroupComparison(
        [Array(0..<8), Array(8..<16)], names: ["A", "B"], in: pool, runs: 39, seed: seed)
      let p = try #require(comparison.difference(.reach1, of: 1).test?.twoSided?.value)
      if p <= 0.05 { alarms += 1 }
    }
    #expect(alarms < 12)
  }

  /// Eight who all know each other, and eight of whom hardly any do, in one network.
  @Test func aPlantedDifferenceIsFound() throws {
    let close = (0..<8).flatMap { first in ((first + 1)..<8).map { (first, $0) } }
    let loose = (8..<15).map { ($0, $0 + 1) }
    let pool = GroupPool(graph: try graph(16, close + loose))
    let comparison = try GroupComparison(
      [Array(0..<8), Array(8..<16)], names: ["A", "B"], in: pool, runs: 199)
    #expect(comparison.exchange == .members)
    let difference = comparison.difference(.cohesion, of: 1)
    #expect(difference.value == 0.75)
    #expect(difference.isSettled == true)
    // Of all halves, only this one and its mirror differ by as much.
    #expect(try #require(difference.test?.twoSided?.value) <= 0.01)
  }

  @Test func overlappingGroupsAreNotExchanged() throws {
    let pool = GroupPool(graph: try random(12, 24, seed: 2))
    let comparison = try GroupComparison(
      [Array(0..<7), Array(5..<12)], names: ["A", "B"], in: pool, runs: 10)
    #expect(comparison.exchange == nil)
    #expect(comparison.differences[0].allSatisfy { $0.test == nil })
  }

  /// Eight who all know each other reach seven; 120 with six contacts each reach more.
  @Test func theTradeOffIsSeen() throws {
    let close = try graph(8, (0..<8).flatMap { first in ((first + 1)..<8).map { (first, $0) } })
    let groups = [
      ComparedGroup(name: "A", graph: close),
      ComparedGroup(name: "B", graph: try random(120, 360, seed: 1)),
    ]
    let comparison = try GroupComparison(groups, runs: 60)
    #expect(comparison.exchange == .numbersOfMembers)
    let sentences = GroupVerdict(comparison).sentences.map(\.english)
    #expect(sentences.contains { $0.hasPrefix("A is closer-knit than B") })
    #expect(sentences.contains { $0.hasPrefix("B is farther-reaching") })
    #expect(sentences.contains { $0.contains("the trade-off shows") })
    #expect(sentences.contains { $0.contains("cannot settle") })
  }

  @Test func anEqualIsNotSettled() throws {
    let graph = try random(20, 40, seed: 1)
    let groups = ["A", "B"].map { ComparedGroup(name: $0, graph: graph) }
    let comparison = try GroupComparison(groups, runs: 40)
    for figure in comparison.figures {
      #expect(comparison.difference(figure, of: 1).isSettled != true)
    }
    #expect(
      GroupVerdict(comparison).sentences.contains { $0.english.contains("is not settled by these") }
    )
  }

  /// A network drawn at random lies within what chance makes of its size.
  @Test func chanceIsNotBeyondChance() throws {
    var beyond = 0
    for seed in UInt64(1)...20 {
      let group = ComparedGroup(name: "A", graph: try random(20, 45, seed: seed))
      let comparison = try GroupComparison([group], runs: 39, seed: seed)
      let null = try #require(comparison.cell(.cohesionWithin2, of: 0).sameSize)
      if try #require(null.test.twoSided?.value) <= 0.05 { beyond += 1 }
    }
    // 1 on average; 8 or more come up less than once in 10,000 times.
    #expect(beyond < 8)
  }
}
