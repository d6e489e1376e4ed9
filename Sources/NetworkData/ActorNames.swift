/// Why an actor could not be found by its name.
public enum ActorNameError: Error, Hashable, CustomStringConvertible {
  /// Nobody is called so; the names that come nearest.
  case unknown(String, nearest: [String])
  /// Several are called so; their ids.
  case ambiguous(String, ids: [String])

  /// What is wrong and what to do, in a sentence.
  public var description: String {
    switch self {
    case .unknown(let name, let nearest):
      "no actor is called \(name)"
        + (nearest.isEmpty
          ? "; write an id or a name of the network's actors"
          : "; did you mean \(nearest.joined(separator: " or "))?")
    case .ambiguous(let name, let ids):
      "\(ids.count) actors are called \(name); write an id: "
        + ids.prefix(8).joined(separator: ", ") + (ids.count > 8 ? ", …" : "")
    }
  }
}

extension Actors {
  /// Returns the actor that a user means by a word.
  ///
  /// An id to the letter comes first; then names in either language; then both without regard to
  /// the case of letters and the width of characters (Ａ社 is A社).
  ///
  /// - Parameter word: An id or a name.
  /// - Returns: The position of the actor.
  /// - Throws: ``ActorNameError`` where nobody or more than one is called so.
  /// - Complexity: O(actors).
  public func index(named word: String) throws(ActorNameError) -> Int {
    if let exact = index(ofID: word) { return exact }
    let spellings: [(String) -> String] = [{ $0 }, Self.plain]
    for spelling in spellings {
      let wanted = spelling(word)
      let found = indices.filter { actor in
        [id(actor), name(actor), nameJa(actor)].contains { spelling($0) == wanted }
      }
      if found.count == 1 { return found[0] }
      if found.count > 1 { throw .ambiguous(word, ids: found.map(id)) }
    }
    throw .unknown(word, nearest: nearest(to: word))
  }

  /// Returns the names that come nearest to a word, or that it is a part of, at most three, nearest
  /// first.
  private func nearest(to word: String) -> [String] {
    // Comparing with each of very many names would take longer than to look them up.
    guard count <= 100_000 else { return [] }
    let wanted = Self.plain(word)
    let limit = max(1, wanted.count / 3)
    var found: [(distance: Int, name: String)] = []
    for actor in indices {
      for name in Set([id(actor), name(actor), nameJa(actor)]).sorted() {
        let spelled = Self.plain(name)
        // A part of a name, such as the first word of it, comes after misspelt names.
        if wanted.count >= 2, spelled.utf8.count <= 200, spelled.contains(wanted) {
          found.append((limit + spelled.count - wanted.count, name))
          continue
        }
        guard spelled.utf8.count <= 200, abs(spelled.count - wanted.count) <= limit else {
          continue
        }
        let distance = Spelling.distance(wanted, spelled)
        // A word of one letter is near to every other.
        if distance <= limit, distance < max(wanted.count, spelled.count) {
          found.append((distance, name))
        }
      }
    }
    return found.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.prefix(3).map(\.name)
  }

  /// Returns a word in lower case, with full-width letters and digits as narrow ones.
  private static func plain(_ word: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in word.unicodeScalars {
      switch scalar.value {
      case 0xFF01...0xFF5E: scalars.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
      case 0x3000: scalars.append(" ")
      default: scalars.append(scalar)
      }
    }
    return String(scalars).lowercased()
  }
}
