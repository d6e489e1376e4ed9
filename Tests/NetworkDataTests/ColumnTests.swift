import NetworkData
import Testing

@Suite struct ColumnTests {
  @Test func textsComeBack() {
    let texts = ["A", "", "テクノミクス北九州", "a,b\n\"c\"", "🏭", ""]
    let column = TextColumn(texts)
    #expect(Array(column) == texts)
    #expect(column.count == 6)
    #expect(Array(column.utf8(at: 2)) == Array("テクノミクス北九州".utf8))
    #expect(column.utf8(at: 1).isEmpty)
    #expect(TextColumn().isEmpty)
    var grown = TextColumn()
    for text in texts { grown.append(text) }
    #expect(grown == column)
    #expect(TextColumn(["ab", "c"]) != TextColumn(["a", "bc"]))
    #expect(TextColumn(bytes: Array("abc".utf8), offsets: [0, 2, 3]) == TextColumn(["ab", "c"]))
  }

  @Test func wordsAreHeldOnce() {
    let column = WordColumn(["firm", "", "group", "firm", "", "firm"])
    #expect(Array(column) == ["firm", "", "group", "firm", "", "firm"])
    #expect(column.words == ["", "firm", "group"])
    #expect(column.codes == [1, 0, 2, 1, 0, 1])
    #expect(WordColumn().words == [""])
    #expect(WordColumn().isEmpty)
  }
}

@Suite struct ActorsTests {
  @Test func whatIsMissingIsFilledFromWhatIsThere() {
    let actors = Actors(
      ids: TextColumn(["A", "B", "C"]), names: TextColumn(["Alpha", "", ""]),
      namesJa: TextColumn(["A社", "", "C社"]), kinds: WordColumn(["firm", "", "jazz band"]))
    #expect(actors.indices.map(actors.name) == ["Alpha", "B", "C"])
    #expect(actors.indices.map(actors.nameJa) == ["A社", "B", "C社"])
    #expect(actors.indices.map(actors.kind) == [.firm, nil, ActorKind(rawValue: "jazz band")])
    #expect(actors.index(ofID: "C") == 2)
    #expect(actors.index(ofID: "c") == nil)
    let bare = Actors(ids: TextColumn(["A"]))
    #expect(bare.name(0) == "A")
    #expect(bare.nameJa(0) == "A")
    #expect(bare.kind(0) == nil)
    let network = Network(actors: actors, ties: Ties(sources: [], targets: []))
    #expect(network.actorKinds == [.firm, ActorKind(rawValue: "jazz band")])
    #expect(network.tieKinds == [])
  }

  /// An id is its bytes: two spellings of one character are two ids.
  @Test func idsAreCompared_byteForByte() {
    let actors = Actors(ids: TextColumn(["\u{304B}\u{3099}", "\u{304C}"]))
    #expect(actors.index(ofID: "\u{304C}") == 1)
    #expect(actors.index(ofID: "\u{304B}\u{3099}") == 0)
  }

  @Test func tiesInRankAreOrderedByID() {
    let inOrder = [
      "0", "1", "2", "7", "07", "007", "9", "10", "99", "100", "18446744073709551616",
      "99999999999999999999", "", "-1", "1.5", "10a", "A", "AA", "AB", "B", "a", "あ", "ア",
    ]
    let actors = Actors(ids: TextColumn(inOrder))
    for first in actors.indices {
      for second in actors.indices {
        #expect(
          actors.precedes(first, second) == (first < second), "\(inOrder[first]) \(inOrder[second])"
        )
      }
    }
  }

  @Test func kindsThatAreOccasionsOrOrganisations() {
    #expect(ActorKind.known.filter(\.isOccasion) == [.project, .event])
    #expect(
      ActorKind.known.filter { !$0.isOrganisation } == [.project, .event, .person])
    #expect(ActorKind(rawValue: "guild").isOrganisation)
  }
}

@Suite struct SpellingTests {
  /// All words that one insertion, deletion, replacement or swap of neighbors makes of a word.
  private func oneEdit(from word: [Character]) -> Set<String> {
    var words: Set<String> = []
    for position in 0...word.count {
      for letter in "abc" {
        words.insert(String(word[..<position] + [letter] + word[position...]))
        if position < word.count {
          words.insert(String(word[..<position] + [letter] + word[(position + 1)...]))
        }
      }
      if position < word.count {
        words.insert(String(word[..<position] + word[(position + 1)...]))
      }
      if position + 1 < word.count {
        var swapped = word
        swapped.swapAt(position, position + 1)
        words.insert(String(swapped))
      }
    }
    words.remove(String(word))
    return words
  }

  @Test func distanceOneIsOneEdit() {
    var words = [""]
    for length in 1...3 {
      let shorter = words.filter { $0.count == length - 1 }
      words += shorter.flatMap { word in "abc".map { word + String($0) } }
    }
    #expect(words.count == 40)
    for first in words {
      let near = oneEdit(from: Array(first))
      for second in words {
        let distance = Spelling.distance(first, second)
        #expect((distance == 0) == (first == second))
        #expect((distance == 1) == near.contains(second), "\(first) \(second)")
        #expect(distance == Spelling.distance(second, first))
      }
    }
  }

  @Test(arguments: [
    ("strenght", "strength", 1), ("kitten", "sitting", 3), ("CA", "ABC", 3), ("", "abc", 3),
    ("会員", "員会", 1),
  ])
  func knownDistances(first: String, second: String, distance: Int) {
    #expect(Spelling.distance(first, second) == distance)
  }

  @Test func nearestIsOnlyGivenWhereItIsNear() {
    let measures = ["degree", "closeness", "betweenness", "harmonic"]
    #expect(Spelling.nearest(to: "betweeness", in: measures) == "betweenness")
    #expect(Spelling.nearest(to: "DEGREE", in: measures) == "degree")
    #expect(Spelling.nearest(to: "quantum", in: measures) == nil)
    #expect(Spelling.nearest(to: "xy", in: ["ab", "a"]) == nil)
    #expect(Spelling.nearest(to: String(repeating: "x", count: 201), in: ["x"]) == nil)
    #expect(Spelling.nearest(to: "ac", in: ["abc", "acd"]) == "abc")
  }
}
