import Foundation
import NetworkData
import NetworkFiles
import Testing

/// Real names of firms, places and people, in the encodings that offices save them in.
@Suite struct EncodingTests {
  private static let japanese = [
    "安川電機", "TOTO株式会社", "ゼンリン", "北九州市役所", "九州工業大学", "第一交通産業", "黒崎播磨", "三井ハイテック",
    "髙島屋", "山﨑製パン", "日産自動車㈱", "渡邊", "齋藤", "表", "ソニー", "能力", "十八銀行", "構想", "丹谷", "中谷",
    "ﾃｸﾉﾐｸｽ", "ﾔﾏﾀﾞ ﾀﾛｳ", "トヨタ自動車九州", "さくらインターネット", "西日本シティ銀行", "①番", "小倉", "八幡", "門司", "若松",
  ]
  private static let western = [
    "Société Générale", "Müller", "Björk", "Malmö", "Åsa", "Århus", "København", "Zürich",
    "São Paulo",
    "Citroën", "Nestlé", "L'Oréal", "Peñarol", "Königsberg", "Größe", "Æther", "Ørsted", "Hermès",
    "Gérard",
    "François", "Renée", "Citoyenneté", "Jörg",
  ]

  private static func table(_ names: [String]) -> String {
    "source,target\n"
      + zip(names, names.dropFirst() + names.prefix(1)).map { "\($0),\($1)\n" }.joined()
  }

  private static func bytes(_ text: String, _ encoding: String) -> [UInt8]? {
    Iconv.bytes(of: text, in: encoding)
  }

