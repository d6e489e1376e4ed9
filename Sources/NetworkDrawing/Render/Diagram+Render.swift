public import GraphStructure

/// What a picture is to be.
struct RenderOptions: Sendable {
  var format: PictureFormat
  var engine: LayoutEngine
  /// Pixels a point.
  var scale: Double
  var isOutlined: Bool
  var limits = LayoutLimits()
  var execution = Execution.standard

  /// The name of what Graphviz writes with.
  var device: String { format == .svg && isOutlined ? "svg:cairo" : format.rawValue }
}

extension Diagram {
  /// Draws the diagram.
  ///
  /// The same diagram gives the same bytes each time, on one version of Graphviz with the same
  /// fonts. Pictures are drawn one after another, whoever asks.
  ///
  /// - Parameters:
  ///   - format: The file format.
  ///   - engine: The algorithm that places the nodes.
  ///   - scale: Of a PNG, the pixels in a point of 1/72 inch; bounded to 0.25…16.
  ///   - isOutlined: Of an SVG, whether text is drawn as outlines: it then looks alike everywhere,
  ///     but cannot be searched or styled.
  ///   - limits: What the layout may take.
  ///   - execution: How the work of the engine `force` is carried out.
  /// - Returns: The picture, with the place of each node and the characters that were missing.
  /// - Throws: ``DrawingError``, which says what to do.
  /// - Complexity: With neato O(*n*²) for *n* nodes, a second or two for 1,000; with force
  ///   O(*n* log *n* + *m*) a sweep for *m* edges.
  public func render(
    as format: PictureFormat, engine: LayoutEngine = .automatic, scale: Double = 2,
    isOutlined: Bool = false, limits: LayoutLimits = LayoutLimits(),
    execution: Execution = .standard
  ) async throws(DrawingError) -> Picture {
    try await DiagramFigure(self)
      .render(
        as: format, engine: engine, scale: scale, isOutlined: isOutlined, limits: limits,
        execution: execution)
  }

  /// Draws the diagram while the calling thread waits.
  ///
  /// For synchronous programs such as a command line; in a task, use
  /// ``render(as:engine:scale:isOutlined:limits:execution:)``.
  public func renderAndWait(
    as format: PictureFormat, engine: LayoutEngine = .automatic, scale: Double = 2,
    isOutlined: Bool = false, limits: LayoutLimits = LayoutLimits(),
    execution: Execution = .standard
  ) throws(DrawingError) -> Picture {
    try DiagramFigure(self)
      .renderAndWait(
        as: format, engine: engine, scale: scale, isOutlined: isOutlined, limits: limits,
        execution: execution)
  }
}

extension DiagramFigure {
  /// Draws the figure, as ``Diagram/render(as:engine:scale:isOutlined:limits:execution:)`` draws a diagram.
  public func render(
    as format: PictureFormat, engine: LayoutEngine = .automatic, scale: Double = 2,
    isOutlined: Bool = false, limits: LayoutLimits = LayoutLimits(),
    execution: Execution = .standard
  ) async throws(DrawingError) -> Picture {
    var options = options(format, engine, scale, isOutlined)
    (options.limits, options.execution) = (limits, execution)
    return try await DrawingLane.picture(of: self, options).get()
  }

  /// Draws the figure while the calling thread waits.
  public func renderAndWait(
    as format: PictureFormat, engine: LayoutEngine = .automatic, scale: Double = 2,
    isOutlined: Bool = false, limits: LayoutLimits = LayoutLimits(),
    execution: Execution = .standard
  ) throws(DrawingError) -> Picture {
    var options = options(format, engine, scale, isOutlined)
    (options.limits, options.execution) = (limits, execution)
    let asked = options
    return try DrawingLane.wait { DrawingLane.picture(of: self, asked) }.get()
  }

  private func options(
    _ format: PictureFormat, _ engine: LayoutEngine, _ scale: Double, _ isOutlined: Bool
  ) -> RenderOptions {
    RenderOptions(
      format: format, engine: engine, scale: scale.isFinite ? min(max(scale, 0.25), 16) : 2,
      isOutlined: isOutlined)
  }
}

extension DrawingLane {
  @DrawingLane
  fileprivate static func picture(
    of figure: DiagramFigure, _ options: RenderOptions
  ) -> Result<Picture, DrawingError> {
    do throws(DrawingError) {
      if let large = LargeDrawing(figure, options, context: .shared) {
        return .success(try large.picture())
      }
      return .success(try FigureDrawing.picture(of: figure, options, context: .shared))
    } catch {
      return .failure(error)
    }
  }
}
