import Foundation
import NetworkData
import NetworkFiles
import Testing

/// Lists of offices made into networks.
@Suite struct OfficeImportTests {
  private func read(
    _ files: [String], _ options: OfficeImport.Options = .init()
  ) throws -> OfficeImport.Result {
    let folder = try TemporaryFolder()
    var paths: [String] = []
    for (place, text) in files.enumerated() {
      let bytes = try #require(Iconv.bytes(of: text, in: "cp932"))
      paths.append(try folder.write(bytes, to: "list\(place).csv"))
    }
    return try OfficeImport.read(paths, options)
  }

  /// What keeps a list from being imported.
  private func refusal(_ text: String) throws -> FileProblem {
    let folder = try TemporaryFolder()
    let path = try folder.write(text, to: "list.csv")
    do throws(FileProblem) {
      _ = try OfficeImport.read([path])
    } catch {
      expectJapanese(error)
      #expect(error.path == path)
      return error
    }
    throw FileProblem(path, Phrase("was read", "読めました"))
  }

  private let members = "会社名,氏名,入会日,業種\n安川電機,青木,S58.11,電機\n九州鉄工,井上,平成4年4月,金属\n小倉精密,上田,2009/7/1,精密\n"
  private let wide =
    "会社名,2024/4/12,2024/5/10,2024/6/14,2024/7/12\n安川電機,○,○,△,○\n九州鉄工,○,×,×,×\n小倉精密,×,○,○,\n"

