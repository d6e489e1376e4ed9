import GraphModels
import Testing

@Suite struct SplitMix64Tests {
  /// Reference output for seed 1234567 (Rosetta Code, "Pseudo-random numbers/Splitmix64").
  @Test func published() {
    var generator = SplitMix64(seed: 1_234_567)
    let expected: [UInt64] = [
      6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
      4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
    ]
    #expect(expected.map { _ in generator.next() } == expected)
  }

  @Test func unitsLieInRangeAndSpread() {
    var generator = SplitMix64(seed: 1)
    let units = (0..<10_000).map { _ in generator.nextUnit() }
    #expect(units.allSatisfy { (0..<1).contains($0) })
    // The mean of 10,000 uniform numbers has a standard deviation of 0.0029; this is 5 of them.
    #expect(abs(units.reduce(0, +) / 10_000 - 0.5) < 0.0145)
  }
}
