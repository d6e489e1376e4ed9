internal import NetworkData

extension PajekReader {
  /// Reads a partition, a vector or a permutation of the file as an attribute of actors.
  ///
  /// - Parameter values: What it is, and where it stands.
  /// - Throws: ``FileProblem`` for the first line that is wrong.
  mutating func readValues(_ values: PajekProject.Values) throws(FileProblem) {
    let texts = try PajekReader.values(in: file, values.section, options.limits)
    let name = PajekSection.unquoted(values.name)
    take(
      texts, as: name.isEmpty ? values.keyword : name, from: "\(file.path):\(values.section.line)")
  }

  /// Reads a partition, a vector or a permutation that lies beside the file under the same name.
  mutating func readNeighbors() {
    var stem = file.path
    guard stem != "-" else { return }
    if stem.hasSuffix(".gz") { stem.removeLast(3) }
    let ending = FileSource.ending(of: file.path)
    guard !ending.isEmpty else { return }
    stem.removeLast(ending.count)
    for (ending, name) in [("clu", "partition"), ("vec", "vector"), ("per", "permutation")] {
      for path in [stem + ending, stem + ending.uppercased()] where FilePlace.exists(path) {
        do throws(FileProblem) {
          let neighbor = try FileBytes(path: path)
          let start = try Encoding.checkedStart(of: neighbor)
          let section =
            PajekSection.all(in: neighbor, from: start).first
            ?? PajekSection(keyword: "", title: "", line: 0, body: start..<neighbor.count)
          let texts = try PajekReader.values(in: neighbor, section, options.limits)
          take(texts, as: name, from: path)
        } catch {
          assembly.notes.append(
            Phrase(
              "\(file.path): its neighbor was left out: \(error.description)",
              "\(file.path)：隣のファイルは読み飛ばしました：\(error.description(in: .ja))"))
        }
        break
      }
    }
  }

  /// Takes values of the vertices of a network as an attribute, where their number fits one.
  private mutating func take(_ texts: [[UInt8]], as name: String, from place: String) {
    guard let network = vertices.firstIndex(where: { $0.count == texts.count }) else {
      assembly.notes.append(
        Phrase(
          "\(place): \(texts.count) values were left out: no network has as many vertices",
          "\(place)：値が\(texts.count)個ありますが、頂点の数が合わないため読み飛ばしました"))
      return
    }
    var distinct = name
    var further = 1
    while assembly.actorCells.columns.contains(where: { $0.name == distinct }) {
      further += 1
      distinct = "\(name)_\(further)"
    }
    let column = assembly.actorCells.column(distinct)
    for (vertex, text) in texts.enumerated() {
      assembly.actorCells.set(column, position(vertex, in: network), text)
    }
    assembly.notes.append(
      Phrase(
        "\(place): read as the attribute \(FileProblem.quoted(distinct)) of actors",
        "\(place)：主体の属性 \(FileProblem.quoted(distinct)) として読みました"))
  }

  /// Returns the numbers of a section, one a line; what stands behind the last is a legend.
  private static func values(
    in file: FileBytes, _ section: PajekSection, _ limits: ReadingLimits
  ) throws(FileProblem) -> [[UInt8]] {
    var count: Int?
    if let word = section.words.first {
      count = try NodeCount.parse(
        Array(word.utf8), Phrase("vertices", "頂点"), in: file, line: section.line, limits)
    }
    var values: [[UInt8]] = []
    for line in TextLines(file, in: section.body, firstLine: section.line + 1) {
      guard let first = line.firstByte, first != Ascii.percent else { continue }
      if values.count == count { break }
      let words = line.bytes.split(whereSeparator: Ascii.isBlank)
      guard words.count == 1, DecimalNumber.parse(words[0]) != nil else {
        throw FileProblem(
          file.path, line: line.number,
          Phrase(
            "expected a number, found \(FileProblem.quoted(String(decoding: line.bytes, as: UTF8.self)))",
            "数が必要ですが、\(FileProblem.quoted(String(decoding: line.bytes, as: UTF8.self))) があります"),
          advice: Phrase("write one number a line", "1行に1つの数を書いてください"))
      }
      values.append(Array(words[0]))
    }
    if let count, values.count < count {
      throw FileProblem(
        file.path, line: file.lastLine,
        Phrase(
          "expected \(count) values, found \(values.count)", "値が\(count)個必要ですが、\(values.count)個です"),
        advice: Phrase(
          "the file is cut short, or its first line is wrong", "ファイルが途中で切れているか、1行目が誤っています"))
    }
    return values
  }
}
