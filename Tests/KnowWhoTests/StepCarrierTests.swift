import KnowWho
import Testing

@Suite struct StepCarrierTests {
  /// Who gets to whom without an introducer is told by the oracle; each such step is carried, and
  /// no other.
  @Test func stepsAreThoseThatSomethingCarries() throws {
    var stepCount = 0
    for seed in 1...120 {
      var oracle = ReachOracle(seed: seed, dated: seed % 2 == 0, directed: seed % 3 == 0)
      // Persons do not count as reached, so that a step to one could not be seen.
      oracle.kinds = oracle.kinds.map { $0 == "person" ? "firm" : $0 }
      let notVia: Set = seed % 4 == 0 ? [seed % 8] : []
      let expected = oracle.reached(
        days: nil, possibly: false, asIs: false, limit: 0, notVia: notVia)
      let acquaintances = try Acquaintances(in: oracle.network, ReachOptions(notVia: notVia))
      let carriers = StepCarriers(of: acquaintances)
      for actor in oracle.kinds.indices {
        #expect(acquaintances.contains(actor) == (expected[actor] != nil))
        guard let reached = expected[actor]?[0] else { continue }
        for other in oracle.kinds.indices where expected[other] != nil {
          let found = carriers.carriers(from: actor, to: other)
          #expect(found.isEmpty != reached.contains(other), "seed \(seed): \(actor) to \(other)")
          stepCount += found.isEmpty ? 0 : 1
          for carrier in found { check(carrier, actor, other, oracle) }
        }
      }
    }
    #expect(stepCount > 500)
  }

  private func check(_ carrier: StepCarrier, _ actor: Int, _ other: Int, _ oracle: ReachOracle) {
    let ties = carrier.ties.map { oracle.ties[$0] }
    if let place = carrier.place {
      #expect(ties.count == 2)
      #expect([ties[0].source, ties[0].target].sorted() == [actor, place].sorted())
      #expect([ties[1].source, ties[1].target].sorted() == [other, place].sorted())
    } else {
      #expect(ties.count == 1)
      #expect([ties[0].source, ties[0].target].sorted() == [actor, other].sorted())
    }
  }

  @Test func timesFollowFromTheBounds() throws {
    func lifetime(_ from: String?, _ to: String?, _ endedFrom: String?, _ endedTo: String?)
      -> Lifetime
    {
      Lifetime(
        beganFrom: from.flatMap(PartialDate.init(_:)), beganTo: to.flatMap(PartialDate.init(_:)),
        endedFrom: endedFrom.flatMap(PartialDate.init(_:)),
        endedTo: endedTo.flatMap(PartialDate.init(_:)))
    }
    let early = lifetime("1990-01-01", "1990-01-05", "1990-02-01", "1990-02-10")
    let late = lifetime("1990-01-03", "1990-01-04", "1990-03-01", nil)
    let both = StepTime([early, late])
    #expect(both.earliestStart == 1990_01_03)
    #expect(both.latestStart == 1990_01_05)
    #expect(both.earliestEnd == 1990_02_01)
    #expect(both.latestEnd == 1990_02_10)
    let after = StepTime([lifetime("1990-02-05", "1990-02-20", nil, nil)])
    // The first may still hold when the other begins, but need not.
    #expect(after.definitelyFollows(both))
    #expect(both.possiblyFollows(after))
    #expect(!both.definitelyFollows(after))
    #expect(StepTime([]).definitelyFollows(after))
  }

  /// The paper's chain from H to D over project ties, and what carries each of its steps.
  @Test func projectsCarryTheStepsOfThePaper() throws {
    let network = try Network(contentsOf: graphs + "/technomix")
    let carriers = StepCarriers(
      of: try Acquaintances(in: network, ReachOptions(tieKinds: [.project])))
    func places(_ source: String, _ target: String) throws -> [String] {
      try carriers.carriers(
        from: network.actors.index(named: source), to: network.actors.index(named: target)
      ).map { $0.place.map { network.actors.id($0) } ?? "" }
    }
    #expect(try places("H", "U") == ["tribomics"])
    #expect(try places("U", "C") == ["retread-tyre"])
    #expect(try places("C", "D").sorted() == ["inbiomento", "shanghai-venture"])
    #expect(try places("H", "D").isEmpty)
    #expect(try places("H", "I").sorted() == ["chrome-waste-water", "tribomics"])
  }
}
