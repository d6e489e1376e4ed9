/// Changes files at random places, the same ones for the same seed.
struct Mutations {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// Calls `body` with changed copies: bytes replaced, cut out, doubled, or the end cut off.
  consuming func forEach(
    of bytes: [UInt8], count: Int, _ body: ([UInt8]) throws -> Void
  ) rethrows {
    for _ in 0..<count {
      var changed = bytes
      for _ in 0...(next(below: 3)) where !changed.isEmpty {
        let place = next(below: changed.count)
        switch next(below: 6) {
        case 0: changed.removeSubrange(place...)
        case 1: changed.removeSubrange(place..<min(changed.count, place + 1 + next(below: 8)))
        case 2:
          let piece = changed[place..<min(changed.count, place + 1 + next(below: 64))]
          changed.insert(contentsOf: piece, at: next(below: changed.count))
        case 3: changed[place] ^= 1 << UInt8(next(below: 8))
        case 4: changed[place] = [0, 0xFF, 0x7F, 0x80][next(below: 4)]
        default: changed[place] = UInt8(next(below: 256))
        }
      }
      try body(changed)
    }
  }

  /// SplitMix64.
  private mutating func next(below bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(bound))
  }
}
