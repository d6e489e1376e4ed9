/// Where things lie in the binary form `.knowwho`.
///
/// It holds the columns of a network, and the rows of its graph, as they lie in memory, so that a file
/// is mapped and not read. `NetworkFiles.docc/BinaryForm.md` publishes the layout, checksums included.
enum BinaryLayout {
  static let magic: [UInt8] = Array("KnowWho\0".utf8)
  static let version: UInt32 = 2
  static let byteOrder: UInt32 = 0x0102_0304
  static let headerLength = 64
  static let entryLength = 40
  static let alignment = 64

  /// What a section holds.
  enum Content: UInt32, CaseIterable {
    /// `network.yaml`, as a folder has it.
    case description = 1
    /// Ids of actors, one text an actor.
    case ids = 10
    case idOffsets
    case names
    case nameOffsets
    case namesJa
    case nameJaOffsets
    /// Kinds of actors.
    case actorKinds
    case actorKindWords
    case actorKindOffsets
    /// Names of the attributes of actors, and their texts.
    case actorAttributes = 30
    case actorAttributeOffsets
    case actorValues
    case actorValueOffsets
    /// The actor at either end of each tie, 4 bytes a tie.
    case sources = 50
    case targets
    /// Whether each tie is directed, a byte a tie; or a byte for all.
    case directions
    case tieKinds
    case tieKindWords
    case tieKindOffsets
    /// 8 bytes a tie.
    case strengths
    case distances
    /// 4 bytes a tie.
    case beganFrom
    case beganTo
    case endedFrom
    case endedTo
    /// A byte a tie: 0 not given, 1 stated, 2 inferred, 3 assumed.
    case evidence
    case sections
    case sectionOffsets
    /// The actor who carries each tie, 4 bytes a tie.
    case through
    case notes
    case noteOffsets
    /// Names of the attributes of ties, and their texts.
    case tieAttributes = 80
    case tieAttributeOffsets
    case tieValues
    case tieValueOffsets
    /// What the graph was made of: two numbers of 8 bytes.
    case graph = 100
    /// Where the arcs of each actor begin, 8 bytes an actor and 8 more.
    case graphOffsets
    /// The actor at the far end of each arc, 4 bytes an arc.
    case graphEnds
    /// 8 bytes an arc.
    case graphStrengths
    case graphDistances
    /// The same of the reversed arcs, where ties are directed.
    case reverseOffsets
    case reverseEnds
    case reverseStrengths
    case reverseDistances

    /// The section that says where the texts of this one begin.
    var offsets: Content? { Content(rawValue: rawValue + 1) }

    /// Whether it holds positions of actors, none of which stands for none.
    var holdsPositions: Bool {
      switch self {
      case .sources, .targets, .graphEnds, .reverseEnds: true
      default: false
      }
    }
  }

  /// The columns that a graph is made of.
  static let graphColumns: [Content] = [.sources, .targets, .directions, .strengths, .distances]

  /// Returns what stands in a graph for the columns that it was made of.
  ///
  /// - Parameter checksums: The checksums of ``graphColumns``, 0 for one that is not there.
  /// - Returns: Their checksum.
  static func checksum(ofGraphColumns checksums: [UInt64]) -> UInt64 {
    var sum = BinaryChecksum()
    sum.add(SIMD8(checksums + [UInt64](repeating: 0, count: 8 - checksums.count)))
    return sum.share(ofPart: 0)
  }

  /// Where a section lies.
  struct Entry {
    var content: Content
    var attribute: UInt32
    var offset: Int
    var length: Int
    var checksum: UInt64
  }
}
