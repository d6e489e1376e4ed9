extension DiagramStyle {
  /// Reads a style from a YAML file: a theme, and what is to differ from it.
  ///
  /// ```yaml
  /// base: light                # light, dark or print
  /// background: "#FFFFFF"
  /// label_size: 12
  /// font: Noto Sans CJK JP
  /// nodes:
  ///   firm: {form: box, fill: "#E8F0D8", line: "#4A6A00", width: 1.6, name: member, name_ja: 会員企業}
  /// edges:
  ///   business: {color: "#0072B2", width: 2.2, double: true, dotted: false, length: 0.8}
  /// categories: [{fill: "#A6D0EE", line: "#0072B2"}]
  /// scale: ["#FFFFFF", "#5BA6D6"]
  /// ```
  ///
  /// Kinds that the theme does not know are added to it. Text that could not be read on its ground
  /// (4.5 : 1) is refused; on a node it becomes black or white.
  ///
  /// - Parameter path: The file.
  /// - Throws: ``NetworkFiles/FileProblem`` with file and line for the first thing that is wrong.
  public init(contentsOf path: String) throws(FileProblem) {
    let reader = StyleReader(path: path)
    let entries = try reader.entries(YAMLTree.read(path: path))
    self = .light
    // The theme comes first, wherever it stands.
    for entry in entries where entry.key == "base" {
      self.init(try reader.word(entry, Theme.allCases.map(\.rawValue), Theme.init(rawValue:)))
    }
    for entry in entries where entry.key != "base" { try reader.apply(entry, to: &self) }
    try reader.checkContrast(of: self, entries)
  }
}

/// Reads the parts of a style.
private struct StyleReader {
  let path: String

  private static let keys = [
    "base", "background", "text", "secondary", "warning", "font", "label_size", "subtitle_size",
    "nodes", "edges", "other_node", "other_edge", "categories", "scale",
  ]

  func apply(_ entry: YAMLTree.Entry, to style: inout DiagramStyle) throws(FileProblem) {
    switch entry.key {
    case "background": style.background = try color(entry)
    case "text": style.text = try color(entry)
    case "secondary": style.secondaryText = try color(entry)
    case "warning": style.warningText = try color(entry)
    case "font": style.fontFamily = try font(entry)
    case "label_size": style.labelSize = try number(entry, 6...40)
    case "subtitle_size": style.subtitleSize = try number(entry, 6...40)
    case "other_node": try apply(entries(entry.value), to: &style.otherNode)
    case "other_edge": try apply(entries(entry.value), to: &style.otherEdge)
    case "nodes":
      for kind in try entries(entry.value) {
        try apply(kind, to: &style.nodeKinds, otherwise: style.otherNode) {
          (entries, look) throws(FileProblem) in try self.apply(entries, to: &look)
        }
      }
    case "edges":
      for kind in try entries(entry.value) {
        try apply(kind, to: &style.edgeKinds, otherwise: style.otherEdge) {
          (entries, look) throws(FileProblem) in try self.apply(entries, to: &look)
        }
      }
    case "categories": style.categories = try categories(entry)
    case "scale":
      style.scale = []
      for item in try list(entry) {
        style.scale.append(try color(item, of: "scale"))
      }
      guard style.scale.count >= 2 else {
        throw problem(entry.line, "scale needs at least two colours", "scale には色が2つ以上必要です")
      }
    default: throw unknown(entry, Self.keys)
    }
  }

  // MARK: Kinds

  private func apply<Look>(
    _ kind: YAMLTree.Entry, to kinds: inout [DiagramStyle.Kind<Look>], otherwise: Look,
    _ applyLook: ([YAMLTree.Entry], inout Look) throws(FileProblem) -> Void
  ) throws(FileProblem) {
    let place = kinds.firstIndex { $0.word == kind.key } ?? kinds.count
    if place == kinds.count {
      kinds.append(
        DiagramStyle.Kind(kind.key, otherwise, english: kind.key, japanese: kind.key))
    }
    var rest: [YAMLTree.Entry] = []
    for entry in try entries(kind.value) {
      switch entry.key {
      case "name": kinds[place].english = try text(entry)
      case "name_ja": kinds[place].japanese = try text(entry)
      default: rest.append(entry)
      }
    }
    try applyLook(rest, &kinds[place].look)
  }

  private func apply(
    _ entries: [YAMLTree.Entry], to look: inout DiagramStyle.NodeLook
  ) throws(FileProblem) {
    for entry in entries {
      switch entry.key {
      case "form":
        let forms = DiagramStyle.Form.allCases.map(\.rawValue)
        look.form = try word(entry, forms, DiagramStyle.Form.init(rawValue:))
      case "fill": look.fill = try color(entry)
      case "line": look.line = try color(entry)
      case "width": look.lineWidth = try number(entry, 0.3...10)
      default: throw unknown(entry, ["form", "fill", "line", "width", "name", "name_ja"])
      }
    }
  }

  private func apply(
    _ entries: [YAMLTree.Entry], to look: inout DiagramStyle.EdgeLook
  ) throws(FileProblem) {
    for entry in entries {
      switch entry.key {
      case "color": look.color = try color(entry)
      case "width": look.width = try number(entry, 0.2...12)
      case "length": look.length = try number(entry, 0.2...10)
      case "double": look.isDouble = try word(entry, ["true", "false"], Bool.init)
      case "dotted": look.isDotted = try word(entry, ["true", "false"], Bool.init)
      default:
        throw unknown(entry, ["color", "width", "length", "double", "dotted", "name", "name_ja"])
      }
    }
  }

