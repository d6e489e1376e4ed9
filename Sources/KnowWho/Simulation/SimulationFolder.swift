internal import GraphModels
internal import NetworkData
internal import NetworkFiles

/// A folder of results: settings, and a file a cell, each written once and whole.
public struct SimulationFolder: Sendable {
  /// The folder.
  public let path: String
  private let plan: SimulationPlan

  /// Opens a folder for a plan, and makes nothing yet.
  ///
  /// - Parameters:
  ///   - path: The folder; the one around it must exist.
  ///   - plan: What is simulated.
  /// - Throws: ``NetworkFiles/FileProblem`` where the folder holds results of other settings, or
  ///   anything else.
  public init(_ path: String, plan: SimulationPlan) throws(FileProblem) {
    self.path = path
    self.plan = plan
    let wanted = plan.settings
    if TextFile.exists(settings) {
      let found = try TextFile.read(path: settings, byteLimit: 1 << 20)
      if found != wanted { throw Self.otherSettings(settings, found: found, wanted: wanted) }
    } else if TextFile.exists("\(path)/cells") {
      throw FileProblem(
        path, Phrase("holds cells, but no settings", "計算結果がありますが、設定のファイルがありません"),
        advice: Phrase("name another folder", "別のフォルダーを指定してください"))
    }
  }

  private var settings: String { "\(path)/settings.yaml" }

  /// Makes the folder where it is not there, before the first cell is written.
  ///
  /// - Throws: ``NetworkFiles/FileProblem`` where it cannot be made.
  public func prepare() throws(FileProblem) {
    guard !TextFile.exists("\(path)/cells") else { return }
    try AtomicFile.makeFolder(path)
    try AtomicFile.write(Array(plan.settings.utf8), to: settings)
    try AtomicFile.makeFolder("\(path)/cells")
  }

  private static func otherSettings(
    _ path: String, found: String, wanted: String
  ) -> FileProblem {
    let (old, new) = (found.split(separator: "\n"), wanted.split(separator: "\n"))
    let line = zip(old, new).enumerated().first { $0.element.0 != $0.element.1 }?.offset
    let place = line ?? min(old.count, new.count)
    func text(_ lines: [Substring]) -> String {
      let shown = lines.indices.contains(place) ? String(lines[place].prefix(80)) : "–"
      return "\"" + shown.filter { !$0.isNewline } + "\""
    }
    return FileProblem(
      path, line: place + 1,
      Phrase(
        "these results were made with other settings: found \(text(old)), asked for \(text(new))",
        "別の設定で計算した結果です（保存済み：\(text(old))、今回：\(text(new))）"),
      advice: Phrase(
        "name another folder with -o, or ask for the same settings; nothing was overwritten",
        "-o で別のフォルダーを指定するか、同じ設定で実行してください。上書きはしていません"))
  }

  private func file(_ cell: SimulationPlan.Cell) -> String { "\(path)/cells/\(cell.fileName)" }

  /// The cells that are still to be computed.
  public var missing: [SimulationPlan.Cell] {
    plan.cells.filter { !TextFile.exists(file($0)) }
  }

  /// Writes a cell, whole or not at all.
  ///
  /// - Parameters:
  ///   - rows: Its rows.
  ///   - cell: The cell.
  /// - Throws: ``NetworkFiles/FileProblem`` if it cannot be written.
  public func write(
    _ rows: [SimulationRow], of cell: SimulationPlan.Cell
  ) throws(FileProblem) {
    var text = SimulationTable.comment + SimulationTable.header
    for row in rows { text += SimulationTable.line(row) }
    try AtomicFile.write(Array(text.utf8), to: file(cell))
  }

  /// Reads all cells.
  ///
  /// - Returns: The rows in the order of ``SimulationPlan/cells``.
  /// - Throws: ``NetworkFiles/FileProblem`` for a cell that is not there or is damaged.
  public func rows() throws(FileProblem) -> [SimulationRow] {
    var rows: [SimulationRow] = []
    for cell in plan.cells {
      let text = try TextFile.read(path: file(cell), byteLimit: 1 << 28)
      let expected = cell.runs.count * plan.scenarios.count * plan.allocations.count
      guard let read = SimulationTable.rows(text), read.count == expected,
        read.allSatisfy({ $0.size == cell.size && cell.runs.contains($0.run) })
      else {
        throw FileProblem(
          file(cell), Phrase("is damaged", "壊れています"),
          advice: Phrase("delete it and run again", "削除して、もう一度実行してください"))
      }
      rows += read
    }
    return rows
  }
}

extension SimulationPlan {
  /// The settings that results depend on, as YAML.
  public var settings: String {
    "# Synthetic data: \(Self.synthetic)\n" + "model: 1\n"
      + "sizes: \"\(sizes.map(String.init).joined(separator: " "))\"\n"
      + "scenarios: \"\(scenarios.map(\.rawValue).joined(separator: " "))\"\n"
      + "allocations: \"\(allocations.map(\.rawValue).joined(separator: " "))\"\n"
      + "runs: \(runs)\nseed: \(seed)\n" + assumptions.yaml
  }
}

/// The rows of runs as CSV.
enum SimulationTable {
  static let comment = "# Synthetic data: \(SimulationPlan.synthetic)\n"

  static let header = CSVCell.row(
    ["scenario", "allocation", "size", "run"] + GroupFigure.allCases.map(\.rawValue))

  static func line(_ row: SimulationRow) -> String {
    var cells = [row.scenario.rawValue, row.allocation.rawValue, "\(row.size)", "\(row.run)"]
    for figure in GroupFigure.allCases {
      let value = row.figures[figure]
      cells.append(value.isNaN ? "" : NumberText.shortest(value))
    }
    return cells.joined(separator: ",") + "\n"
  }

  /// Reads what ``line(_:)`` wrote; nil where it is anything else.
  static func rows(_ text: String) -> [SimulationRow]? {
    let lines = text.split(separator: "\n")
    guard text.hasPrefix(comment + header), text.hasSuffix("\n") else { return nil }
    var rows: [SimulationRow] = []
    for line in lines.dropFirst(2) {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      guard cells.count == 4 + GroupFigure.allCases.count,
        let scenario = GroupScenario(rawValue: String(cells[0])),
        let allocation = GroupAllocation(rawValue: String(cells[1])),
        let size = Int(cells[2]), let run = Int(cells[3])
      else { return nil }
      var figures = GroupFigures()
      for (figure, cell) in zip(GroupFigure.allCases, cells.dropFirst(4)) where !cell.isEmpty {
        guard let value = Double(cell) else { return nil }
        figures[figure] = value
      }
      rows.append(
        SimulationRow(
          scenario: scenario, allocation: allocation, size: size, run: run, figures: figures))
    }
    return rows
  }
}
