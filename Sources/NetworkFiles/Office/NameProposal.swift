public import NetworkData

/// Two names that may stand for one organisation or person.
public struct NameProposal: Sendable, Equatable {
  /// The name that would stay: the one that came first.
  public let kept: String
  /// The name that would become the other.
  public let merged: String
  /// How likely it is that they are one, 0…1: the product of what each difference leaves.
  public let score: Double
  /// In what they differ.
  public let why: Phrase

  /// Returns the pairs of names that may be one.
  ///
  /// Names are compared by their ``NameForms``; names of five characters and more may also differ in one
  /// character. Nothing is merged by this.
  ///
  /// - Parameter names: Distinct names in the order of their appearance.
  /// - Returns: The pairs, likelier ones first.
  /// - Complexity: O(characters²) a name, and a look at each pair that comes near.
  static func all(among names: [String]) -> [NameProposal] {
    let forms = names.map { NameForms($0) }
    var firstOfSound: [String: Int] = [:]
    var proposals: [NameProposal] = []
    for (position, form) in forms.enumerated() {
      guard let first = firstOfSound[form.sound] else {
        firstOfSound[form.sound] = position
        continue
      }
      proposals.append(Self(names[first], forms[first], names[position], form))
    }
    // With one character left out, names that differ in one are the same.
    var shortened: [String: [Int]] = [:]
    var seen: Set<[Int]> = []
    for position in firstOfSound.values.sorted() {
      let sound = Array(forms[position].sound)
      guard sound.count >= 5, sound.count <= 60 else { continue }
      for place in -1..<sound.count {
        var key = sound
        if place >= 0 { key.remove(at: place) }
        for other in shortened[String(key)] ?? []
        where seen.insert([other, position]).inserted
          && Spelling.distance(forms[other].sound, forms[position].sound) == 1
        {
          // 第一 and 第二, A棟 and B棟 are two things.
          if !Self.differ(
            forms[other].sound, forms[position].sound, in: { $0.isNumber || $0.isASCII })
          {
            proposals.append(
              Self(
                names[other], forms[other], names[position], forms[position], differInLetter: true))
          }
        }
        shortened[String(key), default: []].append(position)
      }
    }
    return proposals.sorted { ($1.score, $0.kept, $0.merged) < ($0.score, $1.kept, $1.merged) }
  }

  /// Whether the parts in which two texts differ hold a character of a sort.
  private static func differ(
    _ one: String, _ other: String, in isOfSort: (Character) -> Bool
  ) -> Bool {
    let start = zip(one, other).prefix { $0 == $1 }.count
    let (first, second) = (one.dropFirst(start), other.dropFirst(start))
    let end = zip(first.reversed(), second.reversed()).prefix { $0 == $1 }.count
    return (first.dropLast(end) + second.dropLast(end)).contains(where: isOfSort)
  }

  private init(
    _ kept: String, _ first: NameForms, _ merged: String, _ second: NameForms,
    differInLetter: Bool = false
  ) {
    var score = 1.0
    var whys: [Phrase] = []
    func differ(_ share: Double, _ english: String, _ japanese: String) {
      score *= share
      whys.append(Phrase(english, japanese))
    }
    if first.legalForm != second.legalForm {
      if first.legalForm.isEmpty || second.legalForm.isEmpty {
        differ(0.9, "one has no legal form", "一方に法人格の表記がない")
      } else {
        differ(0.5, "the legal forms differ", "法人格が異なる")
      }
    } else if first.isFormFirst != second.isFormFirst {
      differ(0.8, "the legal form is before one and behind the other", "法人格の位置（前・後）が異なる")
    }
    if first.honorific != second.honorific {
      differ(0.95, "様, さん or the like differs", "敬称の有無が異なる")
    }
    if differInLetter {
      differ(0.6, "one character differs", "1文字だけ異なる")
    } else if first.core != second.core {
      differ(
        0.9, "old and new characters, small kana or long marks differ", "旧字・新字、小さい仮名、長音などの違い")
    }
    if whys.isEmpty { differ(1, "only width, blanks or ㈱ differ", "全角・半角、空白、㈱ などの表記のみの違い") }
    self.kept = kept
    self.merged = merged
    self.score = score
    why = Phrase(
      whys.map(\.english).joined(separator: "; "), whys.map(\.japanese).joined(separator: "、"))
  }
}
