internal import ArgumentParser
internal import KnowWho

/// What groups are compared by, and how often chance is tried.
struct GroupOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "Compare groups within one network: those with the same value in this column of actors.csv "
          + "(or kind), or those tied to the same actor by ties of this kind, such as membership.",
        "一つのネットワークの中のグループを比べます。actors.csv のこの列（または kind）の値ごと、"
          + "または membership のような種類のつながりで結ばれた相手ごとに分けます。"), valueName: "column or kind of ties")
  )
  var groupBy: String?

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "With --group-by: only these groups, with commas between them, in this order.",
        "--group-by とともに：比べるグループをカンマで区切って、この順に並べます。")))
  var groups: String?

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "The least strength of a strong tie; by default every tie is strong.",
        "強いつながりとみなす強さの下限。指定しなければ、すべてのつながりを強いものとします。")))
  var strongFrom: Double?

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "The column of actors.csv with the number of each actor's acts, or the kind of ties each of "
          + "which is an act of the actor it comes from.",
        "主体ごとの行動の数を記した actors.csv の列、または1本が source の行動1回を表すつながりの種類。"),
      valueName: "column or kind of ties"))
  var acts: String?

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "The column of actors.csv with each actor's subgroup, or kind, for the wall index; by default "
          + "communities are looked for.",
        "壁指数の計算に使う小グループを記した actors.csv の列（または kind）。指定しなければ、つながりから探します。"),
      valueName: "column"))
  var wallsBy: String?

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "Leaders whose dependence is told, with commas between them; by default those of the "
          + "highest.",
        "依存の度合いを示す中心人物（コンマ区切り）。指定しなければ、依存の最も大きい者を示します。")))
  var leader: String?

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "How often chance is tried, 10 to 100000 (default 200; groups of more than 2000 are compared "
          + "with chance only where this is given); with --scale: runs of the model.",
        "偶然との比較を行う回数（10～100000。既定は200。2000を超えるグループでは、指定したときだけ比べます）。"
          + "--scale ではモデルの試行の回数。")))
  var runs: Int?

  @Option(help: ArgumentHelp(Language.ofCommandLine("Hours of a meeting.", "1回の会合の時間数。")))
  var hours = 3.0

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine("Minutes of a talk of two at a meeting.", "会合での1対1の面談の分数。")))
  var minutes = 20.0

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "Also draw the comparison on one page, into this file: .svg or .png.",
        "比較の図を1ページにまとめ、このファイル（.svg または .png）にも描きます。")))
  var figure: String?

  /// The largest group that is compared with chance without being asked to.
  static let standardSizeLimit = 2000

  func validate() throws {
    let language = Language.ofCommandLine
    for (name, value) in [("--hours", hours), ("--minutes", minutes)]
    where !(value > 0 && value.isFinite) {
      throw ValidationError(
        language("\(name) must be above 0", "\(name) には0より大きい値を指定してください"))
    }
    if let strongFrom, !strongFrom.isFinite {
      throw ValidationError(
        language("--strong-from must be a number", "--strong-from には数を指定してください"))
    }
    if groups != nil, groupBy == nil {
      throw ValidationError(
        language("--groups needs --group-by", "--groups には --group-by が必要です"))
    }
    if let figure, !["svg", "png"].contains(NetworkFile.fileExtension(of: figure)) {
      throw ValidationError(
        language(
          "--figure \(figure): write a name that ends in .svg or .png",
          "--figure \(figure)：.svg または .png で終わる名前を書いてください"))
    }
  }

  /// How many talks of two fit into a meeting.
  var rounds: Int { MeetingOptions(hours: hours, minutes: minutes).roundCount }
}