  private func categories(
    _ entry: YAMLTree.Entry
  ) throws(FileProblem) -> [DiagramStyle.CategoryLook] {
    var looks: [DiagramStyle.CategoryLook] = []
    for item in try list(entry) {
      var node = DiagramStyle.light.otherNode
      try apply(entries(item), to: &node)
      looks.append(DiagramStyle.CategoryLook(fill: node.fill, line: node.line))
    }
    return looks
  }

  // MARK: Values

  func entries(_ tree: YAMLTree) throws(FileProblem) -> [YAMLTree.Entry] {
    guard case .keys(let entries, _) = tree else {
      throw problem(
        tree.line, "expected keys such as \"fill: …\" here", "ここには「fill: …」のような項目が必要です")
    }
    return entries
  }

  private func list(_ entry: YAMLTree.Entry) throws(FileProblem) -> [YAMLTree] {
    guard case .list(let items, _) = entry.value, items.count <= 64 else {
      throw problem(
        entry.line, "\(entry.key) is a list of up to 64: [ …, … ]",
        "\(entry.key) は [ …, … ] のような一覧（64個まで）で書いてください")
    }
    return items
  }

  private func text(_ entry: YAMLTree.Entry) throws(FileProblem) -> String {
    try text(entry.value, of: entry.key)
  }

  private func text(_ value: YAMLTree, of key: String) throws(FileProblem) -> String {
    guard case .text(let text, _) = value else {
      throw problem(value.line, "\(key) needs one value behind it", "\(key) の値を1つ書いてください")
    }
    return text
  }

  private func color(_ entry: YAMLTree.Entry) throws(FileProblem) -> Color {
    try color(entry.value, of: entry.key)
  }

  private func color(_ value: YAMLTree, of key: String) throws(FileProblem) -> Color {
    let text = try text(value, of: key)
    guard let color = Color(text) else {
      throw problem(
        value.line,
        "\(key): \(FileProblem.quoted(text)) is no colour; write \"#0072B2\", in quotes",
        "\(key)：\(FileProblem.quoted(text)) は色として読めません。\"#0072B2\" のように引用符付きで書いてください")
    }
    return color
  }

  private func number(
    _ entry: YAMLTree.Entry, _ allowed: ClosedRange<Double>
  ) throws(FileProblem) -> Double {
    let text = try text(entry)
    guard let number = Double(text), allowed.contains(number) else {
      let (low, high) = (
        NumberText.shortest(allowed.lowerBound), NumberText.shortest(allowed.upperBound)
      )
      throw problem(
        entry.line,
        "\(entry.key): \(FileProblem.quoted(text)) is no number from \(low) to \(high)",
        "\(entry.key)：\(FileProblem.quoted(text)) は \(low) から \(high) までの数ではありません")
    }
    return number
  }

  func word<Value>(
    _ entry: YAMLTree.Entry, _ allowed: [String], _ make: (String) -> Value?
  ) throws(FileProblem) -> Value {
    let text = try text(entry)
    guard let value = make(text) else {
      throw problem(
        entry.line,
        "\(entry.key): \(FileProblem.quoted(text)) is none of \(allowed.joined(separator: ", "))",
        "\(entry.key)：\(FileProblem.quoted(text)) は使えません。"
          + "次のいずれかを書いてください：\(allowed.joined(separator: "、"))")
    }
    return value
  }

  private func font(_ entry: YAMLTree.Entry) throws(FileProblem) -> String {
    let text = try text(entry)
    guard DiagramStyle.isFontName(text) else {
      throw problem(
        entry.line, "font: \(FileProblem.quoted(text)) is no name of letters, digits and spaces",
        "font：\(FileProblem.quoted(text)) は使えません。文字・数字・空白だけのフォント名を書いてください")
    }
    return text
  }

  // MARK: Problems

  /// Makes sure that titles and the source can be read on the ground.
  func checkContrast(
    of style: DiagramStyle, _ entries: [YAMLTree.Entry]
  ) throws(FileProblem) {
    let colors = [
      ("text", style.text), ("secondary", style.secondaryText), ("warning", style.warningText),
    ]
    for (name, color) in colors {
      let contrast = color.contrast(with: style.background)
      guard contrast < 4.5 else { continue }
      let line =
        entries.first { $0.key == name }?.line
        ?? entries.first { $0.key == "background" }?.line
      let shown = NumberText.shortest((contrast * 10).rounded() / 10)
      throw problem(
        line,
        "\(name) has a contrast of \(shown) : 1 with the background; text needs 4.5 : 1",
        "\(name) と背景のコントラスト比が \(shown) : 1 です。文字には 4.5 : 1 以上が必要です")
    }
  }

  private func unknown(_ entry: YAMLTree.Entry, _ known: [String]) -> FileProblem {
    let nearest = Spelling.nearest(to: entry.key, in: known)
    let key = FileProblem.quoted(entry.key)
    return problem(
      entry.line,
      "\(key) is no key here; " + (nearest.map { "did you mean \($0)? " } ?? "")
        + "keys: \(known.joined(separator: ", "))",
      "\(key) という項目はここでは使えません。" + (nearest.map { "\($0) のことでしょうか。" } ?? "")
        + "項目：\(known.joined(separator: "、"))")
  }

  private func problem(_ line: Int?, _ english: String, _ japanese: String) -> FileProblem {
    FileProblem(path, line: line, Phrase(english, japanese))
  }
}
