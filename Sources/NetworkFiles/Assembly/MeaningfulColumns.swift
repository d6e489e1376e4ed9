internal import NetworkData

/// Columns that a foreign file gave, of which some have a meaning here.
///
/// A column is taken for what its name says where all its cells make sense as that; else it stays an
/// attribute, under a name that a folder can hold, and a note says so.
struct MeaningfulColumns {
  /// What the user should know.
  private(set) var notes: [Phrase] = []

  private let table: Table
  private let known: [String]
  private var taken: Set<String> = []

  /// Fills columns.
  ///
  /// - Parameters:
  ///   - cells: What was given.
  ///   - known: The names of columns with a meaning.
  ///   - path: The file, for messages.
  ///   - lines: The line on which each row began.
  init(_ cells: SparseTable, known: [String], path: String, lines: [UInt32]) {
    let filled = cells.columns.filter { !$0.isEmpty }
    table = Table(
      path: path, header: filled.map(\.name), headerLine: 1,
      columns: filled.map { $0.filled(to: lines.count) },
      // Eight bytes a row, which a matrix of ten million nodes can do without.
      lines: filled.isEmpty ? [] : lines.map(Int.init))
    self.known = known
  }

  /// Takes a column of texts.
  ///
  /// - Parameter name: Its name.
  /// - Returns: The texts, nil where there are none.
  mutating func take(_ name: String) -> TextColumn? {
    taken.insert(name)
    return table.filledColumn(named: name)
  }

  /// Takes columns that must make sense.
  ///
  /// - Parameters:
  ///   - names: Their names.
  ///   - meaning: Reads them.
  /// - Returns: What was read; nil where they are absent or make no sense, with a note.
  mutating func take<Value>(
    _ names: [String], _ meaning: (Table) throws(FileProblem) -> Value?
  ) -> Value? {
    do throws(FileProblem) {
      let value = try meaning(table)
      taken.formUnion(names)
      return value
    } catch {
      notes.append(
        Phrase(
          "\(error.description); kept as an attribute", "\(error.description(in: .ja))。属性として残します"))
      return nil
    }
  }

  /// Returns the columns that were not taken.
  ///
  /// - Returns: Attributes, under names that a folder can hold.
  mutating func attributes() -> [Attribute] {
    var attributes: [Attribute] = []
    var header = table.header
    for (position, name) in table.header.enumerated() where !taken.contains(name) {
      if Table.isMistakable(name, in: table.header, known: known) {
        var further = name + "_attribute"
        while header.contains(further) { further += "_" }
        header[position] = further
        notes.append(
          Phrase(
            "\(table.path): the attribute \(FileProblem.quoted(name)) is called "
              + "\(FileProblem.quoted(further)) here, as its name is like one with a meaning",
            "\(table.path)：属性 \(FileProblem.quoted(name)) は、意味の決まった列名と同じか似ているため、"
              + "\(FileProblem.quoted(further)) とします"))
      }
      attributes.append(Attribute(name: header[position], values: table.columns[position]))
    }
    return attributes
  }
}
