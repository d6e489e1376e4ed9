/// A column of a table that has no meaning of its own to the toolkit and is kept as it came.
public struct Attribute: Sendable, Equatable {
  /// The name in the table's header.
  public let name: String

  /// One text a row; empty where nothing was given.
  public let values: TextColumn

  /// Creates an attribute.
  ///
  /// - Parameters:
  ///   - name: The name in the table's header.
  ///   - values: One text a row.
  public init(name: String, values: TextColumn) {
    self.name = name
    self.values = values
  }
}
