/// A column of numbers that lies in an array, or in a file that is mapped into memory and not read.
///
/// Kernels that need an array take ``array``, which copies only what is mapped.
@safe
public struct Column<Element: BitwiseCopyable & Sendable & Equatable>: Sendable,
  RandomAccessCollection
{
  private enum Storage: Sendable {
    case held([Element])
    case mapped(MappedNumbers<Element>)
  }

  private let storage: Storage

  /// Creates a column of an array, without a copy.
  ///
  /// - Parameter elements: The numbers.
  public init(_ elements: [Element]) {
    storage = .held(elements)
  }

  /// Creates a column of mapped memory.
  ///
  /// - Parameters:
  ///   - start: The first number, aligned for its type; not changed while `owner` lives.
  ///   - count: The number of numbers.
  ///   - owner: Keeps the memory mapped.
  package init(start: UnsafePointer<Element>?, count: Int, owner: any AnyObject & Sendable) {
    storage = unsafe .mapped(MappedNumbers(start: start, count: count, owner: owner))
  }

  /// The numbers as an array; a copy where the column is mapped.
  ///
  /// - Complexity: O(1), or O(*n*) where the column is mapped.
  public var array: [Element] {
    switch storage {
    case .held(let elements): elements
    case .mapped(let numbers): numbers.elements(0..<numbers.count)
    }
  }

  /// Returns a part of the column as an array.
  ///
  /// - Parameter range: The part.
  /// - Complexity: O(length of the part).
  package func elements(_ range: Range<Int>) -> [Element] {
    switch storage {
    case .held(let elements): Array(elements[range])
    case .mapped(let numbers): numbers.elements(range)
    }
  }

  /// The position of the first number.
  public var startIndex: Int { 0 }

  /// One past the position of the last number.
  public var endIndex: Int {
    switch storage {
    case .held(let elements): elements.count
    case .mapped(let numbers): numbers.count
    }
  }

  /// Returns a number.
  ///
  /// - Parameter position: Its position.
  /// - Complexity: O(1).
  public subscript(position: Int) -> Element {
    switch storage {
    case .held(let elements): elements[position]
    case .mapped(let numbers): numbers[position]
    }
  }
}

extension Column: Equatable {
  /// Whether two columns hold the same numbers.
  public static func == (left: Self, right: Self) -> Bool { left.elementsEqual(right) }
}

/// Numbers in mapped memory.
@safe private struct MappedNumbers<Element: BitwiseCopyable & Sendable>: Sendable {
  private nonisolated(unsafe) let start: UnsafePointer<Element>?
  let count: Int
  private let owner: any AnyObject & Sendable

  init(start: UnsafePointer<Element>?, count: Int, owner: any AnyObject & Sendable) {
    unsafe self.start = start
    self.count = count
    self.owner = owner
  }

  subscript(position: Int) -> Element {
    precondition(position >= 0 && position < count)
    // The owner must live until the number is read.
    return withExtendedLifetime(owner) { unsafe buffer[position] }
  }

  func elements(_ range: Range<Int>) -> [Element] {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return withExtendedLifetime(owner) { unsafe Array(buffer[range]) }
  }

  private var buffer: UnsafeBufferPointer<Element> {
    unsafe UnsafeBufferPointer(start: start, count: count)
  }
}
