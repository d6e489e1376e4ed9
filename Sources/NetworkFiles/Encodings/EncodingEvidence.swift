/// Tells the encoding of text from its bytes.
///
/// A mark decides at once, and so does valid UTF-8 with characters of three bytes, which no other text
/// is by chance. Else each encoding is asked how many bits the text would take if it were in that
/// encoding, by how usual its characters are there (the minimum description length; J. Rissanen, 1978):
/// the shortest wins. Where two come near each other the text does not tell, and where random bytes
/// come out as short, it is damaged UTF-8 rather than anything else.
enum EncodingEvidence {
  /// What the bytes say.
  enum Verdict: Equatable {
    /// They are text in this encoding; ASCII counts as UTF-8, and so do damaged bytes, of which the
    /// reader will complain.
    case certain(TextEncoding)
    /// They may be text in either.
    case undecided(TextEncoding, TextEncoding)
  }

  /// How many bits of difference decide: 1 chance in 256.
  private static let margin = 8.0

  /// How much shorter than noise a text must be, so that a damaged byte is not taken for a rare sign.
  private static let marginOverNoise = 4.0

  /// How much likelier UTF-8 is before looking, in bits: by now most files are.
  private static let headStart = 12.0

  /// How many bytes are looked at.
  static let sampleLength = 1 << 20

  /// Tells the encoding of a file.
  ///
  /// - Parameter bytes: The file, of which the first MiB is looked at.
  /// - Returns: The encoding.
  /// - Complexity: O(1): 0.1 ms for UTF-8, some 10 ms for a MiB of anything else.
  static func verdict(on bytes: Span<UInt8>) -> Verdict {
    if Encoding.markLength(bytes) > 0 { return .certain(.utf8) }
    if Encoding.isUTF16(bytes) { return .certain(.utf16) }
    let sample = sample(of: bytes)
    if let order = UTF16Evidence.byteOrder(of: bytes, sample) { return .certain(order) }
    let flaw = Encoding.firstFlaw(in: bytes, sample)
    if flaw?.flaw == .nul { return .certain(.utf8) }
    if flaw == nil {
      guard !UTF8Cost.isBeyondChance(bytes, sample) else { return .certain(.utf8) }
    }
    guard flaw == nil else { return verdict(on: bytes, sample, isUTF8: false) }
    // What is valid by chance stays so however often it is repeated: ¥100, ¥200, ¥300.
    let words = distinctWords(of: bytes, sample)
    return verdict(on: words.span, 0..<words.count, isUTF8: true)
  }

  /// Weighs what a text takes in each encoding.
  private static func verdict(
    on bytes: Span<UInt8>, _ sample: Range<Int>, isUTF8: Bool
  ) -> Verdict {
    var costs: [(encoding: TextEncoding, bits: Double)] = []
    if isUTF8, let bits = UTF8Cost.bits(of: bytes, sample) {
      if bits == 0 { return .certain(.utf8) }
      costs.append((.utf8, bits - headStart))
    }
    if let bits = CP932Cost.bits(of: bytes, sample) { costs.append((.cp932, bits)) }
    if let bits = EUCJPCost.bits(of: bytes, sample) { costs.append((.eucJP, bits)) }
    // Without a byte in 80…9F both Western encodings read the same.
    let western = WesternCost.bits(of: bytes, sample)
    if let bits = western.windows1252 {
      costs.append((western.hasControls ? .windows1252 : .latin1, bits))
    }
    // A stable order for equal costs.
    costs.sort { $0.bits < $1.bits }
    guard let best = costs.first else { return .certain(.utf8) }
    if !isUTF8, noiseBits(of: bytes, sample) < best.bits + marginOverNoise {
      return .certain(.utf8)
    }
    if costs.count > 1, costs[1].bits - best.bits < margin {
      return .undecided(best.encoding, costs[1].encoding)
    }
    return .certain(best.encoding)
  }

  /// The words of a text that hold bytes beyond ASCII, each once and on a line of its own.
  ///
  /// Signs and digits between words are the same in all encodings.
  private static func distinctWords(of bytes: Span<UInt8>, _ sample: Range<Int>) -> [UInt8] {
    var seen: Set<[UInt8]> = []
    var words: [UInt8] = []
    var word: [UInt8] = []
    for position in sample.lowerBound...sample.upperBound {
      if position < sample.upperBound, bytes[position] >= 0x40 {
        word.append(bytes[position])
        continue
      }
      if word.contains(where: { $0 >= 0x80 }), seen.insert(word).inserted {
        words += word + [Ascii.lineFeed]
      }
      word.removeAll(keepingCapacity: true)
    }
    return words
  }

  /// The first MiB, up to a byte that is a whole character in every encoding, so that none is cut.
  private static func sample(of bytes: Span<UInt8>) -> Range<Int> {
    guard bytes.count > sampleLength else { return 0..<bytes.count }
    var end = sampleLength
    while end > 0, bytes[end - 1] >= 0x40 { end -= 1 }
    return 0..<(end > 0 ? end : sampleLength)
  }

  /// What bytes beyond ASCII take if they mean nothing.
  private static func noiseBits(of bytes: Span<UInt8>, _ range: Range<Int>) -> Double {
    var bits = 4.0
    for position in range {
      bits += bytes[position] < 0x80 ? CharacterCost.ascii(bytes[position]) : 8
    }
    return bits
  }
}

/// What characters take where they are usual, in bits: rough logarithms of how often they occur in
/// names and running text.
enum CharacterCost {
  /// A letter of ASCII; signs and line ends are the same in all encodings and count nothing.
  ///
  /// - Parameter byte: A byte below 80.
  /// - Returns: Bits.
  @inline(__always)
  static func ascii(_ byte: UInt8) -> Double { byte >= 0x40 ? 5 : 0 }

  /// Hiragana and katakana.
  static let kana = 6.0
  /// The 2,965 kanji of JIS level 1.
  static let usualKanji = 10.0
  /// The 3,390 kanji of JIS level 2: one in a hundred in running text, more in names.
  static let rareKanji = 17.0
  /// Japanese punctuation, wide digits and capitals.
  static let wideSign = 8.0
  /// A Japanese character that touches a small Latin letter.
  static let besideSmallLetter = 6.0

  /// Whether a byte is a small letter of ASCII.
  @inline(__always)
  static func isSmall(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }

  /// Whether a byte is a letter of ASCII.
  @inline(__always)
  static func isLetter(_ byte: UInt8) -> Bool { isSmall(byte | 0x20) }

  /// What it adds that a Japanese character stands beside small Latin letters.
  ///
  /// - Parameters:
  ///   - bytes: The text.
  ///   - character: The bytes of the character.
  ///   - range: The part that is looked at.
  /// - Returns: Bits.
  @inline(__always)
  static func touching(
    _ bytes: Span<UInt8>, _ character: Range<Int>, in range: Range<Int>
  ) -> Double {
    var bits = 0.0
    let (before, after) = (character.lowerBound - 1, character.upperBound)
    if before >= range.lowerBound, isSmall(bytes[before]) { bits += besideSmallLetter }
    if after < range.upperBound, isSmall(bytes[after]) { bits += besideSmallLetter }
    return bits
  }
}
