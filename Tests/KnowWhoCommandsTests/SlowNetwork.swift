import Foundation

/// A network that is quick to read and takes long to compute.
enum SlowNetwork {
  /// Writes 20,000 nodes with 100,000 edges drawn from a fixed seed.
  ///
  /// - Parameter folder: Where to.
  /// - Returns: The path.
  /// - Throws: What writing throws.
  static func write(in folder: TemporaryFolder) throws -> String {
    var state: UInt64 = 20_090_701
    func draw() -> UInt64 {
      // Knuth's multiplier; the high bits are random enough.
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % 20_000
    }
    var text = ""
    for _ in 0..<100_000 { text += "\(draw())\t\(draw())\n" }
    return try folder.write(text, to: "slow.tsv")
  }
}
