internal import NetworkData

/// The first bytes of a binary file.
struct BinaryHeader {
  let actorCount: Int
  let tieCount: Int
  /// Where the list of sections ends, which begins behind the header.
  let listEnd: Int
  let listChecksum: UInt64

  /// Reads and checks a header.
  ///
  /// - Parameter file: The file.
  /// - Throws: ``FileProblem`` if it is none, of another version or machine, or the file is cut short.
  init(of file: FileBytes) throws(FileProblem) {
    guard file.count >= BinaryLayout.headerLength,
      file.withSpan({ bytes in
        BinaryLayout.magic.indices.allSatisfy { bytes[$0] == BinaryLayout.magic[$0] }
      })
    else {
      throw FileProblem(
        file.path, Phrase("is no .knowwho file", ".knowwho ファイルではありません"),
        advice: Phrase("name the format: --input-format FORMAT", "--input-format で形式を指定してください"))
    }
    let again = Phrase(
      "write it again here: knowwho convert NETWORK FILE.knowwho",
      "元のネットワークから knowwho convert で作り直してください")
    guard file.number(UInt32.self, at: 12) == BinaryLayout.byteOrder else {
      throw FileProblem(
        file.path,
        Phrase("was written by a machine with another order of bytes", "バイト順の異なる機械で書かれています"),
        advice: again)
    }
    let version = file.number(UInt32.self, at: 8)
    guard version == BinaryLayout.version else {
      let isEarlier = version < BinaryLayout.version
      throw FileProblem(
        file.path,
        Phrase(
          "was written by \(isEarlier ? "an earlier" : "a later") version: it is of version \(version), "
            + "expected \(BinaryLayout.version)",
          "\(isEarlier ? "以前" : "新しい")の版で書かれています（版 \(version)、読めるのは \(BinaryLayout.version)）"),
        advice: again)
    }
    guard BinaryChecksum.of(file, 0..<56) == file.number(UInt64.self, at: 56) else {
      throw BinarySections.damaged(file.path, Phrase("the header", "先頭部分"))
    }
    let length = file.number(UInt64.self, at: 16)
    guard length == UInt64(file.count) else {
      throw FileProblem(
        file.path,
        Phrase(
          "holds \(file.count) bytes of \(length)", "\(length) バイトのうち \(file.count) バイトしかありません"),
        advice: Phrase("fetch or write the file again", "ファイルを取得し直すか、作り直してください"))
    }
    let counts = [24, 32, 40].map { file.number(UInt64.self, at: $0) }
    let room = UInt64(file.count - BinaryLayout.headerLength) / UInt64(BinaryLayout.entryLength)
    // An actor takes 8 bytes at least, a tie too.
    guard counts[0] <= length / 8, counts[0] <= UInt64(UInt32.max), counts[1] <= length / 8,
      counts[2] <= room
    else { throw BinarySections.damaged(file.path, Phrase("the header", "先頭部分")) }
    actorCount = Int(counts[0])
    tieCount = Int(counts[1])
    listEnd = BinaryLayout.headerLength + Int(counts[2]) * BinaryLayout.entryLength
    listChecksum = file.number(UInt64.self, at: 48)
  }
}
