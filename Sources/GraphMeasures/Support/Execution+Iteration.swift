internal import GraphStructure

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

extension Execution {
  /// Tells how far an iteration has come, on the logarithmic scale on which its change shrinks.
  func report(change: Double, tolerance: Double) {
    guard let onProgress else { return }
    guard change > tolerance else { return onProgress(1) }
    onProgress(min(1, max(0, log(change) / log(tolerance))))
  }
}
