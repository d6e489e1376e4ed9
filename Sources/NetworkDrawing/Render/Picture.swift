/// A file format of a picture.
public enum PictureFormat: String, Sendable, Hashable, CaseIterable {
  /// Scalable, with text as text: sharp at any size, and searchable.
  case svg

  /// Pixels, 144 to the inch.
  case png

  /// The most nodes that the format is written for.
  var nodeLimit: Int { self == .png ? 5000 : 20_000 }

  /// The format's pixels in a point of 1/72 inch.
  var scale: Double { self == .png ? 2 : 1 }
}

/// A diagram that has been drawn.
public struct Picture: Sendable {
  /// The format of ``bytes``.
  public var format: PictureFormat

  /// The contents of the file.
  public var bytes: [UInt8]

  /// The width in points of 1/72 inch.
  public var width: Double

  /// The height in points of 1/72 inch.
  public var height: Double

  /// The box of each node, in the diagram's order, in points from the upper left corner.
  public var nodeBoxes: [DiagramBox]

  /// The engine that placed the nodes.
  public var engine: LayoutEngine

  /// The characters that no installed font can draw; nil when all can be drawn.
  public var missingGlyphs: MissingGlyphs?

  /// What Graphviz warned of, such as a label wider than its node.
  public var warnings: [String]
}
