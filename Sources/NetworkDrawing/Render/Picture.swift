/// A file format of a picture.
public enum PictureFormat: String, Sendable, Hashable, CaseIterable {
  /// Scalable, with text as text: sharp at any size, and searchable.
  case svg

  /// Pixels, 144 to the inch unless asked otherwise.
  case png

  /// A page to print, just as large as the picture.
  case pdf

  /// The most nodes that Graphviz draws in the format in reasonable time, with labels.
  var nodeLimit: Int { self == .png ? 5000 : 20_000 }
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

  /// The box of each node, in the diagram's order, panel by panel, in points from the upper left corner.
  public var nodeBoxes: [DiagramBox]

  /// Which engine placed the nodes, and why.
  public var choice: LayoutChoice

  /// The engine that placed the nodes.
  public var engine: LayoutEngine { choice.engine }

  /// The characters that no installed font can draw; nil when all can be drawn.
  public var missingGlyphs: MissingGlyphs?

  /// What Graphviz warned of, such as a label wider than its node.
  public var warnings: [String]

  /// The size of the smallest text, in points at the picture's own size.
  public var smallestText: Double

  /// Returns the size of the smallest text where the picture is fitted to the width of a page.
  ///
  /// A picture that is narrower than the page is not enlarged. Below 7 points text is hard to
  /// read.
  ///
  /// - Parameter width: The width between the margins in points: 785 on A4 paper across, 1134 on
  ///   A3.
  /// - Returns: The size in points.
  public func smallestText(atPageWidth width: Double) -> Double {
    smallestText * min(1, width / max(self.width, 1))
  }
}
