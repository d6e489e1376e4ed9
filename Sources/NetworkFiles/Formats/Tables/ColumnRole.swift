/// What a column of a foreign table is for, told from its name.
enum ColumnRole: Hashable {
  case source
  case target
  case strength
  case type
  case time
  case id
  case label
  /// It goes under its own name.
  case other

  /// Tells the role of a column.
  ///
  /// - Parameter name: Its name, in any case.
  init(named name: String) {
    let key = String(name.lowercased().filter { $0 != " " && $0 != "_" && $0 != "-" })
    self = Self.roles[key] ?? .other
  }

  private static let roles: [String: ColumnRole] = {
    let names: [(ColumnRole, [String])] = [
      (
        .source,
        [
          "source", "from", "src", "sender", "ego", "origin", "sourceid", "sourcenode", "発信元",
          "送信元",
          "始点", "起点", "出発", "元", "発信者", "送信者",
        ]
      ),
      (
        .target,
        [
          "target", "to", "dst", "receiver", "alter", "destination", "dest", "targetid",
          "targetnode",
          "受信先", "送信先", "宛先", "終点", "到着", "先", "受信者", "相手",
        ]
      ),
      (
        .strength,
        ["strength", "weight", "count", "value", "重み", "強さ", "強度", "回数", "件数"]
      ),
      (
        .type,
        ["type", "relation", "relationship", "relationtype", "edgetype", "種類", "種別", "関係"]
      ),
      (.time, ["timeset", "interval", "timestamp", "timestamps"]),
      (.id, ["id", "nodeid"]),
      (.label, ["label", "ラベル"]),
    ]
    return Dictionary(
      uniqueKeysWithValues: names.flatMap { role, names in names.map { ($0, role) } })
  }()
}
