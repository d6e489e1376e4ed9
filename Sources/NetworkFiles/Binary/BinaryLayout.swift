/// The binary form `.knowwho`, version 1: the columns of a network as they lie in memory, so that a file
/// is mapped and not read.
///
/// All numbers are in the order of bytes of the machine that wrote them, which the header tells. Every
/// section begins at a multiple of 64 bytes; what lies between is zero.
///
/// | Bytes | Header |
/// |---|---|
/// | 0–7 | `KnowWho` and a zero byte |
/// | 8–11 | version, 1 |
/// | 12–15 | 0x01020304, which tells the order of bytes |
/// | 16–23 | length of the file |
/// | 24–31 | number of actors |
/// | 32–39 | number of ties |
/// | 40–47 | number of sections |
/// | 48–55 | checksum of the list of sections |
/// | 56–63 | checksum of the bytes 0–55 |
///
/// The list of sections follows at byte 64, 40 bytes a section: what it holds (4 bytes, ``Content``),
/// which attribute it belongs to (4, else 0), where it begins (8), its length in bytes (8), its checksum
/// (8), and 8 zeros.
///
/// Texts are two sections, a block of UTF-8 and where each text begins in it (8 bytes a text, and one
/// more that is the length of the block). Words, such as kinds, are a code of 4 bytes an entry and the
/// texts of the codes, of which 0 is the empty text. Numbers that are not given are NaN, dates
/// (`yyyymmdd`, with zeros where not known) 0, carriers 0xFFFFFFFF.
///
/// The checksum of a section is the sum over its parts of a MiB of *h* (2*i* + 1), where *i* numbers the
/// part from 0 and *h* is that of Fletcher over its words of 8 bytes, the last one filled up with zeros:
/// *a* the sum of the words, *b* the sum of all *a* on the way, *h* = *b* xor *a* rotated left by 32;
/// everything modulo 2⁶⁴. It finds damage, not forgery; what is read is checked besides: places,
/// lengths, offsets, ends of ties, codes, UTF-8.
enum BinaryLayout {
  static let magic: [UInt8] = Array("KnowWho\0".utf8)
  static let version: UInt32 = 1
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

    /// The section that says where the texts of this one begin.
    var offsets: Content? { Content(rawValue: rawValue + 1) }
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
