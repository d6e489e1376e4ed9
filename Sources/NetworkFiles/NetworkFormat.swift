package import GraphStructure
package import NetworkData

/// A file format: how its files are told, read and written.
///
/// The formats of this module are in ``standard``; a module that can read another one adds it.
public struct NetworkFormat: Sendable {
  /// What it is called after `--from` and `--to`, such as `graphml`.
  public let name: String

  /// What it is called in sentences, such as `GraphML`.
  public let title: String

  /// The ends of file names that stand for it, in lower case, without the dot.
  public let endings: [String]

  /// Whether its files are text, which is read in any ``TextEncoding``.
  public let isText: Bool

  /// Whether a file that begins so is surely of this format, for names that tell nothing.
  package let recognizes: @Sendable (_ beginning: [UInt8]) -> Bool

  /// The encoding that the beginning of a text file says it is in; nil where it says none.
  package let declaredEncoding: @Sendable (_ beginning: [UInt8]) -> TextEncoding?

  /// Reads a file; nil where the format is only written.
  package let read: Reader?

  /// Makes the bytes of a file; nil where the format is only read.
  package let write: Writer?

  /// What a file of the format can hold of a network.
  package let holds: NetworkContent

  /// What a file of the format loses of a network beyond what ``holds`` tells.
  package let furtherLosses: @Sendable (Network) -> [Phrase]

  /// Whether files of the format can be read.
  public var isRead: Bool { read != nil }

  /// Whether files of the format can be written.
  public var isWritten: Bool { write != nil }

  /// Reads a file, whose text is in UTF-8 but not yet checked.
  package typealias Reader =
    @Sendable (FileBytes, NetworkFile.Options, Execution) throws(FileProblem) ->
    NetworkFile.Reading

  /// Makes the bytes of a file; the path is for messages.
  package typealias Writer = @Sendable (Network, _ path: String) throws(FileProblem) -> [UInt8]

  /// Creates a format.
  package init(
    name: String, title: String, endings: [String], isText: Bool = true,
    recognizes: @escaping @Sendable (_ beginning: [UInt8]) -> Bool = { _ in false },
    declaredEncoding: @escaping @Sendable (_ beginning: [UInt8]) -> TextEncoding? = { _ in nil },
    read: Reader? = nil, write: Writer? = nil, holds: NetworkContent = .everything,
    furtherLosses: @escaping @Sendable (Network) -> [Phrase] = { _ in [] }
  ) {
    self.name = name
    self.title = title
    self.endings = endings
    self.isText = isText
    self.recognizes = recognizes
    self.declaredEncoding = declaredEncoding
    self.read = read
    self.write = write
    self.holds = holds
    self.furtherLosses = furtherLosses
  }

  /// The formats of this module, but for network folders.
  public static let standard: [NetworkFormat] = [
    .commaSeparated.readingTables, .tabSeparated.readingTables, .edgeList.readingTables,
    .matrix, .adjacencyList, .excel, .binary,
    .pajek, .pajekValues, .ucinet, .vna, .matrixMarket, .metis,
    .sif, .tgf, .lgl, .leda, .graph6,
    .graphML, .gexf, .gml, .json, .cytoscape, .graphology, .dot,
  ]
}
