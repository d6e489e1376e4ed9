public import GraphStructure
public import NetworkData

/// Reads and writes networks; the format is told from the name or the content.
public enum NetworkFile {
  /// How a file is read.
  public struct Options: Sendable {
    /// Whether ties without a direction of their own are directed.
    public var isDirected: Bool
    /// The name of the format; nil to tell it from the file.
    public var format: String?
    /// The encoding of text; nil to tell it from the file.
    public var encoding: TextEncoding?
    /// Bounds against hostile files.
    public var limits = ReadingLimits()

    /// Everything is told from the file.
    ///
    /// - Parameter isDirected: Whether ties without a direction of their own are directed.
    public init(isDirected: Bool = false) {
      self.isDirected = isDirected
    }
  }

  /// What came of reading a file.
  public struct Reading: Sendable {
    /// The network.
    public let network: Network
    /// What the user should know about how it was read.
    public let notes: [Phrase]
    /// What the file was read as; nil for a folder.
    public let format: NetworkFormat?
    /// Notes on its encoding, of those in ``notes``; none where its text is UTF-8.
    public let encodingNotes: [Phrase]

    package init(
      network: Network, notes: [Phrase], format: NetworkFormat? = nil,
      encodingNotes: [Phrase] = []
    ) {
      self.network = network
      self.notes = notes
      self.format = format
      self.encodingNotes = encodingNotes
    }
  }

  /// Reads a network.
  ///
  /// - Parameters:
  ///   - path: A network folder or a file, packed by gzip or not; `-` for standard input.
  ///   - options: What is known of the file.
  ///   - formats: The formats that are known.
  ///   - execution: How the work is carried out.
  /// - Returns: The network, and notes for the user.
  /// - Throws: ``FileProblem`` for the first thing that is wrong, with file and line.
  public static func read(
    _ path: String, _ options: Options = Options(), formats: [NetworkFormat] = .standard,
    execution: Execution = .standard
  ) throws(FileProblem) -> Reading {
    if path != "-" {
      guard FilePlace.exists(path) else {
        throw FileProblem(
          path, Phrase("no such file or folder", "ファイルもフォルダーも見つかりません"),
          advice: Phrase("check the name and the folder", "名前と場所を確かめてください"))
      }
      if FilePlace.isFolder(path) {
        let reading = try FolderFormat.read(path, options, execution: execution)
        return Reading(
          network: reading.network,
          notes: reading.notes + IDNotes.notes(on: reading.network.actors.ids, in: path))
      }
    }
    let source = try FileSource(path, options)
    let format = try FormatChoice.format(of: source, options, among: formats)
    guard let read = format.read else {
      throw FileProblem(
        source.path,
        Phrase("\(format.title) is only written", "\(format.title) は書き出し専用です"),
        advice: Phrase("read another form of the network", "別の形式のファイルを指定してください"))
    }
    let opened = try source.opened(as: format, options)
    let reading = try read(opened.file, options, execution)
    return Reading(
      network: reading.network,
      notes: opened.notes + reading.notes
        + IDNotes.notes(on: reading.network.actors.ids, in: source.path),
      format: format, encodingNotes: opened.notes)
  }

  /// Writes a network: a folder where the name has no ending, else a file in the format of its
  /// ending, packed where it ends in `.gz`.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - path: The folder or file.
  ///   - format: The name of the format; nil to tell it from the path.
  ///   - isStrict: Whether to refuse a format that cannot hold all of the network.
  ///   - formats: The formats that are known.
  /// - Returns: What the format could not hold, in words; empty if nothing is lost.
  /// - Throws: ``FileProblem`` if it cannot be written, with nothing half written.
  public static func write(
    _ network: Network, to path: String, as format: String? = nil, isStrict: Bool = false,
    formats: [NetworkFormat] = .standard
  ) throws(FileProblem) -> [Phrase] {
    guard let format = try FormatChoice.format(toWrite: path, named: format, among: formats) else {
      try FolderFormat.write(network, to: path)
      return []
    }
    guard let write = format.write else {
      throw FileProblem(
        path, Phrase("\(format.title) is only read", "\(format.title) は読み込み専用です"),
        advice: Phrase("choose another format", "別の形式を選んでください"))
    }
    let losses = format.holds.losses(of: network) + format.furtherLosses(network)
    if isStrict, !losses.isEmpty {
      throw FileProblem(
        path,
        Phrase(
          "\(format.title) cannot hold \(losses.map(\.english).joined(separator: "; "))",
          "\(format.title) では次を書き込めません：\(losses.map(\.japanese).joined(separator: "、"))"),
        advice: Phrase(
          "write a folder, or leave --strict out", "フォルダーに書き込むか、--strict を外してください"))
    }
    let bytes = try write(network, path)
    try AtomicFile.write(path.lowercased().hasSuffix(".gz") ? Gzip.packed(bytes) : bytes, to: path)
    return losses
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
}

extension [NetworkFormat] {
  /// The formats of this module, but for network folders.
  public static var standard: [NetworkFormat] { NetworkFormat.standard }
}

extension Network {
  /// Reads a network from a folder or a file.
  ///
  /// - Parameters:
  ///   - path: A network folder, or a file of a known format.
  ///   - isDirected: Whether ties without a direction of their own are directed.
  /// - Throws: ``FileProblem`` for the first thing that is wrong, with file and line.
  public init(contentsOf path: String, isDirected: Bool = false) throws(FileProblem) {
    self = try NetworkFile.read(path, NetworkFile.Options(isDirected: isDirected)).network
  }
}
