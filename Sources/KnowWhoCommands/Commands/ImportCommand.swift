internal import ArgumentParser
internal import KnowWho

/// `knowwho import`: a network of the lists that an office keeps.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: Language.ofCommandLine(
      "Make a network of member, attendance, project and contact lists.",
      "会員名簿・出欠表・事業一覧・連絡先一覧から、ネットワークを作ります。"),
    discussion: Language.ofCommandLine(
      "FILES are CSV files of any encoding or Excel files; what a sheet is about is told from its "
        + "columns. Members: firm, person, joined, left. Attendance: date, meeting, person, firm, or firm "
        + "and a column a date with ○ △ ×. Projects: project, firm, began, ended. Contacts: firm, "
        + "contact, relation, date. Who attended together is tied by the hours spent together. Names "
        + "that may be one are proposed in OUT-names.csv: mark those with ○ and import again with "
        + "--accept OUT-names.csv.",
      "FILES には CSV（文字コードは問いません）か Excel のファイルを指定します。何の表かは見出しから判断します。"
        + "名簿：会社名、氏名、入会日、退会日。出欠：日付、例会、氏名、会社名（または会社名と開催日ごとの列に ○△×）。"
        + "事業：事業名、会社名、開始、終了。連絡先：会社名、相手先、関係、日付。"
        + "同じ例会に出た会員どうしを、同席した時間の長さで結びます。"
        + "同じ会社かもしれない名前は OUT-names.csv に書き出します。同じものに ○ を付け、"
        + "--accept OUT-names.csv を付けてもう一度取り込むと、1つにまとめます。"))

  @OptionGroup var reading: ImportReading

  @Argument(
    help: ArgumentHelp(
      Language.ofCommandLine("The lists: .csv, .tsv or .xlsx.", "名簿や出欠表（.csv、.tsv、.xlsx）。")))
  var files: [String]

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      Language.ofCommandLine("The network folder or file to write.", "書き込むネットワークのフォルダーまたはファイル。")))
  var output: String

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine("What the group is called.", "会の名前。")))
  var group: String?

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine("The title of the network.", "ネットワークの表題。")))
  var title: String?

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "The hours of a meeting where the sheet has none.", "表に時間がない場合の、例会1回の時間数。")))
  var hours = 2.0

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "The year to April of dates without one, such as 4/12.", "4/12 のように年のない日付の年度。")))
  var fiscalYear: Int?

  @Flag(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "Make people the members, employed by their firms.", "会社ではなく人を会員とし、会社に所属させます。")))
  var people = false

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "The file of proposals with ○ at the names that are one.", "同じ名前に ○ を付けた、名寄せ候補のファイル。")))
  var accept: String?

  @Option(
    name: .customLong("pseudonymise"),
    help: ArgumentHelp(
      Language.ofCommandLine(
        "Write A社, B社 …, and who is who to this file, which only you may read.",
        "A社、B社…と仮名にし、対応表をこのファイルに書きます（本人だけが読めます）。"),
      valueName: "key-file"))
  var keyFile: String?

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "Draw pseudonyms by this seed (default: anew each time).", "仮名を割り当てる乱数のシード値（既定では毎回異なります）。"))
  )
  var seed: UInt64?

  func validate() throws {
    let language = reading.speech.language
    guard hours > 0, hours <= 1000 else {
      throw ValidationError(
        language("--hours must be above 0 and at most 1000", "--hours には0より大きく1000以下の数を指定してください"))
    }
    guard let keyFile else { return }
    guard !keyFile.hasPrefix(output + "/"), keyFile != output else {
      throw ValidationError(
        language(
          "the key must not lie in the network's own folder; name another place",
          "対応表はネットワークのフォルダーとは別の場所に書いてください"))
    }
  }

  func run() throws {
    let language = reading.speech.language
    var options = OfficeImport.Options()
    options.file = reading.file.options(isDirected: false)
    options.group = group
    options.hours = hours
    options.fiscalYear = fiscalYear
    options.byPerson = people
    options.accepted = accept
    var result = try OfficeImport.read(files, options)
    result.network.description.title = title
    var report = ImportReport(result: result, language: language)
    if let keyFile {
      let pseudonyms = Pseudonyms(of: result.network, seed: seed ?? UInt64.random(in: 0 ... .max))
      result.network = pseudonyms.network
      report.network = pseudonyms.network
      try AtomicFile.write(Array(pseudonyms.key.utf8), to: keyFile, isPrivate: true)
      report.keyFile = keyFile
    }
    let lost = try NetworkFile.write(result.network, to: output, formats: .all)
    if !result.proposals.isEmpty {
      let path = "\(output)-names.csv"
      let table = NameProposal.table(of: result.proposals, in: language)
      // Names are as secret as the key.
      try AtomicFile.write(Array(table.utf8), to: path, isPrivate: keyFile != nil)
      report.proposalFile = path
    }
    for note in result.notes { Console.note(note.text(in: language)) }
    WrittenNetwork(path: output, network: result.network, lost: lost).note(in: language)
    Console.write(report.text)
  }
}

/// How the lists are read, and the language of what is said.
struct ImportReading: ParsableArguments {
  @OptionGroup var file: FileOptions
  @OptionGroup var speech: LanguageOption
}