  /// By hand: with 2 hours a meeting, 安川 and 九州 met once (2 h), 安川 and 小倉 twice, for 2 h and for
  /// half of 2 h.
  @Test func wideAttendanceTiesThoseWhoMet() throws {
    let result = try read([members, wide])
    let network = result.network
    let together = network.ties.indices.filter { network.ties.kind($0)?.rawValue == "coattendance" }
    let lines = together.map { tie in
      let ends = [network.ties.sources[tie], network.ties.targets[tie]]
      return ends.map { network.actors.id(Int($0)) }.joined(separator: "–")
        + " \(network.ties.strengths?[tie] ?? 0)"
    }
    #expect(lines == ["安川電機–九州鉄工 2.0", "安川電機–小倉精密 3.0"])
    #expect(together.allSatisfy { !network.ties.isDirected($0) })
    #expect(network.ties.dates.beganFrom?[together[1]]?.description == "2024-05-10")
    #expect(network.ties.dates.endedFrom?[together[1]]?.description == "2024-06-14")
    // × is absent, nothing is not expected: 4 of 4, 1 of 4, 2 of 3.
    #expect(result.attendance.map { [$0.attended, $0.held] } == [[4, 4], [1, 4], [2, 3]])
    #expect(
      result.attendance.filter { $0.rate < 0.5 }.map { network.actors.id($0.actor) } == ["九州鉄工"])
  }

  @Test func membersBelongToTheGroupFromTheDayTheyJoined() throws {
    var options = OfficeImport.Options()
    options.group = "テクノミクス"
    let network = try read([members], options).network
    let group = try #require(network.actors.index(ofID: "テクノミクス"))
    #expect(network.actors.kind(group) == .group)
    let joined = network.ties.indices.map { network.ties.dates.beganFrom?[$0]?.description }
    #expect(joined == ["1983-11", "1992-04", "2009-07-01"])
    #expect(
      network.ties.indices.allSatisfy {
        Int(network.ties.targets[$0]) == group && network.ties.kind($0) == .membership
      })
    let trade = try #require(network.actors.attributes.first { $0.name == "業種" })
    #expect(Array(trade.values.prefix(3)) == ["電機", "金属", "精密"])
  }

  /// A row a person and meeting; who joined later is not counted absent before.
  @Test func longAttendanceCountsWhileAMember() throws {
    let long =
      "日付,例会,氏名,会社名,時間\n2009/6/1,6月例会,青木,安川電機,3\n2009/6/1,6月例会,井上,九州鉄工,3\n2009/8/1,8月例会,青木,安川電機,1.5\n2009/8/1,8月例会,上田,小倉精密,1.5\n"
    let result = try read([members, long])
    #expect(result.attendance.map { [$0.attended, $0.held] } == [[2, 2], [1, 2], [1, 1]])
    let strengths = try #require(result.network.ties.strengths).filter { !$0.isNaN }
    #expect(strengths == [3, 1.5])
  }

  /// In a sheet without ×, nothing is an absence; who never came is a member all the same.
  @Test func whoNeverCameIsAMember() throws {
    let result = try read(["会社名,第1回,第2回\n安川電機,○,○\n九州鉄工,,\n小倉精密,,○\n"])
    #expect(result.attendance.map { [$0.attended, $0.held] } == [[2, 2], [0, 2], [1, 2]])
    let memberships = result.network.ties.indices.count {
      result.network.ties.kind($0) == .membership
    }
    #expect(memberships == 3)
  }

  /// A meeting that somebody missed was in the time of his membership.
  @Test func anAbsenceIsWithinTheMembership() throws {
    let ties = try read([wide]).network.ties
    let first = try #require(ties.indices.first { ties.kind($0) == .membership })
    let began = ties.indices.filter { ties.kind($0) == .membership }.map {
      ties.dates.beganTo?[$0]?.description
    }
    let ended = ties.indices.filter { ties.kind($0) == .membership }.map {
      ties.dates.endedFrom?[$0]?.description
    }
    #expect(began == ["2024-04-12", "2024-04-12", "2024-04-12"])
    #expect(ended == ["2024-07-12", "2024-07-12", "2024-06-14"])
    #expect(ties.evidence?[first] == .inferred)
  }

  @Test func projectsAndContacts() throws {
    let projects = "事業名,参加企業,開始,終了\n中古タイヤ再生機,安川電機、九州鉄工,S59,1986/1\n排水処理,小倉精密,1992,\n"
    let contacts = "会社名,相手先,関係,日付\n安川電機,若松商会,紹介,2024/5/1\n"
    let network = try read([projects, contacts]).network
    let project = try #require(network.actors.index(ofID: "中古タイヤ再生機"))
    #expect(network.actors.kind(project) == .project)
    #expect(network.ties.indices.count { Int(network.ties.targets[$0]) == project } == 2)
    #expect(network.ties.lifetime(0) == network.ties.lifetime(1))
    #expect(network.ties.kind(3) == .introduction && !network.ties.isDirected(3))
    #expect(network.ties.sections?[0] == "list0.csv:2")
  }

  /// Rows of totals are no members, be it in a list of members or below marks.
  @Test func totalsAreLeftOut() throws {
    let list = "会員名簿（令和6年4月現在）,,\n会社名,氏名,入会日\n安川電機,青木様,R6.4.1\n九州鉄工,井上,45383\n合計,2社,\n"
    let marks = "会社名,4/12,5/10\n安川電機,○,×\n九州鉄工,出席,出席\n出席者数,2,1\n"
    var options = OfficeImport.Options()
    options.fiscalYear = 2024
    let result = try read([list, marks], options)
    #expect(Array(result.network.actors.ids) == ["安川電機", "九州鉄工", "the group"])
    #expect(result.attendance.map { [$0.attended, $0.held] } == [[1, 2], [2, 2]])
    let notes = result.notes.map(\.english).filter { $0.contains("totals") }
    #expect(notes.count == 2 && notes[0].contains("list0.csv:5: a row of totals"), "\(notes)")
    let joined = result.network.ties.dates.beganFrom?.prefix(2).map { $0?.description }
    #expect(joined == ["2024-04-01", "2024-04-01"])
  }

  /// As merged cells leave it: the dates stand a row below the names.
  @Test func aHeaderMayFillTwoRows() throws {
    let text = "会社名,,開催日,,\n,氏名,2024-04-12,2024-05-10,2024-06-14\n安川電機,青木,○,×,△\n九州鉄工,井上,○,○,○\n"
    let result = try read([text])
    #expect(result.attendance.map { [$0.attended, $0.held] } == [[2, 3], [3, 3]])
    let merged = "会社名,開催日,開催日\n会社名,2024-04-12,2024-05-10\n安川電機,○,×\n九州鉄工,○,○\n"
    #expect(throws: FileProblem.self) { try read([merged]) }
    let below = "出欠,,\n会社名,開催日,\n会社名,2024-04-12,2024-05-10\n安川電機,○,×\n九州鉄工,○,○\n"
    #expect(try read([below]).attendance.map { [$0.attended, $0.held] } == [[1, 2], [2, 2]])
  }

  @Test func listsMayBeSeparatedBySemicolons() throws {
    let result = try read(["会社名;入会日\n安川電機;2024-04-01\n"])
    #expect(Array(result.network.actors.ids) == ["安川電機", "the group"])
  }

  @Test func peopleMayBeTheMembers() throws {
    var options = OfficeImport.Options()
    options.byPerson = true
    let network = try read(["氏名,会社名\n田中,安川電機\n田中,九州鉄工\n"], options).network
    #expect(
      network.actors.index(ofID: "田中") != nil && network.actors.index(ofID: "田中（九州鉄工）") != nil)
    #expect(network.ties.indices.count { network.ties.kind($0) == .employment } == 2)
  }

  /// Pairs of spellings, and whether they are proposed as one.
  @Test(arguments: [
    ("株式会社山田工業", "㈱山田工業", 1.0), ("株式会社山田工業", "（株）山田工業", 1), ("株式会社山田工業", "(株) 山田工業", 1),
    ("株式会社山田工業", "株式会社　山田工業", 1), ("ﾔﾏﾀﾞ精機", "ヤマダ精機", 1), ("ABC商会", "ＡＢＣ商会", 1),
    ("株式会社山田工業", "山田工業株式会社", 0.8), ("山田工業", "有限会社山田工業", 0.9), ("齋藤鉄工", "斎藤鐵工", 0.9),
    ("髙橋", "高橋", 0.9), ("山﨑製作所", "山崎製作所", 0.9), ("渡邊商店", "渡辺商店", 0.9), ("キヤノン", "キャノン", 0.9),
    ("コンピューター社", "コンピュータ社", 0.9), ("株式会社山田工業", "有限会社山田工業", 0.5), ("北九州製作所", "北九州製作社", 0.6),
  ])
  func spellingsThatMayBeOneAreProposed(one: String, other: String, score: Double) throws {
    let result = try read(["会社名\n\(one)\n\(other)\n"])
    let proposal = try #require(result.proposals.first, "\(one) \(other)")
    #expect(proposal.kept == one && proposal.merged == other)
    #expect(abs(proposal.score - score) < 1e-9, "\(proposal)")
    #expect(isJapanese(proposal.why.japanese))
    // Nothing is merged unless it is accepted.
    #expect(result.network.actors.count == 3)
  }

  @Test(arguments: [
    ("第一工業", "第二工業"), ("東京支社1", "東京支社2"), ("山田", "山本"), ("北九州市", "福岡市"), ("株式会社", "有限会社"),
  ])
  func othersAreNotProposed(one: String, other: String) throws {
    #expect(try read(["会社名\n\(one)\n\(other)\n"]).proposals.isEmpty)
  }

  @Test func acceptedNamesBecomeOne() throws {
    let lists = ["会社名\n株式会社山田工業\n㈱山田工業\n山田工業(株)\n", "会社名,相手先\n㈱山田工業,門司港運\n"]
    let proposals = try read(lists).proposals
    #expect(proposals.count == 2)
    let folder = try TemporaryFolder()
    var table = NameProposal.table(of: proposals, in: .ja)
    var options = OfficeImport.Options()
    options.accepted = try folder.write(table, to: "names.csv")
    #expect(try read(lists, options).mergedCount == 0)
    table = table.replacingOccurrences(of: "\n,", with: "\n○,")
    options.accepted = try folder.write(table, to: "names.csv")
    let result = try read(lists, options)
    #expect(result.mergedCount == 2 && result.proposals.isEmpty)
    #expect(Array(result.network.actors.ids) == ["株式会社山田工業", "門司港運", "the group"])
    options.accepted = try folder.write(
      table.replacingOccurrences(of: "○", with: "?"), to: "names.csv")
    #expect(throws: FileProblem.self) { try read(lists, options) }
  }

  @Test func pseudonymsHideNames() throws {
    let network = try read([members, wide]).network
    let pseudonyms = Pseudonyms(of: network, seed: 5)
    let folder = try TemporaryFolder()
    _ = try NetworkFile.write(pseudonyms.network, to: folder["net"])
    let written = try ["actors.csv", "ties.csv"].map { try folder.text(of: "net/\($0)") }.joined()
    for secret in ["安川", "九州", "小倉", "青木", "電機", "list0"] {
      #expect(!written.contains(secret))
      if secret != "list0" && secret != "青木" && secret != "電機" {
        #expect(pseudonyms.key.contains(secret))
      }
    }
    #expect(Set(pseudonyms.network.actors.ids) == ["A社", "B社", "C社", "会A"])
    #expect(pseudonyms.network.ties.strengths.map { $0.filter { !$0.isNaN } } == [2, 3])
    #expect(Pseudonyms(of: network, seed: 5).key == pseudonyms.key)
  }

  @Test func theKeyIsReadableByItsOwnerOnly() throws {
    let folder = try TemporaryFolder()
    try folder.write("old", to: "key.csv")
    try AtomicFile.write(Array("new".utf8), to: folder["key.csv"], isPrivate: true)
    let attributes = try FileManager.default.attributesOfItem(atPath: folder["key.csv"])
    #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
  }

  @Test(arguments: [
    ("いぬ,ねこ\n1,2\n", 1, "its columns are: \"いぬ\", \"ねこ\""),
    ("会社名,入会日\nA,きのう\n", 2, "\"きのう\" is not a date"),
    ("会社名,4/12,5/10\nA,○,×\n", 1, "without a year"),
    ("会社名,2024/4/1,2024/5/1\nA,○,たぶん\n", 2, "\"たぶん\" in column"),
    ("会社名,入会日,退会日\nA,2024/4/1,2023/1/1\n", 2, "before it joined"),
    ("事業名,会社名,開始,終了\nP,A,2024,2023\n", 2, "before it begins"), ("事業名,会社名\n,A\n", 2, "no name"),
    ("日付,会社名,時間\n2024/4/1,A,永遠\n", 2, "no number of hours"),
    ("会社名,相手先\nA,\n", 2, "contact has no name"),
    ("日付,例会,会社名\n,,A\n", 2, "neither a date nor a meeting"), ("", 1, "empty"),
    ("会社名,業種\n,電機\n", 2, "neither a firm nor a person"),
  ])
  func badListsAreRefused(text: String, line: Int, words: String) throws {
    let problem = try refusal(text)
    #expect(problem.line == line, "\(problem)")
    #expect(problem.problem.english.contains(words), "\(problem)")
    #expect(problem.advice != nil)
  }

  /// Sheets of one Excel file, each for itself, below a title, one with a merged cell.
  @Test func sheetsOfAnExcelFileAreToldByTheirColumns() throws {
    let projects = TestWorkbook.rows([["事業名", "会社名"], ["排水処理", "い"], ["", "ろ"]])
    let workbook = TestWorkbook([
      (
        "名簿",
        TestWorkbook.rows([["令和6年度 会員名簿"], ["会社名", "入会日"], ["い", "R6.4.1"], ["ろ", "45383"]])
      ),
      ("事業", projects + "<mergeCells><mergeCell ref=\"A2:A3\"/></mergeCells>"), ("空", ""),
    ])
    let folder = try TemporaryFolder()
    let network = try OfficeImport.read([folder.write(workbook.bytes, to: "all.xlsx")]).network
    #expect(Array(network.actors.ids) == ["い", "ろ", "排水処理", "the group"])
    let joined = network.ties.indices.compactMap { network.ties.dates.beganFrom?[$0]?.description }
    #expect(joined == ["2024-04-01", "2024-04-01"])
  }

  @Test func changedListsAreReadOrRefused() throws {
    let bytes = try #require(Iconv.bytes(of: wide, in: "cp932"))
    try Mutator(seed: 11).forEach(of: bytes, count: 300) { bytes in
      let folder = try TemporaryFolder()
      let path = try folder.write(bytes, to: "list.csv")
      do throws(FileProblem) {
        _ = try OfficeImport.read([path])
      } catch {
        expectJapanese(error)
      }
    }
  }
}
