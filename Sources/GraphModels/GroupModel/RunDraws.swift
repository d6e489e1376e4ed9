/// The random numbers of one run, by what they are for.
///
/// Each number is a function of the seed, the run, the purpose and whom it belongs to, and of nothing
/// else (common random numbers): changing one assumption does not shift the draws of another, and a
/// member has the same draws in a group of any size, so that differences between scenarios are
/// differences of pairs.
struct RunDraws: Sendable {
  /// What a number is for.
  enum Purpose: UInt64 {
    case position = 0x706F_7369_7469_6F6E
    case liking = 0x6C69_6B69_6E67_2D2D
    case pool = 0x706F_6F6C_2D2D_2D2D
    case shareable = 0x7368_6172_6561_626C
    case activity = 0x6163_7469_7669_7479
    case inheritance = 0x696E_6865_7269_7431
    case kind = 0x6B69_6E64_2D2D_2D2D
  }

  private let root: UInt64

  /// Creates the draws of a run.
  init(seed: UInt64, run: Int) {
    root = Self.mixed(Self.mixed(seed) &+ UInt64(run) &* 0x9E37_79B9_7F4A_7C15)
  }

  /// Returns what the numbers of a member for a purpose are made of.
  func key(_ purpose: Purpose, of member: UInt64) -> UInt64 {
    Self.mixed(
      Self.mixed(root ^ purpose.rawValue) &+ (member &+ 1) &* 0xD1B5_4A32_D192_ED03)
  }

  /// Returns a number of (0, 1), the centre of one of 2⁵² equal parts.
  @inline(__always)
  static func unit(_ key: UInt64, _ index: UInt64) -> Double {
    let bits = mixed(key &+ (index &+ 1) &* 0x9E37_79B9_7F4A_7C15)
    return (Double(bits >> 12) + 0.5) * 0x1p-52
  }

  /// The finalizer of SplitMix64.
  @inline(__always)
  private static func mixed(_ bits: UInt64) -> UInt64 {
    var mixed = bits
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
