public import NetworkData

/// Which group each actor is in, as a table beside a network says.
///
/// It has a column `id` and one for the group: `group`, `community` or `position`, as the results of
/// commands have, or the only other one there is.
public struct GroupTable: Sendable {
  /// The file it was read from.
  public let path: String

  /// The ids of actors.
  public let ids: TextColumn

  /// The group of each; empty where the table has no entry.
  public let groups: TextColumn

  /// The line that each was read from.
  public let lines: [Int]

  /// The columns that are taken for the group, the first of them that is there.
  private static let names = ["group", "community", "position"]

  /// Reads a table.
  ///
  /// - Parameter path: The file: `.csv`, or `.tsv` with tabs.
  /// - Throws: ``FileProblem`` where it cannot be read, or has no such columns.
  /// - Complexity: O(bytes).
  public init(contentsOf path: String) throws(FileProblem) {
    let table = try Table(reading: FileBytes(path: path))
    guard let idColumn = table.column(named: "id") else {
      throw FileProblem(
        path, line: table.headerLine,
        Phrase(
          "column \"id\" not found; columns are: \(Table.listed(table.header))",
          "\"id\" という列がありません（列：\(Table.listed(table.header))）"),
        advice: Phrase(
          "a table of groups has the columns id and group", "グループの表には id と group の列が必要です"))
    }
    let others = table.header.indices.filter { $0 != idColumn }
    let named = Self.names.compactMap { table.column(named: $0) }.first
    guard let groupColumn = named ?? (others.count == 1 ? others[0] : nil) else {
      throw FileProblem(
        path, line: table.headerLine,
        Phrase(
          "no column says the group; columns are: \(Table.listed(table.header))",
          "グループを示す列がありません（列：\(Table.listed(table.header))）"),
        advice: Phrase("name it group", "その列の名前を group にしてください"))
    }
    self.path = path
    ids = table.columns[idColumn]
    groups = table.columns[groupColumn]
    lines = table.lines
  }
}
