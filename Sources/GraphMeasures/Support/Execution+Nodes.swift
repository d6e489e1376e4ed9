internal import GraphStructure

extension Execution {
  /// How many sources of a search make one chunk: few enough to share out and to stop soon.
  static let sourcesPerChunk = 16

  /// How many sources that see few nodes make one chunk.
  static let ballsPerChunk = 1024

  /// How many rows of a matrix make one chunk: enough to be worth a thread.
  static let rowsPerChunk = 8192

  /// The same threads and the same way to stop, without word of progress: for the inner steps of
  /// an iteration, each of which would count from 0 to 1.
  var silent: Execution {
    Execution(threads: threads, memoryLimit: memoryLimit, isCancelled: isCancelled)
  }

  /// The same threads, for short work that others rely on: it is silent, and always finished.
  var unstoppable: Execution { Execution(threads: threads, memoryLimit: memoryLimit) }

  /// Returns one value a node, found in parallel.
  ///
  /// - Parameters:
  ///   - nodeCount: The number of nodes.
  ///   - chunkSize: Nodes a chunk.
  ///   - missing: What stands for the values that a cancellation has left out.
  ///   - makeScratch: Makes the working memory of one thread.
  ///   - value: Returns the value of one node.
  /// - Returns: The values, indexed by node.
  func mapNodes<Scratch, Value: Sendable>(
    _ nodeCount: Int, chunkSize: Int = sourcesPerChunk, missing: Value,
    makeScratch: @Sendable () -> Scratch, value: @Sendable (Int, inout Scratch) -> Value
  ) -> [Value] {
    var values = map(nodeCount, chunkSize: chunkSize, makeScratch: makeScratch, value: value)
    values.append(contentsOf: repeatElement(missing, count: nodeCount - values.count))
    return values
  }
}
