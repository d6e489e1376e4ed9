/// A mark of an attendance sheet.
enum AttendanceMark: Equatable {
  /// Was there.
  case present
  /// Was there for a part, or sent someone: counted as there, for half the hours.
  case partly
  /// Was expected and not there.
  case absent
  /// Nothing is said.
  case unmarked

  /// Reads a mark; nil for what is none.
  ///
  /// - Parameter text: ○, ×, △, 出, 欠, 1, 0, yes, no …; empty or a dash says nothing.
  init?(_ text: String) {
    let word = OfficeText.folded(text).lowercased()
    switch word {
    case "", "-", "ー", "/", "―", "*", "—", "\\": self = .unmarked
    case "○", "〇", "◯", "◎", "●", "o", "出", "出席", "参加", "present", "yes", "y", "1", "✓", "✔", "レ",
      "true",
      "attended", "有", "済", "丸":
      self = .present
    case "△", "▲", "遅", "遅刻", "早退", "早", "代", "代理", "代理出席", "途中", "partly", "late", "0.5", "オンライン",
      "web",
      "online":
      self = .partly
    case "×", "✕", "✖", "☓", "╳", "x", "欠", "欠席", "不参加", "absent", "no", "n", "0", "false", "無":
      self = .absent
    default: return nil
    }
  }
}
