import KnowWhoCommands
import Testing

@Suite struct TextTableTests {
  @Test func wideCharactersTakeTwoColumns() {
    #expect(TerminalWidth.of("Technomix") == 9)
    #expect(TerminalWidth.of("北九州市") == 8)
    #expect(TerminalWidth.of("ﾃｸﾉ") == 3)
    // Half-width kana with a voicing mark, and e with a combining accent.
    #expect(TerminalWidth.of("e\u{301}") == 1)
    #expect(TerminalWidth.of("A社") == 3)
  }

  @Test func columnsAlign() {
    let text = TextTable(columns: [
      .init(title: "name", isNumeric: false, cells: ["北九州市", "U"]),
      .init(title: "score", isNumeric: true, cells: ["0.5", "20"]),
    ]).text
    #expect(text == "name      score\n北九州市    0.5\nU            20\n")
  }

  @Test func controlCharactersDoNotReachTheTerminal() {
    let text = TextTable(columns: [
      .init(title: "a", isNumeric: false, cells: ["x\u{1B}[31m", "\u{202E}y"])
    ]).text
    #expect(!text.unicodeScalars.contains("\u{1B}"))
    #expect(!text.unicodeScalars.contains("\u{202E}"))
  }

  @Test(arguments: [
    (0.38888, 4, "0.3889"), (0, 4, "0.0000"), (-0.00001, 4, "0.0000"), (45.66666, 2, "45.67"),
    (20, 0, "20"), (0.05, 1, "0.1"), (-1.25, 2, "-1.25"), (123_456.5, 1, "123456.5"),
  ])
  func fixedDecimals(number: Double, places: Int, expected: String) {
    #expect(Decimals.fixed(number, places) == expected)
  }

  @Test func undefinedIsADash() {
    #expect(Decimals.fixed(.nan, 4) == "–")
  }

  @Test func smallNumbersKeepTheirDigits() {
    #expect(Decimals.readable(0.0000753) == "0.0000753")
    #expect(Decimals.readable(0.4222) == "0.4222")
  }
}