  private func reading(_ bytes: [UInt8]?) throws -> NetworkFile.Reading {
    let folder = try TemporaryFolder()
    return try NetworkFile.read(folder.write(try #require(bytes), to: "net.csv"))
  }

  @Test(arguments: ["utf-8", "utf-16le", "utf-16be", "cp932", "euc-jp"])
  func japaneseTablesAreReadInEveryEncoding(_ encoding: String) throws {
    let names = Self.japanese.filter {
      Self.bytes($0, encoding) != nil
    }
    #expect(names.count >= 20)
    let reading = try reading(Self.bytes(Self.table(names), encoding))
    #expect(Array(reading.network.actors.ids) == names)
    #expect(reading.notes.contains { $0.english.contains(encoding) } == (encoding != "utf-8"))
  }

  @Test(arguments: ["utf-8", "utf-16le", "iso-8859-1", "windows-1252"])
  func westernTablesAreReadInEveryEncoding(_ encoding: String) throws {
    // Only signs such as ’ tell the two Western encodings apart.
    let all = Self.western + (encoding == "windows-1252" ? ["L’Atelier – Nord"] : [])
    let names = all.filter { Self.bytes($0, encoding) != nil }
    #expect(names.count >= 20)
    let reading = try reading(Self.bytes(Self.table(names), encoding))
    #expect(Array(reading.network.actors.ids) == names)
    #expect(reading.notes.contains { $0.english.contains(encoding) } == (encoding != "utf-8"))
  }

  /// One short name decides, or both readings are shown; it is never read wrongly.
  @Test(arguments: ["utf-8", "cp932", "euc-jp", "iso-8859-1", "windows-1252"])
  func aSingleNameIsNeverReadWrongly(_ encoding: String) throws {
    var undecided: [String] = []
    var count = 0
    // EUC-JP has Western letters too, but no office writes them in it.
    for name in Self.japanese + (encoding == "euc-jp" ? [] : Self.western) {
      guard let bytes = Self.bytes("source,target\n\(name),x1\n", encoding) else { continue }
      count += 1
      do {
        let reading = try reading(bytes)
        #expect(reading.network.actors.id(0) == name, "\(name) in \(encoding)")
      } catch let problem as FileProblem {
        let text = problem.description
        #expect(text.contains("--encoding"), "\(text)")
        if text.contains("cannot be told") { #expect(text.contains(name), "\(text)") }
        undecided.append(name)
      }
    }
    // Not so many that the rule would be worthless.
    #expect(undecided.count * 5 <= count * 2, "\(encoding): \(undecided)")
    if encoding == "utf-8" { #expect(undecided.allSatisfy { $0 == "丹谷" }, "\(undecided)") }
  }

  /// 丹谷 in EUC-JP is ðë in UTF-8: both are shown, and the user is asked.
  @Test func whatCannotBeDecidedIsShownBothWays() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      try #require(Self.bytes("source,target\n丹谷,x\n", "euc-jp")), to: "net.csv")
    let refusal = try #require(problem(reading: path))
    #expect(refusal.line == 2)
    #expect(refusal.problem.english.contains("丹谷") && refusal.problem.english.contains("ðë"))
    var options = NetworkFile.Options()
    options.encoding = .eucJP
    #expect(try NetworkFile.read(path, options).network.actors.id(0) == "丹谷")
    options.encoding = .utf8
    #expect(try NetworkFile.read(path, options).network.actors.id(0) == "ðë")
  }

  /// Two bytes a letter may be kanji in EUC-JP; whole lists of them are not, however long or short,
  /// and nor is one sign that stands in every row.
  @Test func accentedLettersAreNotTakenForKanji() throws {
    let languages = [
      "Dvořák,Černý,Růžička,Říha,Žižka,Třebíč", "Lương,Dương,Phương,Thơ,Mơ,Cường",
      "Şahin,Çelik,Öztürk,Yılmaz,İzmir,Işık", "Łukasz,Wałęsa,Łódź,Gdańsk,Żółć,Śląsk",
      "Erdős,Rényi,Győr,Tóth,Fűz,Őri", "città,perché,è,più,È,lunedì", "Þór,Björk,Ægir,Ísland",
      "Σωκράτης,Αθήνα", "Пётр,Київ,Москва", "été,à,où,ça", "Núñez,Íñigo,Ñuñoa,Ángel",
    ]
    for language in languages.map({ $0.split(separator: ",").map(String.init) }) {
      for count in 1...language.count {
        let names = Array(language.prefix(count))
        let reading = try reading(Array(Self.table(names).utf8))
        #expect(Array(reading.network.actors.ids) == names, "\(names)")
        #expect(reading.notes == [])
      }
    }
    for sign in ["¥", "£", "§", "°C ", "±", "©", "µ"] {
      let rows = (1...30).map { "A,\(sign)\($0)\n" }.joined()
      let reading = try reading(Array("source,target\n\(rows)".utf8))
      #expect(reading.network.actors.id(1) == "\(sign)1", "\(sign)")
    }
  }

  /// The evidence is in the first MiB only; UTF-8 beyond it is still checked.
  @Test func textBehindTheFirstMebibyteIsCheckedToo() throws {
    let folder = try TemporaryFolder()
    let rows = String(repeating: "a,b\n", count: 300_000)
    let path = try folder.write(
      Array(rows.utf8) + (try #require(Self.bytes("会社,b\n", "cp932"))), to: "net.csv")
    let refusal = try #require(problem(reading: path))
    #expect(refusal.line == 300_001)
    #expect(refusal.advice?.english.contains("--encoding") ?? false)
  }

  /// Where the first MiB ends within a character, as it may where there is no line feed.
  @Test(arguments: ["utf-8", "cp932", "euc-jp"])
  func noCharacterIsCutAtTheEndOfTheFirstMebibyte(_ encoding: String) throws {
    for shift in ["", "x", "xx"] {
      let row = try #require(Self.bytes("\(shift)能力開発,北九州市役所\r", encoding))
      let rows = (0...((1 << 20) / row.count)).flatMap { _ in row }
      let reading = try reading(rows)
      #expect(Array(reading.network.actors.ids) == ["\(shift)能力開発", "北九州市役所"])
    }
  }

  /// What is said of the whole is text as any other.
  @Test(arguments: ["cp932", "euc-jp", "utf-16", "utf-8"])
  func theDescriptionMayBeInAnyEncoding(_ encoding: String) throws {
    let yaml = "title: 北九州の企業ネットワーク\nsource: 会員名簿（令和六年）\n"
    for mark in ["", "\u{FEFF}"] where mark.isEmpty || encoding == "utf-8" {
      let folder = try TemporaryFolder()
      try folder.write("id\n甲\n", to: "actors.csv")
      try folder.write("source,target\n甲,甲\n", to: "ties.csv")
      try folder.write(#require(Self.bytes(mark + yaml, encoding)), to: "network.yaml")
      for named in [nil, TextEncoding.utf8] where named == nil || encoding == "utf-8" {
        var options = NetworkFile.Options()
        options.encoding = named
        let reading = try NetworkFile.read(folder.path, options)
        #expect(reading.network.description.title == "北九州の企業ネットワーク")
        #expect(reading.network.description.source == "会員名簿（令和六年）")
        #expect(reading.notes.count == (encoding == "utf-8" ? 0 : 1))
      }
    }
  }

  @Test func tablesOfAFolderMayEachHaveAnEncoding() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      try #require(Self.bytes("id,name\nA,北九州市役所\nB,安川電機\n", "cp932")), to: "net/actors.csv")
    try folder.write("source,target\nA,B\n", to: "net/ties.csv")
    let reading = try NetworkFile.read(folder["net"])
    #expect(reading.network.actors.name(0) == "北九州市役所")
    #expect(reading.notes.count == 1)
  }
}
