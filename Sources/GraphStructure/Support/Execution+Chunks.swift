internal import Dispatch
internal import Synchronization

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

extension Execution {
  /// Cuts `0..<count` into chunks of a fixed size, works on them in parallel and merges the parts
  /// **in the order of the chunks**.
  ///
  /// The cut depends on `count` and `chunkSize` alone and the merge follows the order of the
  /// indices, so floating-point results are the same bits at any thread count. This is the one
  /// place of the package where threads share memory.
  ///
  /// - Parameters:
  ///   - count: The number of items.
  ///   - chunkSize: Items a chunk; must not depend on the number of threads.
  ///   - total: What the parts are merged into.
  ///   - makeScratch: Makes the working memory of one thread, used for all of its chunks.
  ///   - work: Works on one chunk. It must leave its scratch as it found it.
  ///   - merge: Takes one part into the total; calls never overlap.
  /// - Returns: The total after the last merge; after a cancellation, that of the chunks merged so
  ///   far.
  package func reduceChunks<Scratch, Part: Sendable, Total: Sendable>(
    of count: Int,
    chunkSize: Int,
    into total: Total,
    makeScratch: @Sendable () -> Scratch,
    work: @Sendable (Range<Int>, inout Scratch) -> Part,
    merge: @Sendable (inout Total, Part) -> Void
  ) -> Total {
    precondition(chunkSize > 0)
    let chunkCount = (count + chunkSize - 1) / chunkSize
    let workers = min(threads, chunkCount)
    // Parts that wait for their turn are bounded, so memory is O(threads) parts.
    let window = 4 * max(1, workers)
    let state = Mutex(OrderedMerge<Part, Total>(total: total))

    @Sendable func runWorker() {
      var scratch = makeScratch()
      while !isCancelled() {
        guard let chunk = state.withLock({ $0.takeChunk(of: chunkCount, window: window) }) else {
          // Either nothing is left, or an earlier chunk must be merged first.
          if state.withLock({ $0.nextChunk >= chunkCount }) { return }
          usleep(50)
          continue
        }
        let lower = chunk * chunkSize
        let part = work(lower..<min(count, lower + chunkSize), &scratch)
        let merged = state.withLock { $0.add(part, of: chunk, merge: merge) }
        onProgress?(Double(merged) / Double(chunkCount))
      }
    }

    if workers <= 1 {
      runWorker()
    } else {
      DispatchQueue.concurrentPerform(iterations: workers) { _ in runWorker() }
    }
    return state.withLock { $0.total }
  }

  /// Returns one value an item, each computed in parallel from its index.
  ///
  /// - Parameters:
  ///   - count: The number of items.
  ///   - chunkSize: Items a chunk; must not depend on the number of threads.
  ///   - makeScratch: Makes the working memory of one thread.
  ///   - value: Returns the value of one item. It must leave its scratch as it found it.
  /// - Returns: The values in the order of the indices; after a cancellation, fewer than `count`
  ///   may be there.
  package func map<Scratch, Value: Sendable>(
    _ count: Int,
    chunkSize: Int,
    makeScratch: @Sendable () -> Scratch,
    value: @Sendable (Int, inout Scratch) -> Value
  ) -> [Value] {
    var values: [Value] = []
    values.reserveCapacity(count)
    return reduceChunks(
      of: count, chunkSize: chunkSize, into: values, makeScratch: makeScratch,
      work: { range, scratch in range.map { value($0, &scratch) } },
      merge: { $0.append(contentsOf: $1) })
  }
}

/// Hands out chunks in order and merges their parts in the same order.
private struct OrderedMerge<Part, Total> {
  var total: Total
  var nextChunk = 0
  private var mergedCount = 0
  private var waiting: [Int: Part] = [:]

  init(total: Total) {
    self.total = total
  }

  mutating func takeChunk(of chunkCount: Int, window: Int) -> Int? {
    guard nextChunk < chunkCount, nextChunk - mergedCount < window else { return nil }
    defer { nextChunk += 1 }
    return nextChunk
  }

  mutating func add(_ part: Part, of chunk: Int, merge: (inout Total, Part) -> Void) -> Int {
    waiting[chunk] = part
    while let next = waiting.removeValue(forKey: mergedCount) {
      merge(&total, next)
      mergedCount += 1
    }
    return mergedCount
  }
}
