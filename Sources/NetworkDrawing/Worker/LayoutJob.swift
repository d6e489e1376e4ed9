/// Layouts by Graphviz, as a job for a process of its own: the sheet and the engine go there, the
/// boxes of the nodes come back.
struct LayoutJob: Hashable {
  var engine: String
  var sheet: Sheet

  /// What is set on the graph, once for each layout.
  var variants: [[Attribute]]

  /// Places the nodes here, in this process.
  @DrawingLane
  func layouts(in context: GraphvizContext) throws(DrawingError) -> [[DiagramBox]] {
    var sheet = sheet
    var layouts: [[DiagramBox]] = []
    for variant in variants {
      sheet.graph = variant
      var graph = try GraphvizGraph.building(sheet, in: context)
      try graph.layOut(with: engine)
      layouts.append(sheet.nodes.indices.map { graph.box(of: $0) })
    }
    return layouts
  }

  /// Places the nodes in a process of its own, while the calling thread waits.
  func layouts(within limits: WorkerLimits) throws(WorkerError) -> [[DiagramBox]] {
    var reader = ByteReader(try Worker.run(.layout, input: encoded, limits: limits))
    var layouts: [[DiagramBox]] = []
    for _ in variants {
      var boxes: [DiagramBox] = []
      for _ in sheet.nodes {
        guard let x = reader.number(), let y = reader.number(), let width = reader.number(),
          let height = reader.number()
        else { throw .failed(message: "the result of the layout is cut short") }
        boxes.append(DiagramBox(x: x, y: y, width: width, height: height))
      }
      layouts.append(boxes)
    }
    return layouts
  }

  /// In the worker: from bytes to bytes.
  static func output(for input: [UInt8]) throws -> [UInt8] {
    guard let job = LayoutJob(encoded: input) else {
      throw WorkerError.failed(message: "the job is cut short")
    }
    let layouts = try DrawingLane.wait { () -> Result<[[DiagramBox]], DrawingError> in
      do throws(DrawingError) {
        return .success(try job.layouts(in: .shared))
      } catch {
        return .failure(error)
      }
    }.get()
    var writer = ByteWriter()
    for box in layouts.joined() {
      for number in [box.x, box.y, box.width, box.height] { writer.add(number) }
    }
    return writer.bytes
  }
}
