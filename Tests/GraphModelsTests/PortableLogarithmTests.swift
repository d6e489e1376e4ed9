import Foundation
import GraphModels
import Testing

@Suite struct PortableLogarithmTests {
  /// Beside the platform's own logarithm, whose last digit may be another one.
  @Test func nearThePlatforms() {
    var generator = SplitMix64(seed: 1)
    for exponent in 0..<1000 {
      for _ in 0..<20 {
        let x = (1 + generator.nextUnit()) * pow(2, Double(exponent - 900))
        let error = abs(PortableLogarithm.of(x) - log(x))
        #expect(error <= 2e-15 * max(abs(log(x)), 1e-1))
      }
    }
    #expect(PortableLogarithm.of(1) == 0)
  }

  @Test func ofComplements() {
    for p in [0, 1e-300, 1e-18, 1e-9, 0.001, 0.2, 0.25, 0.26, 0.5, 0.9, 1 - 0x1p-53] {
      let error = abs(PortableLogarithm.ofComplement(p) - log1p(-p))
      #expect(error <= 2e-15 * abs(log1p(-p)))
    }
  }
}
