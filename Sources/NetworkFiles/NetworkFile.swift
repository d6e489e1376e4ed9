public import GraphStructure
public import NetworkData

/// Reads and writes networks; the format is told from the name.
public enum NetworkFile {
  /// What came of reading a file.
  public struct Reading: Sendable {
    /// The network.
    public let network: Network
    /// What the user should know about how it was read.
    public let notes: [String]
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
      throw FileProblem(path, "no such file or folder", advice: "check the name and the folder")
    }
    if FilePlace.isFolder(path) {
      let network = try FolderFormat.read(path, isDirected: isDirected)
      return Reading(network: network, notes: IDNotes.notes(on: network.actors.ids, in: path))
    }
    guard edgeListSeparators[fileExtension(of: path)] != nil else {
      throw FileProblem(
        path, "the format cannot be told from the name",
        advice: "name a network folder, or an edge list ending in .csv, .tsv, .txt or .el")
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
  public static func write(_ network: Network, to path: String) throws(FileProblem) -> [String] {
    let ending = fileExtension(of: path)
    if let separator = edgeListSeparators[ending] {
      let text = try EdgeListFormat.written(network, separator: separator, for: path)
      try AtomicFile.write(Array(text.utf8), to: path)
      return lossOfEdgeList(network)
    }
    guard ending.isEmpty else {
      throw FileProblem(
        path, "the format cannot be told from the name",
        advice: "name a folder without a dot, or a file ending in .csv, .tsv, .txt, .el or .dot")
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

  private static func lossOfEdgeList(_ network: Network) -> [String] {
    let (actors, ties) = (network.actors, network.ties)
    var touched = [Bool](repeating: false, count: actors.count)
    for actor in ties.sources + ties.targets { touched[Int(actor)] = true }
    let isolated = touched.count { !$0 }
    let lost: [(Bool, String)] = [
      (network.description != NetworkDescription(), "title and source"),
      (isolated > 0, "\(isolated) actors without ties"),
      (actors.names != nil || actors.namesJa != nil, "names of actors"),
      (actors.kinds != nil, "kinds of actors"),
      (!actors.attributes.isEmpty, "attributes of actors"),
      (ties.kinds != nil, "kinds of ties"),
      (ties.directions != .all(isDirected: false), "directions of ties"),
      (ties.distances != nil, "distances"),
      (ties.haveDates, "dates"),
      (
        ties.evidence != nil || ties.sections != nil || ties.through != nil || ties.notes != nil,
        "evidence, sections, carriers and notes"
      ),
      (!ties.attributes.isEmpty, "attributes of ties"),
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
