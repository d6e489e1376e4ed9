/// Why a diagram was not drawn, and what to do about it.
public enum DrawingError: Error, Sendable, Hashable {
  /// An edge names a node that the diagram does not have.
  case unknownNode(id: String, edge: Int)

  /// Two nodes have the same id.
  case duplicateNode(id: String)

  /// More nodes or edges than an engine or format can take in reasonable time.
  case tooLarge(count: Int, limit: Int, of: String, advice: String)

  /// The picture would have more pixels than can be held in memory.
  case pictureTooLarge(width: Int, height: Int, limit: Int)

  /// Graphviz lacks a plugin: the library is there, what it loads is not.
  case pluginMissing(name: String, message: String)

  /// A layout was ended before it was done.
  case layoutStopped(engine: String, reason: LayoutStop)

  /// Graphviz reported an error.
  case graphviz(step: String, message: String)
}

/// What ended a layout before it was done.
public enum LayoutStop: Sendable, Hashable {
  /// It took more seconds than it may.
  case time(seconds: Double)

  /// It took more bytes of memory than it may.
  case memory(bytes: Int)

  /// Graphviz crashed.
  case crash(signal: Int)
}

extension DrawingError: CustomStringConvertible {
  /// What went wrong and what to do next, in English.
  public var description: String {
    switch self {
    case .unknownNode(let id, let edge):
      "edge \(edge + 1) names the node \"\(id)\", which the diagram does not have: add the node "
        + "or leave out the edge"
    case .duplicateNode(let id):
      "two nodes have the id \"\(id)\": give each node its own id"
    case .tooLarge(let count, let limit, let of, let advice):
      "\(count) \(of) are more than the limit of \(limit): \(advice)"
    case .pictureTooLarge(let width, let height, let limit):
      "a picture of \(width) × \(height) pixels passes the limit of \(limit) pixels: write SVG, "
        + "or draw fewer nodes"
    case .pluginMissing(let name, let message):
      "Graphviz cannot do \"\(name)\", because a plugin of it is not installed: "
        + Self.packages + (message.isEmpty ? "" : " (Graphviz says: \(message))")
    case .layoutStopped(let engine, .time(let seconds)):
      "the layout by \(engine) was ended when its time of "
        + "\(SafeText.number((10 * seconds).rounded() / 10)) s was over: take the engine force, "
        + "which is made for many nodes, or allow more with --time-limit"
    case .layoutStopped(let engine, .memory(let bytes)):
      "the layout by \(engine) was ended when it held more than \(bytes >> 20) MiB: take the "
        + "engine force, which is made for many nodes, or allow more with --memory-limit"
    case .layoutStopped(let engine, .crash(let signal)):
      "Graphviz crashed in the layout by \(engine) (signal \(signal)): take another engine, "
        + "such as force"
    case .graphviz(let step, let message):
      "Graphviz failed to \(step): \(message.isEmpty ? "it gave no reason" : message)"
    }
  }

  private static let packages =
    "install graphviz (Debian, Ubuntu: apt-get install graphviz libgraphviz-dev; "
    + "macOS: brew install graphviz); if it is there, `dot -c` registers its plugins anew"
}
