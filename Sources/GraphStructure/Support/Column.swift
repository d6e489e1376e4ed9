/// A column of numbers that lies in an array, or in a file that is mapped into memory and not read.
///
/// Kernels that need an array take ``array``, which copies only what is mapped.
@safe
public struct Column<Element: BitwiseCopyable & Sendable & Equatable>: Sendable,
  RandomAccessCollection
{
  /// The numbers where they are held.
  @usableFromInline let held: [Element]

  /// The first number where they are mapped; nil where they are held, or there are none.
  @usableFromInline nonisolated(unsafe) let start: UnsafePointer<Element>?

  /// Keeps what is mapped.
  @usableFromInline let owner: (any AnyObject & Sendable)?

  /// The position of the first number.
  public var startIndex: Int { 0 }

  /// One past the position of the last number.
  public let endIndex: Int

  /// Creates a column of an array, without a copy.
  ///
  /// - Parameter elements: The numbers.
  public init(_ elements: [Element]) {
    held = elements
    unsafe start = nil
    owner = nil
    endIndex = elements.count
  }

  /// Creates a column of mapped memory.
  ///
  /// - Parameters:
  ///   - start: The first number, aligned for its type; not changed while `owner` lives.
  ///   - count: The number of numbers.
  ///   - owner: Keeps the memory mapped.
  package init(start: UnsafePointer<Element>?, count: Int, owner: any AnyObject & Sendable) {
    held = []
    unsafe self.start = start
    self.owner = owner
    endIndex = unsafe start == nil ? 0 : count
  }

  /// The numbers as an array; a copy where the column is mapped.
  ///
  /// - Complexity: O(1), or O(*n*) where the column is mapped.
  public var array: [Element] { owner == nil ? held : elements(0..<count) }

  /// Returns a part of the column as an array.
  ///
  /// - Parameter range: The part.
  /// - Returns: A copy.
  /// - Complexity: O(length of the part).
  package func elements(_ range: Range<Int>) -> [Element] {
    withSpan { numbers in
      unsafe [Element](unsafeUninitializedCapacity: range.count) { target, count in
        for position in range {
          unsafe target.initializeElement(at: position - range.lowerBound, to: numbers[position])
        }
        count = range.count
      }
    }
  }

  /// Lends the numbers.
  ///
  /// - Parameter body: Looks at them; they must not be kept.
  /// - Returns: What `body` returns.
  package func withSpan<Result>(_ body: (Span<Element>) -> Result) -> Result {
    defer { extendLifetime(owner) }
    guard let start = unsafe start else { return body(held.span) }
    return body(unsafe Span(_unsafeStart: start, count: endIndex))
  }

  /// The numbers without a copy, for kernels.
  @inlinable
  public var span: Span<Element> {
    @_lifetime(borrow self)
    get {
      guard let start = unsafe start else { return held.span }
      return unsafe _overrideLifetime(
        Span(_unsafeStart: start, count: endIndex), borrowing: self)
    }
  }

  /// Lends the numbers without bounds checks.
  @unsafe @inlinable
  package func withUnsafeBufferPointer<Result>(
    _ body: (UnsafeBufferPointer<Element>) -> Result
  ) -> Result {
    defer { extendLifetime(owner) }
    guard let start = unsafe start else { return unsafe held.withUnsafeBufferPointer(body) }
    return unsafe body(UnsafeBufferPointer(start: start, count: endIndex))
  }

  /// Returns a number.
  ///
  /// - Parameter position: Its position.
  /// - Complexity: O(1).
  @inlinable
  public subscript(position: Int) -> Element {
    guard let start = unsafe start else { return held[position] }
    precondition(position >= 0 && position < endIndex)
    // The owner must live until the number is read.
    defer { extendLifetime(owner) }
    return unsafe start[position]
  }
}

extension Column: Equatable {
  /// Whether two columns hold the same numbers.
  public static func == (left: Self, right: Self) -> Bool {
    // Arrays that are one and the same need not be looked at.
    if left.owner == nil, right.owner == nil { return left.held == right.held }
    guard left.count == right.count else { return false }
    let (one, other) = (left.span, right.span)
    for position in one.indices where one[position] != other[position] { return false }
    return true
  }

  /// Whether a column holds the numbers of an array.
  public static func == (left: Self, right: [Element]) -> Bool { left.elementsEqual(right) }
}

extension Column: ExpressibleByArrayLiteral {
  /// Creates a column of a few numbers.
  public init(arrayLiteral elements: Element...) { self.init(elements) }
}
