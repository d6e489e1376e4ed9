internal import CGraphvizShim

/// The context of Graphviz: its plugins and its messages.
@safe @DrawingLane
final class GraphvizContext {
  /// The one context of the process.
  ///
  /// A context for each picture would leak 3.6 KB each.
  static let shared = GraphvizContext(withPlugins: true)

  nonisolated(unsafe) let pointer: OpaquePointer

  /// Opens a context; only tests open one without plugins.
  init(withPlugins: Bool) {
    guard let pointer = unsafe kw_context_open(withPlugins) else {
      preconditionFailure("Graphviz gave no context: out of memory")
    }
    unsafe self.pointer = pointer
  }

  /// Whether a plugin is installed.
  func has(_ kind: String, _ name: String) -> Bool {
    unsafe kw_context_has_plugin(pointer, kind, name)
  }

  /// Whether this version loses memory with bold text.
  private(set) lazy var losesBoldText = version == "2.43.0"

  /// Graphviz's version.
  var version: String { unsafe String(cString: kw_context_version(pointer)) }

  /// Does something and returns its result with what Graphviz said meanwhile.
  func listening<Result>(_ work: () -> Result) -> (result: Result, messages: String) {
    kw_messages_clear()
    let result = work()
    return (result, unsafe SafeText.line(String(cString: kw_messages()), limit: 600))
  }
}
