internal import KnowWho

/// What `--estimate` prints: how long each part would take, and in how much memory.
struct EstimateReport {
  private struct Row {
    let name: String
    let seconds: Double?
    let bytes: Int?
    let isMeasured: Bool
  }

  private var rows: [Row] = []
  private let threads: Int
  /// What the process holds once the network is read.
  private let loaded = ResidentMemory.bytes
  /// The most that it held until then.
  private let mostBefore = ResidentMemory.peak

  /// Begins a report where the network has been read.
  init(job: Job, threads: Int?) {
    self.threads = threads ?? Execution.processorCount
    rows.append(Row(name: "reading", seconds: job.elapsed, bytes: mostBefore, isMeasured: true))
  }

  /// Tries a part for about a second.
  ///
  /// - Parameters:
  ///   - name: What it is.
  ///   - job: The command.
  ///   - memory: What it works in, where that is known.
  ///   - held: The bytes that other parts hold meanwhile.
  ///   - results: The bytes that are taken at least, by what follows.
  ///   - work: The part.
  /// - Throws: What the work throws, or ``Job/Stopped``.
  mutating func add(
    _ name: String, in job: Job, memory: WorkingMemory? = nil, beside held: Int = 0,
    atLeast results: Int = 0, _ work: @escaping @Sendable (Execution) throws -> Void
  ) throws {
    let execution = job.execution(threads: threads)
    let cost = try job.perform(Language.ofCommandLine("trying \(name)", "\(name) を試行中")) {
      try CostEstimate.of(execution: execution, work)
    }
    rows.append(
      Row(
        name: name, seconds: cost?.seconds,
        bytes: memory.map {
          max(mostBefore, loaded + max(held + $0.taken(by: execution), results))
        },
        isMeasured: cost?.isMeasured ?? false))
  }

  /// Tries the parts of a profile.
  mutating func add(_ parts: [GraphProfile.Part], of name: String = "", in job: Job) throws {
    for part in parts {
      try add("\(name.isEmpty ? "" : name + " ")\(part.name)", in: job) { part.work($0) }
    }
  }

  /// Adds a part that cannot be tried.
  mutating func addUnknown(_ name: String) {
    rows.append(Row(name: name, seconds: nil, bytes: nil, isMeasured: false))
  }

  /// Writes the report in the form that results would have.
  func write(to output: OutputOptions) throws {
    switch output.format {
    case .table: try output.write(table)
    case .csv:
      try output.write(
        CSVCell.row(["part", "seconds", "bytes", "basis"])
          + rows.map {
            CSVCell.row([
              $0.name, $0.seconds.map(NumberText.shortest) ?? "", $0.bytes.map(String.init) ?? "",
              $0.isMeasured ? "measured" : "estimated",
            ])
          }.joined())
    case .json:
      try output.write(
        JSONValue.object([
          ("threads", .integer(threads)),
          (
            "parts",
            .array(
              rows.map { row in
                .object([
                  ("part", .text(row.name)), ("seconds", .optional(row.seconds)),
                  ("bytes", row.bytes.map(JSONValue.integer) ?? .null),
                  ("measured", .bool(row.isMeasured)),
                ])
              })
          ),
          ("seconds", .optional(total)), ("bytes", .integer(peak)),
        ]).written)
    }
  }

  private var total: Double { rows.reduce(0) { $0 + ($1.seconds ?? 0) } }

  private var peak: Int { rows.reduce(0) { max($0, $1.bytes ?? 0) } }

  /// Returns what a part is called in Japanese; of two networks, with A or B in front.
  private static func japanese(_ name: String) -> String {
    name.split(separator: " ").map { word in
      switch word {
      case "reading": "読み込み"
      case "distances": "距離"
      case "layout": "配置"
      case "reach": "届く相手"
      case "chains": "紹介の経路"
      case "losses": "失われるもの"
      case "ranking": "影響の順位"
      case "heir": "後継者"
      case "periods": "各期間"
      case "dependence": "依存度"
      case "walls": "壁"
      case "matches": "席割り"
      case "positions": "ポジション"
      case "groups": "グループ"
      default: NodeMeasure.named(String(word))?.nameJa ?? String(word)
      }
    }.joined(separator: " ")
  }

  /// The report as a table.
  var table: String {
    let hasUnknown = rows.contains { $0.seconds == nil }
    let language = Language.ofCommandLine
    let names = rows.map { language($0.name, Self.japanese($0.name)) } + [language("all", "全体")]
    let all = Amount.time(total)
    let times =
      rows.map { $0.seconds.map { Amount.time($0) } ?? language("not known", "不明") }
      + [hasUnknown ? language("over \(all)", "\(all)以上") : all]
    let sizes = rows.map { $0.bytes.map { Amount.bytes($0) } ?? "" } + [Amount.bytes(peak)]
    let bases = rows.map {
      $0.seconds == nil
        ? ""
        : $0.isMeasured
          ? language("measured", "実測") : language("estimated", "推定")
    }
    return TextTable(columns: [
      .init(title: language("part", "部分"), isNumeric: false, cells: names),
      .init(title: language("time", "時間"), isNumeric: true, cells: times),
      .init(title: language("memory", "メモリー"), isNumeric: true, cells: sizes),
      .init(title: "", isNumeric: false, cells: bases + [""]),
    ]).text
      + language(
        "\n\(threads == 1 ? "1 thread" : "\(threads) threads"). Memory is at most that of the "
          + "whole process, the network included.\n",
        "\nスレッド\(threads)。メモリーは、ネットワークを含む全体の最大の見込みです。\n")
  }
}
