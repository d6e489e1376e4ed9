public import GraphStructure
public import NetworkData

/// Reads and writes networks; the format is told from the name.
public enum NetworkFile {
  /// What came of reading a file.
  public struct Reading: Sendable {
    /// The network.
    public let network: Network
    /// What the user should know about how it was read.
    public let notes: [Phrase]
  }

  /// The ends of names that stand for an edge list, with what stands between fields on writing.
  private static let edgeListSeparators: [String: Character] = [
    "csv": ",", "tsv": "\t", "txt": " ", "el": " ", "edges": " ", "edgelist": " ",
  ]

  /// Reads a network.
  ///
  /// - Parameters:
  ///   - path: A network folder, or an edge list in a `.csv`, `.tsv`, `.txt` or `.el` file.
  ///   - isDirected: Whether ties without a direction of their own are directed.
  ///   - execution: How the work is carried out.
  /// - Returns: The network, and notes for the user.
  /// - Throws: ``FileProblem`` for the first thing that is wrong, with file and line.
  public static func read(
    _ path: String, isDirected: Bool = false, execution: Execution = .standard
  ) throws(FileProblem) -> Reading {
    guard FilePlace.exists(path) else {
      throw FileProblem(
        path, Phrase("no such file or folder", "ファイルもフォルダーも見つかりません"),
        advice: Phrase("check the name and the folder", "名前と場所を確かめてください"))
    }
    if FilePlace.isFolder(path) {
      let network = try FolderFormat.read(
        path, isDirected: isDirected, execution: execution)
      return Reading(network: network, notes: IDNotes.notes(on: network.actors.ids, in: path))
    }
    guard edgeListSeparators[fileExtension(of: path)] != nil else {
      throw FileProblem(
        path, Phrase("the format cannot be told from the name", "名前から形式がわかりません"),
        advice: Phrase(
          "name a network folder, or an edge list ending in .csv, .tsv, .txt or .el",
          "ネットワークのフォルダーか、.csv、.tsv、.txt、.el で終わるつながりの一覧を指定してください"))
    }
    let (network, notes) = try EdgeListFormat.read(
      path, isDirected: isDirected, execution: execution)
    return Reading(
      network: network, notes: notes + IDNotes.notes(on: network.actors.ids, in: path))
  }

  /// Writes a network: a folder, or an edge list where the name ends in that of one.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - path: The folder or file.
  /// - Returns: What the format could not hold, in words; empty if nothing is lost.
  /// - Throws: ``FileProblem`` if it cannot be written, with nothing half written.
  public static func write(_ network: Network, to path: String) throws(FileProblem) -> [Phrase] {
    let ending = fileExtension(of: path)
    if let separator = edgeListSeparators[ending] {
      let text = try EdgeListFormat.written(network, separator: separator, for: path)
      try AtomicFile.write(Array(text.utf8), to: path)
      return lossOfEdgeList(network)
    }
    guard ending.isEmpty else {
      throw FileProblem(
        path, Phrase("the format cannot be told from the name", "名前から形式がわかりません"),
        advice: Phrase(
          "name a folder without a dot, or a file ending in .csv, .tsv, .txt, .el or .dot",
          "ドットのないフォルダー名か、.csv、.tsv、.txt、.el、.dot で終わるファイル名を指定してください"))
    }
    try FolderFormat.write(network, to: path)
    return []
  }

  /// Returns the letters behind the last dot of a path's last part, in lower case.
  ///
  /// - Parameter path: The path.
  /// - Returns: Such as `csv`; empty where there is no dot.
  public static func fileExtension(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }

  private static func lossOfEdgeList(_ network: Network) -> [Phrase] {
    let (actors, ties) = (network.actors, network.ties)
    var touched = [Bool](repeating: false, count: actors.count)
    for actor in ties.sources + ties.targets { touched[Int(actor)] = true }
    let isolated = touched.count { !$0 }
    let lost: [(Bool, Phrase)] = [
      (network.description != NetworkDescription(), Phrase("title and source", "表題と出典")),
      (isolated > 0, Phrase("\(isolated) actors without ties", "つながりのない主体\(isolated)")),
      (actors.names != nil || actors.namesJa != nil, Phrase("names of actors", "主体の名前")),
      (actors.kinds != nil, Phrase("kinds of actors", "主体の種類")),
      (!actors.attributes.isEmpty, Phrase("attributes of actors", "主体の属性")),
      (ties.kinds != nil, Phrase("kinds of ties", "つながりの種類")),
      (ties.directions != .all(isDirected: false), Phrase("directions of ties", "つながりの向き")),
      (ties.distances != nil, Phrase("distances", "距離")),
      (ties.haveDates, Phrase("dates", "日付")),
      (
        ties.evidence != nil || ties.sections != nil || ties.through != nil || ties.notes != nil,
        Phrase("evidence, sections, carriers and notes", "根拠・該当箇所・経由・備考")
      ),
      (!ties.attributes.isEmpty, Phrase("attributes of ties", "つながりの属性")),
    ]
    return lost.filter(\.0).map(\.1)
  }
}

extension Network {
  /// Reads a network from a folder or an edge list.
  ///
  /// - Parameters:
  ///   - path: A network folder, or a `.csv`, `.tsv`, `.txt` or `.el` file.
  ///   - isDirected: Whether ties without a direction of their own are directed.
  /// - Throws: ``FileProblem`` for the first thing that is wrong, with file and line.
  public init(contentsOf path: String, isDirected: Bool = false) throws(FileProblem) {
    self = try NetworkFile.read(path, isDirected: isDirected).network
  }
}
