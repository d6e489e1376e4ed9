#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// The names of the elements that are open in an XML file.
///
/// The last name at each depth is kept: most often it is the same again, and nothing is made of it.
struct XMLNames {
  /// A name as expat gives it, and what it means.
  private struct KnownName {
    /// With its namespace, and a zero behind it.
    var full: [CChar] = [0]
    var name = ""
    var isOwn = false
  }

  private var known: [KnownName] = []

  /// The vocabulary of the root element.
  private var ownNamespace: [CChar]?

  /// Whether there was an element.
  var hasRoot: Bool { ownNamespace != nil }

  /// Returns the name of an open element, without its namespace.
  func name(at depth: Int) -> String { known[depth].name }

  /// Whether an open element belongs to the vocabulary of the root element.
  func isOwn(at depth: Int) -> Bool { known[depth].isOwn }

  /// Makes the name at a depth known, unless it is.
  ///
  /// - Parameters:
  ///   - full: The name as expat gives it.
  ///   - depth: How many elements are open, with this one.
  mutating func learn(_ full: UnsafePointer<CChar>, at depth: Int) {
    while known.count <= depth { known.append(KnownName()) }
    let isKnown = unsafe known[depth].full.withUnsafeBufferPointer { last in
      unsafe last.baseAddress.map { unsafe strcmp($0, full) == 0 } ?? false
    }
    if isKnown, hasRoot { return }
    let local = unsafe XMLElement.local(full)
    let namespace = unsafe Array(UnsafeBufferPointer(start: full, count: local - full))
    if ownNamespace == nil { ownNamespace = namespace }
    known[depth] = unsafe KnownName(
      full: Array(UnsafeBufferPointer(start: full, count: strlen(full) + 1)),
      name: String(cString: local), isOwn: namespace == ownNamespace)
  }
}
