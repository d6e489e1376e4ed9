import GraphMeasures
import GraphStructure
import Testing

@Suite("HyperLogLog sketches")
struct SketchTests {
  @Test("Numbers hash as in mmh3 5.3.1 (Python), seed 9001")
  func hash() {
    let known: [(item: UInt64, low: UInt64, high: UInt64)] = [
      (0, 0x4089_0191_dcc2_d7cb, 0x9a7a_cdbe_1b80_efb2),
      (1, 0x0b43_0d7b_96fb_f22b, 0xe8ea_0960_d424_6765),
      (2, 0x3d3a_e102_25f9_2f86, 0x36ea_833e_82fc_fb0a),
      (41, 0xe284_6b7f_a4b4_2202, 0x9c94_9657_e615_139b),
      (1_000_003, 0xe3ed_9e2a_3d1d_d0fc, 0x4077_0707_bc20_1167),
      (4_294_967_295, 0x3047_fcb5_683a_94b7, 0x5886_3a42_eeaa_7526),
    ]
    for (item, low, high) in known {
      let hash = murmurHash3(of: item, seed: 9001)
      #expect(hash.low == low && hash.high == high, "\(item)")
    }
    #expect(Coupon(of: 2).address == 0x1f9_2f86)
    #expect(Coupon(of: 2).value == 3)
  }

  /// The registers that sketches of Apache DataSketches 5.2.0 (Python, `HLL_8`) hold after 0, 1, 2
  /// and so on.
  private static let ofFifty: [UInt8] = [4, 2, 1, 1, 3, 1, 3, 6, 3, 3, 5, 2, 2, 2, 7, 1]
  private static let ofThreeHundred: [UInt8] = [
    3, 2, 1, 7, 1, 4, 4, 3, 1, 3, 5, 1, 2, 4, 7, 7, 3, 2, 4, 2, 5, 4, 2, 6, 1, 3, 1, 4, 1, 3, 6, 4,
    4, 4, 2, 2, 8, 4, 5, 5, 2, 4, 5, 1, 1, 4, 5, 4, 4, 2, 5, 4, 3, 3, 1, 1, 4, 3, 0, 4, 4, 3, 3, 5,
  ]

  @Test("Registers are those of DataSketches")
  func dataSketches() {
    let complete = KnownGraphs.complete(50).ballRegisters(within: 1, precision: 4)
    #expect(complete.allSatisfy { $0 == Self.ofFifty })
    let star = KnownGraphs.star(300)
    #expect(star.ballRegisters(within: 1, precision: 6)[0] == Self.ofThreeHundred)
    #expect(
      star.ballRegisters(within: 2, precision: 6).allSatisfy { $0 == Self.ofThreeHundred })
  }

  @Test("The sketch of a ball is the union of those of its nodes", arguments: RandomGraph.seeds)
  func union(seed: UInt64) {
    let sample = RandomGraph(seed: seed)
    let graph = sample.graph
    let distance = Oracle(sample).distances()
    for (limit, direction) in (1...4).flatMap({ l in Direction.allCases.map { (l, $0) } }) {
      let expected = graph.nodes.map { node in
        var registers = [UInt8](repeating: 0, count: 16)
        for other in graph.nodes {
          let away = direction == .outgoing ? distance[node][other] : distance[other][node]
          guard away <= limit else { continue }
          let (low, high) = murmurHash3(of: UInt64(other), seed: 9001)
          let zeros = UInt8(String(high | 1, radix: 2).count)
          registers[Int(low % 16)] = max(registers[Int(low % 16)], 65 - zeros)
        }
        return registers
      }
      #expect(
        graph.ballRegisters(within: limit, precision: 4, direction: direction) == expected)
    }
  }

  @Test(
    "The estimator keeps the error it promises",
    arguments: [1, 2, 5, 20, 100, 300, 1000, 5000], [4, 6, 8])
  func estimator(count: Int, precision: Int) {
    var generator = SplitMix64(seed: UInt64(count + precision))
    let registerCount = 1 << precision
    let estimator = RegisterEstimator(registerCount: registerCount)
    let trials = count > 300 ? 50 : 200
    var (sum, squares) = (0.0, 0.0)
    for _ in 0..<trials {
      var registers = [UInt8](repeating: 0, count: registerCount)
      for _ in 0..<count {
        let coupon = Coupon(of: generator.next())
        let register = Int(coupon.address) % registerCount
        registers[register] = max(registers[register], coupon.value)
      }
      let error = estimator.estimate(registers) / Double(count) - 1
      sum += error
      squares += error * error
    }
    let standard = HyperBall.relativeError(precision: precision)
    #expect((squares / Double(trials)).squareRoot() < 1.5 * standard)
    // The bias of Flajolet and others (2007, figure 3), and four standard errors of the mean.
    let bias = 1.1 / Double(registerCount)
    #expect(abs(sum) / Double(trials) < bias + 4 * standard / Double(trials).squareRoot())
  }
}
