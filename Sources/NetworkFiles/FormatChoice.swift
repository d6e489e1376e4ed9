internal import NetworkData

/// Tells the format of a file, from what the user says, its name, or its content.
enum FormatChoice {
  /// Endings that people give to files of any format.
  private static let looseEndings: Set<String> = ["txt", "dat"]

  /// Returns the format that a file is read as.
  ///
  /// - Parameters:
  ///   - source: The file.
  ///   - options: What the user says of it.
  ///   - formats: The formats that are known.
  /// - Returns: The format.
  /// - Throws: ``FileProblem`` if it cannot be told, with the candidates.
  static func format(
    of source: FileSource, _ options: NetworkFile.Options, among formats: [NetworkFormat]
  ) throws(FileProblem) -> NetworkFormat {
    if let name = options.format { return try named(name, among: formats, for: source.path) }
    let ending = FileSource.ending(of: source.path)
    let byName = formats.filter { $0.endings.contains(ending) }
    let isLoose = looseEndings.contains(ending)
    if byName.count == 1, !isLoose { return byName[0] }
    let beginning = try source.beginning(options)
    let candidates = byName.isEmpty || isLoose ? formats : byName
    let recognized = candidates.filter { $0.recognizes(beginning) }
    if recognized.count == 1 { return recognized[0] }
    // Where an ending stands for several, the first one listed is the usual one.
    if recognized.isEmpty, let usual = byName.first { return usual }
    if byName.isEmpty, recognized.isEmpty, let known = UnreadFormats.problem(ending, source.path) {
      throw known
    }
    let possible = recognized.isEmpty ? candidates.filter { $0.read != nil } : recognized
    let names = possible.map(\.name).joined(separator: ", ")
    throw FileProblem(
      source.path,
      byName.isEmpty && recognized.isEmpty
        ? Phrase(
          "the format cannot be told from the name or the content", "名前からも内容からも形式がわかりません")
        : Phrase("may be one of several formats", "いくつかの形式のどれか決められません"),
      advice: Phrase(
        "say which: --input-format FORMAT, one of \(names)",
        "--input-format で形式を指定してください：\(names)"))
  }

  /// Returns the format that a file is written in.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - name: What the user says.
  ///   - formats: The formats that are known.
  /// - Returns: The format; nil for a folder.
  /// - Throws: ``FileProblem`` if it cannot be told.
  static func format(
    toWrite path: String, named name: String?, among formats: [NetworkFormat]
  ) throws(FileProblem) -> NetworkFormat? {
    if name == "folder" { return nil }
    if let name { return try named(name, among: formats, for: path) }
    let ending = FileSource.ending(of: path)
    if ending.isEmpty { return nil }
    let candidates = formats.filter { $0.endings.contains(ending) && $0.write != nil }
    // Where an ending stands for several, the first one listed is the usual one.
    if let usual = candidates.first { return usual }
    if let readOnly = formats.first(where: { $0.endings.contains(ending) }) { return readOnly }
    let endings = formats.filter { $0.write != nil }.flatMap(\.endings).map { "." + $0 }
    throw FileProblem(
      path, Phrase("the format cannot be told from the name", "名前から形式がわかりません"),
      advice: Phrase(
        "name a folder without a dot, or a file ending in one of \(endings.joined(separator: " "))",
        "ドットのないフォルダー名か、次のいずれかで終わるファイル名を指定してください：\(endings.joined(separator: " "))"))
  }

  private static func named(
    _ name: String, among formats: [NetworkFormat], for path: String
  ) throws(FileProblem) -> NetworkFormat {
    let meant = name.lowercased()
    if let format = formats.first(where: { $0.name == meant || $0.endings.contains(meant) }) {
      return format
    }
    let names = formats.map(\.name)
    throw FileProblem(
      path,
      Phrase(
        "no format is called \(FileProblem.quoted(name))",
        "\(FileProblem.quoted(name)) という形式はありません"),
      advice: Phrase(
        "choose one of \(names.joined(separator: ", "))",
        "次のいずれかを指定してください：\(names.joined(separator: "、"))"))
  }
}
