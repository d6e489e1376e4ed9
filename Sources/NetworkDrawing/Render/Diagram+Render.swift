extension Diagram {
  /// Draws the diagram.
  ///
  /// The same diagram gives the same bytes each time, on one version of Graphviz with the same
  /// fonts. Pictures are drawn one after another, whoever asks.
  ///
  /// - Parameters:
  ///   - format: The file format.
  ///   - engine: The algorithm that places the nodes.
  /// - Returns: The picture, with the place of each node and the characters that were missing.
  /// - Throws: ``DrawingError``, which says what to do.
  /// - Complexity: With neato O(*n*²) for *n* nodes, a second or two for 1,000; with sfdp about
  ///   O(*n* log *n* + *m*) for *m* edges.
  public func render(
    as format: PictureFormat, engine: LayoutEngine = .automatic
  ) async throws(DrawingError) -> Picture {
    try await DrawingLane.picture(of: self, as: format, engine: engine).get()
  }

  /// Draws the diagram while the calling thread waits.
  ///
  /// For synchronous programs such as a command line; in a task, use ``render(as:engine:)``.
  public func renderAndWait(
    as format: PictureFormat, engine: LayoutEngine = .automatic
  ) throws(DrawingError) -> Picture {
    try DrawingLane.wait { DrawingLane.picture(of: self, as: format, engine: engine) }.get()
  }
}

extension DrawingLane {
  @DrawingLane
  fileprivate static func picture(
    of diagram: Diagram, as format: PictureFormat, engine: LayoutEngine
  ) -> Result<Picture, DrawingError> {
    do throws(DrawingError) {
      let drawing = try DiagramDrawing(diagram, format: format, engine: engine, context: .shared)
      return .success(try drawing.picture())
    } catch {
      return .failure(error)
    }
  }
}
