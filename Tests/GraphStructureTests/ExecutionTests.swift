import GraphStructure
import Synchronization
import Testing

@Suite("Execution in chunks")
struct ExecutionTests {
  @Test("Parts are merged in the order of the chunks", arguments: [1, 2, 3, 8])
  func order(threads: Int) {
    for (count, chunkSize) in [(0, 4), (1, 4), (4, 4), (5, 4), (103, 1), (103, 7), (1000, 3)] {
      let ranges = Execution(threads: threads).reduceChunks(
        of: count, chunkSize: chunkSize, into: [Range<Int>](), makeScratch: { 0 },
        work: { range, scratch in
          // Uneven work, so that chunks end out of order.
          for _ in 0..<(range.lowerBound % 5 * 1000) { scratch &+= 1 }
          return range
        },
        merge: { $0.append($1) })
      #expect(ranges.allSatisfy { !$0.isEmpty && $0.count <= chunkSize })
      #expect(ranges.flatMap { Array($0) } == Array(0..<count))
      #expect(ranges.count == (count + chunkSize - 1) / chunkSize)
    }
  }

  @Test("A sum of rounded numbers is the same bits on any number of threads")
  func bits() {
    func sum(_ threads: Int) -> UInt64 {
      Execution(threads: threads).reduceChunks(
        of: 10_000, chunkSize: 16, into: 0.0, makeScratch: {},
        work: { range, _ in range.reduce(0.0) { $0 + 1 / Double($1 + 1) } },
        merge: { $0 += $1 }
      ).bitPattern
    }
    let expected = sum(1)
    for threads in [2, 3, 8] { #expect(sum(threads) == expected) }
  }

  @Test("Each thread makes its working memory once")
  func scratch() {
    let made = Mutex(0)
    let threads = 3
    _ = Execution(threads: threads).map(
      500, chunkSize: 5, makeScratch: { made.withLock { $0 += 1 } }, value: { index, _ in index })
    let count = made.withLock { $0 }
    #expect(count >= 1 && count <= threads)
  }

  @Test("Values of a map lie in the order of their indices")
  func map() {
    for threads in [1, 4] {
      let values = Execution(threads: threads).map(
        257, chunkSize: 10, makeScratch: {}, value: { index, _ in index * index })
      #expect(values == (0..<257).map { $0 * $0 })
    }
  }

  @Test("Cancelling stops the work and leaves whole chunks from the front", arguments: [1, 2, 8])
  func cancel(threads: Int) {
    let done = Mutex(0)
    let execution = Execution(threads: threads, isCancelled: { done.withLock { $0 >= 20 } })
    let values = execution.map(
      100_000, chunkSize: 1, makeScratch: {},
      value: { index, _ in
        done.withLock { $0 += 1 }
        return index
      })
    // Every thread may be at work on one chunk when the cancellation is seen.
    #expect(values.count >= 20 - threads && values.count <= 20 + threads)
    #expect(values == Array(0..<values.count))
    let none = Execution(threads: threads, isCancelled: { true }).map(
      10, chunkSize: 1, makeScratch: {}, value: { index, _ in index })
    #expect(none.isEmpty)
  }

  @Test("Progress runs from above 0 to 1", arguments: [1, 3])
  func progress(threads: Int) {
    let shares = Mutex<[Double]>([])
    let execution = Execution(
      threads: threads, onProgress: { share in shares.withLock { $0.append(share) } })
    _ = execution.map(50, chunkSize: 5, makeScratch: {}, value: { index, _ in index })
    let heard = shares.withLock { $0 }
    #expect(heard.count == 10)
    #expect(heard.allSatisfy { $0 >= 0 && $0 <= 1 })
    #expect(heard.contains(1))
    if threads == 1 { #expect(heard == (1...10).map { Double($0) / 10 }) }
  }

  @Test("There is always one thread at least")
  func threads() {
    #expect(Execution(threads: 0).threads == 1)
    #expect(Execution(threads: -3).threads == 1)
    #expect(Execution.standard.threads == Execution.processorCount)
    #expect(Execution.processorCount >= 1)
  }

  @Test("Threads narrow to the memory, down to none")
  func memory() {
    func threads(_ limit: Int?) -> Int? {
      Execution(threads: 4, memoryLimit: limit).fitting(perThread: 100, shared: 50)?.threads
    }
    #expect(threads(nil) == 4)
    #expect(threads(1000) == 4)
    #expect(threads(450) == 4)
    #expect(threads(449) == 3)
    #expect(threads(150) == 1)
    #expect(threads(149) == nil)
    #expect(threads(10) == nil)
    #expect(threads(0) == nil)
  }
}
