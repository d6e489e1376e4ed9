internal import Dispatch

#if canImport(Glibc)
  internal import Glibc
#endif

extension Execution {
  /// Works on some parts at once, one a thread, whether or not the work is to stop.
  ///
  /// How many parts there are may depend on the number of threads, so the result must not depend
  /// on them: this is for filling columns whose places are known beforehand.
  ///
  /// - Parameters:
  ///   - parts: The number of parts.
  ///   - work: Works on one of them, given its number.
  package func forEachPart(of parts: Int, _ work: @Sendable (_ part: Int) -> Void) {
    if parts == 1 {
      work(0)
    } else {
      DispatchQueue.concurrentPerform(iterations: parts) { work($0) }
    }
  }
}

/// Memory for a column that several threads fill at once, every place by one of them only.
@safe package struct SharedColumn<Element: BitwiseCopyable>: @unchecked Sendable {
  private let buffer: UnsafeMutableBufferPointer<Element>

  fileprivate init(_ buffer: UnsafeMutableBufferPointer<Element>) { unsafe self.buffer = buffer }

  /// The value at a place, which must have been filled before it is read.
  @inline(__always)
  package subscript(position: Int) -> Element {
    get {
      unsafe buffer[position]
    }
    nonmutating set {
      unsafe buffer[position] = newValue
    }
  }

  /// The memory of the first place, for loops that fill one place at a time; nil where there is
  /// none.
  @unsafe package var base: UnsafeMutablePointer<Element>? { unsafe buffer.baseAddress }

  /// Fills the places from one on.
  package func fill(from position: Int, with values: [Element]) {
    unsafe precondition(position >= 0 && position + values.count <= buffer.count)
    guard !values.isEmpty, let base = unsafe buffer.baseAddress else { return }
    unsafe (base + position).initialize(from: values, count: values.count)
  }
}

extension Array where Element: BitwiseCopyable {
  /// Creates a column of memory that is not cleared before it is filled.
  ///
  /// - Parameters:
  ///   - count: The number of places.
  ///   - fill: Fills **every** place.
  package init(filling count: Int, by fill: (SharedColumn<Element>) -> Void) {
    self = unsafe [Element](unsafeUninitializedCapacity: count) { buffer, initializedCount in
      unsafe buffer.askForLargePages()
      unsafe fill(SharedColumn(UnsafeMutableBufferPointer(rebasing: buffer[..<count])))
      initializedCount = count
    }
  }
}

extension UnsafeMutableBufferPointer {
  /// Asks the system to back large memory by large pages, where it has them only for the asking.
  ///
  /// Writing all over a gigabyte then needs far fewer translations of addresses.
  fileprivate func askForLargePages() {
    #if canImport(Glibc)
      let pageSize = 1 << 21
      let byteCount = count * MemoryLayout<Element>.stride
      guard byteCount >= 2 * pageSize, let base = UnsafeMutableRawPointer(baseAddress)
      else { return }
      let lower = unsafe base.alignedUp(toMultipleOf: pageSize)
      let upper = unsafe (base + byteCount).alignedDown(toMultipleOf: pageSize)
      unsafe madvise(lower, upper - lower, MADV_HUGEPAGE)
    #endif
  }
}
