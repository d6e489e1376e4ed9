internal import NetworkData

extension JSONReader {
  // MARK: Parts

  /// Takes what the file says of the whole, and returns whether its ties are directed.
  mutating func describe() throws(FileProblem) -> Bool {
    guard let directed = document.member("directed", of: 0) else { return isDirectedByDefault }
    guard document.kind(of: directed) == .word else {
      throw problem(
        at: directed, "\"directed\" must be true or false", "\"directed\" は true か false です",
        Phrase("correct it", "直してください"))
    }
    assembly.isDirectedWithoutTies = document.isTrue(directed)
    return document.isTrue(directed)
  }

  mutating func describe(members object: Int) {
    guard document.kind(of: object) == .object else { return }
    for (name, value) in document.members(of: object) where !document.isNull(value) {
      assembly.describe(name == "label" ? "name" : name, document.text(of: value))
    }
  }

  mutating func addTie(
    _ tie: Int, _ place: String, isDirected: Bool, areIndices: Bool = false, of count: Int = 0
  ) throws(FileProblem) {
    let line = document.line(of: tie)
    var ends: [Int] = []
    for name in ["source", "target"] {
      guard let value = document.member(name, of: tie) else {
        throw problem(
          at: tie, "\(place) has no \"\(name)\"", "\(place) に \"\(name)\" がありません",
          Phrase("give every edge a source and a target", "すべてのエッジに source と target を書いてください"))
      }
      let id = try idBytes(value)
      if areIndices {
        guard let index = Int(String(decoding: id, as: UTF8.self)), (0..<count).contains(index)
        else {
          let shown = String(decoding: id.prefix(40), as: UTF8.self)
          throw problem(
            at: value, "\(place).\(name) = \(shown) is outside 0..\(count - 1)",
            "\(place).\(name) = \(shown) は 0～\(count - 1) の範囲にありません",
            Phrase("nodes are counted from 0", "ノードは0から数えます"))
        }
        ends.append(index)
      } else {
        let before = assembly.actorCount
        ends.append(assembly.mentionActor(id[...], line: document.line(of: value)))
        if assembly.actorCount > before, unknownPlace == nil { unknownPlace = "\(place).\(name)" }
      }
    }
    assembly.addTie(from: ends[0], to: ends[1], isDirected: isDirected, line: line)
  }

  func array(_ name: String, of object: Int) throws(FileProblem) -> [Int] {
    guard let value = document.member(name, of: object) else {
      throw problem(
        at: object, "member \"\(name)\" not found", "\"\(name)\" がありません",
        Phrase(
          "expected \"nodes\" and \"links\" or \"edges\", or Cytoscape's \"elements\"",
          "\"nodes\" と \"links\"（または \"edges\"）か、Cytoscape の \"elements\" が必要です"))
    }
    guard document.kind(of: value) == .array else { throw notArray(value, name) }
    return document.elements(of: value)
  }

  /// An id: a text or a number as it stands, or a list, as networkx writes a tuple.
  func idBytes(_ value: Int) throws(FileProblem) -> [UInt8] {
    guard document.kind(of: value) != .object, !document.isNull(value) else {
      throw problem(
        at: value, "an id that is neither text nor number", "文字でも数でもない id があります",
        Phrase("write ids as texts", "id は文字で書いてください"))
    }
    return document.bytes(of: value)
  }

  func notArray(_ value: Int, _ name: String) -> FileProblem {
    problem(
      at: value, "\"\(name)\" is no array", "\"\(name)\" が配列ではありません",
      Phrase("write it in square brackets", "角括弧で囲んで書いてください"))
  }

  func problem(
    at position: Int, _ english: String, _ japanese: String, _ advice: Phrase
  ) -> FileProblem {
    FileProblem(
      assembly.path, line: document.line(of: position), Phrase(english, japanese), advice: advice)
  }
}
