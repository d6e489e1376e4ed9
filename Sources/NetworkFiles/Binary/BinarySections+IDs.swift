internal import GraphStructure
internal import NetworkData

extension BinarySections {
  /// Refuses an id that is empty, or that two actors have.
  ///
  /// Ids that ascend, shorter ones first, are distinct: so do numbers in order, and it takes one look
  /// at the file. Others are put into an index.
  ///
  /// - Parameter ids: The ids.
  /// - Throws: ``FileProblem`` that names an id that stands twice, or an actor without one.
  /// - Complexity: O(bytes).
  func checkDistinct(_ ids: TextColumn) throws(FileProblem) {
    let areAscending = execution.reduceChunks(
      of: ids.count, chunkSize: 1 << 16, into: true, makeScratch: {},
      work: { part, _ in Self.areAscending(ids, part) }, merge: { $0 = $0 && $1 })
    if areAscending {
      // The shortest come first.
      if let first = ids.first, first.isEmpty { throw noID(0) }
      return
    }
    var index = IDIndex()
    for actor in ids.indices {
      if ids.withUTF8(at: actor, { $0.isEmpty }) { throw noID(actor) }
      let (first, isNew) = ids.withUTF8(at: actor) { index.add($0) }
      if isNew { continue }
      let id = FileProblem.quoted(ids[actor])
      throw FileProblem(
        file.path,
        Phrase(
          "the actors \(first + 1) and \(actor + 1) have the same id \(id)",
          "\(first + 1)番目と\(actor + 1)番目の主体の id がどちらも \(id) です"),
        advice: Self.writeAgain)
    }
  }

  private func noID(_ actor: Int) -> FileProblem {
    FileProblem(
      file.path,
      Phrase("the actor \(actor + 1) has no id", "\(actor + 1)番目の主体に id がありません"),
      advice: Self.writeAgain)
  }

  private static let writeAgain = Phrase(
    "write it again from where it came: knowwho convert NETWORK FILE.knowwho",
    "元のネットワークから knowwho convert で作り直してください")

  /// Whether some ids ascend, and follow the one before them.
  private static func areAscending(_ ids: TextColumn, _ part: Range<Int>) -> Bool {
    ids.withBlock { bytes, offsets in
      for row in max(1, part.lowerBound)..<max(1, part.upperBound) {
        let (first, start, end) = (offsets[row - 1], offsets[row], offsets[row + 1])
        if start - first < end - start { continue }
        if start - first > end - start { return false }
        // Of equal length: the first byte that differs must be the greater one.
        var place = 0
        while place < end - start, bytes[first + place] == bytes[start + place] { place += 1 }
        if place == end - start || bytes[first + place] > bytes[start + place] { return false }
      }
      return true
    }
  }
}
