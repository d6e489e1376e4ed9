import Foundation
import Testing

/// Help, results and messages come in the language of `--lang`, else of the locale.
@Suite struct LanguageTests {
  /// The names of all commands, as the help lists them.
  private static func commands() throws -> [String] {
    let help = try Tool.run("--help").output.split(separator: "\n")
    let list = try #require(help.firstIndex { $0.hasPrefix("SUBCOMMANDS:") })
    // A name stands two columns in, and what its line goes on with farther to the right.
    return help[(list + 1)...].filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }.compactMap {
      $0.split(separator: " ").first.map(String.init)
    }.filter { $0 != "See" }
  }

  private func isJapanese(_ text: some StringProtocol) -> Bool {
    text.unicodeScalars.contains { (0x3041...0x30FF).contains($0.value) }
  }

  /// The line that says what a command does.
  private func abstract(_ help: String) -> String {
    help.split(separator: "\n").first {
      $0.hasPrefix("OVERVIEW:") || $0.hasPrefix("概要：")
    }.map(String.init) ?? ""
  }

  /// The explanations of options and arguments, each on one line.
  private func explanations(_ help: String) -> [String] {
    var found: [String] = []
    var isOption = false
    for line in help.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("  -") || line.hasPrefix("  <") {
        found.append(String(line))
        isOption = true
      } else if isOption, line.hasPrefix("    ") {
        found[found.count - 1] += line
      } else {
        isOption = false
      }
    }
    return found
  }

  @Test func helpInBothLanguages() throws {
    let commands = try Self.commands()
    #expect(commands.count >= 10)
    for command in commands { try expectHelp(of: command) }
  }

  private func expectHelp(of command: String) throws {
    let english = try Tool.run(command, "--help", "--lang", "en")
    let japanese = try Tool.run(command, "--help", "--lang", "ja")
    #expect(english.status == 0 && japanese.status == 0)
    #expect(!isJapanese(english.output), "\(english.output)")
    #expect(isJapanese(abstract(japanese.output)), "\(japanese.output)")
    let told = explanations(japanese.output)
    #expect(told.count == explanations(english.output).count)
    #expect(!told.isEmpty)
    for line in told { #expect(isJapanese(line), "\(line)") }
  }

  @Test func helpOfAll() throws {
    let help = try Tool.run("--lang", "ja", "--help").output
    #expect(isJapanese(abstract(help)))
    for command in try Self.commands() {
      let line = help.split(separator: "\n").first { $0.hasPrefix("  \(command) ") }
      #expect(isJapanese(try #require(line)), "\(command)")
    }
    #expect(!isJapanese(try Tool.run("--help").output))
  }

  /// The parser's own words too.
  @Test func headingsAndComplaintsOfTheParser() throws {
    let help = try Tool.run("reach", "--help", "--lang", "ja").output
    for word in ["概要：", "使い方：knowwho reach", "引数：", "オプション：", "（値：table, csv, json; 既定：table）"] {
      let unfolded = help.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(unfolded.contains(word), "\(word)")
    }
    for word in ["OVERVIEW", "USAGE", "OPTIONS", "ARGUMENTS", "Show ", "default:"] {
      #expect(!help.contains(word), "\(word)")
    }
    func complaint(_ arguments: [String]) throws -> String {
      let outcome = try Tool.run(arguments + ["--lang", "ja"])
      #expect(outcome.status == 2)
      #expect(outcome.output.isEmpty)
      return outcome.errors
    }
    #expect(try complaint(["reach"]).contains("エラー：引数 <network> がありません。"))
    #expect(
      try complaint(["reach", "Graphs/kite", "--nowhere"]).contains("--nowhere というオプションはありません。"))
    for (arguments, words) in [
      (["--top", "x"], "x は --top <top> には使えません。"),
      (["--fromat", "csv"], "--format のことでしょうか。"),
      (["--format", "xml"], "次のいずれかを書いてください：table、csv、json"),
      (["one", "two"], "余分な引数があります：one、two"), (["--top"], "の値がありません。"),
      (["-z"], "-z というオプションはありません。"),
    ] {
      #expect(try complaint(["reach", "Graphs/kite"] + arguments).contains(words), "\(words)")
    }
    #expect(try complaint(["reach", "Graphs/kite", "--top", "0"]).contains("エラー：--top 0：1以上の数"))
    #expect(try complaint(["reach"]).contains("詳しくは knowwho reach --help を実行してください。"))
    // In English nothing is touched.
    #expect(try Tool.run("reach").errors.contains("Error: Missing expected argument '<network>'"))
  }

  /// What each command says beside names from the network.
  private func outcomes(_ language: [String], environment: [String: String] = [:]) throws
    -> [(command: String, text: String)]
  {
    let folder = try TemporaryFolder()
    let network = "Graphs/technomix"
    let runs: [[String]] = [
      ["summary", network], ["centrality", network, "--top", "3"],
      ["reach", network, "--top", "3"], ["introduce", network, "H", "D"],
      ["communities", network], ["compare", network, "Graphs/kite"], ["check", network],
      ["render", network, "-o", folder.path("a.svg")],
      ["convert", network, folder.path("net")], ["convert", network, folder.path("a.csv")],
      ["convert", network, folder.path("a.dot")], ["model", "krip", "-o", folder.path("model")],
      ["simulate", "--size", "5,9", "--runs", "2", "-o", folder.path("simulated")],
    ]
    return try runs.map { run in
      let outcome = try Tool.run(run + language, environment: environment)
      #expect(outcome.status == 0, "\(outcome.errors)")
      return (run[0], outcome.output + outcome.errors)
    }
  }

  /// Every line below a result is a Japanese sentence.
  @Test func resultsInJapanese() throws {
    for (command, text) in try outcomes(["--lang", "ja"]) {
      let last = text.split(separator: "\n").suffix(2)
      for line in last { #expect(isJapanese(line), "\(command): \(line)") }
    }
  }

  @Test func theLocaleChoosesAndTheOptionOverrides() throws {
    let japanese = ["LC_ALL": "", "LC_MESSAGES": "", "LANG": "ja_JP.UTF-8"]
    for (command, text) in try outcomes([], environment: japanese) {
      #expect(isJapanese(text.split(separator: "\n").last ?? ""), "\(command): \(text)")
    }
    for (command, text) in try outcomes(["--lang", "en"], environment: japanese) {
      #expect(!isJapanese(text.split(separator: "\n").last ?? ""), "\(command): \(text)")
    }
    let help = try Tool.run(["check", "--help"], environment: japanese).output
    #expect(isJapanese(abstract(help)))
  }

  private static let failures: [(line: String, status: Int32)] = [
    ("check Graphs/nowhere", 3), ("check", 2), ("chekc Graphs/kite", 2),
    ("communities Graphs/technomix --at 1900", 3),
    ("communities Graphs/technomix --at 20099", 2),
    ("communities Graphs/technomix --possible", 2),
    ("communities Graphs/technomix --ties projcet", 2),
    ("communities Graphs/kite --strengths", 3),
    ("communities Graphs/kite --resolution 0", 2),
    ("check Graphs/kite --threads 0", 2), ("render Graphs/kite -o a.jpg", 2),
    ("chart ranking Graphs/kite -o a.jpg", 2), ("render Graphs/kite --timeline x -o a.svg", 2),
    ("render Graphs/kite -o a.svg --measure dgree", 2),
    ("simulate --size 5", 2), ("simulate --size 5 --set A99=1 -o x", 2),
    ("simulate --size 0 -o x", 2), ("compare --scale technomix", 2),
  ]

  @Test(arguments: failures)
  func failuresInJapanese(line: String, status: Int32) throws {
    let arguments = line.split(separator: " ").map(String.init)
    let outcome = try Tool.run(arguments + ["--lang", "ja"])
    #expect(outcome.status == status, "\(outcome.errors)")
    // What the parser itself says of a missing argument stays English.
    if arguments != ["check"] { #expect(isJapanese(outcome.errors), "\(outcome.errors)") }
    let english = try Tool.run(arguments + ["--lang", "en"])
    #expect(english.status == status)
    #expect(!isJapanese(english.errors), "\(english.errors)")
  }

  /// Programs find the same columns and keys in either language.
  @Test func machineReadableNamesStayEnglish() throws {
    for command in ["centrality", "reach", "communities", "summary"] {
      let csv = try ["en", "ja"].map { language in
        try Tool.run(command, "Graphs/technomix", "--format", "csv", "--lang", language).output
          .split(separator: "\n").first { !$0.hasPrefix("#") }
      }
      #expect(csv[0] == csv[1])
      let header = try #require(csv[0])
      #expect(!header.contains { !$0.isASCII })
      let keys = try ["en", "ja"].map { language in
        let text = try Tool.run(
          command, "Graphs/technomix", "--format", "json", "--lang", language
        ).output
        let object = try JSONSerialization.jsonObject(with: Data(text.utf8))
        return try #require(object as? [String: Any]).keys.sorted()
      }
      #expect(keys[0] == keys[1])
    }
  }
}
