import NetworkData
import Testing

@Suite struct ActorNameTests {
  private let actors = Actors(
    ids: TextColumn(["A", "b", "k-rip", "kit", "7"]),
    names: TextColumn(["Firm A", "Sato", "K-RIP", "Institute", "Sato"]),
    namesJa: TextColumn(["A社", "", "九州地域環境・リサイクル産業交流プラザ", "九州工業大学", ""]))

  @Test func byIDThenNameThenSpelling() throws {
    #expect(try actors.index(named: "A") == 0)
    #expect(try actors.index(named: "a") == 0)
    #expect(try actors.index(named: "firm a") == 0)
    #expect(try actors.index(named: "Ａ社") == 0)
    #expect(try actors.index(named: "九州工業大学") == 3)
    #expect(try actors.index(named: "７") == 4)
    #expect(try actors.index(named: "k-RIP") == 2)
  }

  @Test func anIDWinsOverTheNameOfAnother() throws {
    let actors = Actors(ids: TextColumn(["x", "y"]), names: TextColumn(["y", "x"]))
    #expect(try actors.index(named: "x") == 0)
    #expect(try actors.index(named: "y") == 1)
  }

  @Test func unknownNamesGetTheNearest() {
    #expect(throws: ActorNameError.unknown("Institut", nearest: ["Institute"])) {
      try actors.index(named: "Institut")
    }
    #expect(throws: ActorNameError.unknown("九州工大学", nearest: ["九州工業大学"])) {
      try actors.index(named: "九州工大学")
    }
    // A part of a name will do.
    #expect(throws: ActorNameError.unknown("九州", nearest: ["九州工業大学"])) {
      try actors.index(named: "九州")
    }
    #expect(throws: ActorNameError.unknown("Z", nearest: [])) { try actors.index(named: "Z") }
  }

  @Test func ambiguousNamesListTheIDs() {
    #expect(throws: ActorNameError.ambiguous("Sato", ids: ["b", "7"])) {
      try actors.index(named: "Sato")
    }
    #expect(ActorNameError.ambiguous("Sato", ids: ["b", "7"]).description.contains("b, 7"))
  }
}
