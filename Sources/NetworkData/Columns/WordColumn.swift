public import GraphStructure

/// A column of few distinct words, such as kinds: each word is held once, and 4 bytes an entry.
public struct WordColumn: Sendable, RandomAccessCollection {
  /// The distinct words in the order of their first appearance; the first is the empty word, which
  /// stands for "not given".
  public private(set) var words = [""]

  /// For each entry the position of its word in ``words``.
  public var codes: Column<UInt32> { mapped ?? Column(held) }

  /// The codes where they are held.
  private var held: [UInt32] = []

  /// The codes in a file; nil where they are held.
  private var mapped: Column<UInt32>?

  private var codeOfWord: [String: UInt32] = ["": 0]

  /// Creates an empty column.
  public init() {}

  /// Creates a column of words.
  ///
  /// - Parameter entries: The words in order.
  public init(_ entries: some Sequence<String>) {
    for word in entries { append(word) }
  }

  /// Creates a column of codes; nil if a word stands twice, the first is not empty, or a code is none.
  ///
  /// - Parameters:
  ///   - words: Distinct words, the first of them empty.
  ///   - codes: For each entry the position of its word.
  package init?(words: [String], codes: Column<UInt32>) {
    guard words.first == "", codes.allSatisfy({ $0 < words.count }) else { return nil }
    for (code, word) in words.enumerated().dropFirst() {
      guard codeOfWord.updateValue(UInt32(code), forKey: word) == nil else { return nil }
    }
    self.words = words
    mapped = codes
  }

  /// Creates a column of texts most of which occur often, without a string an entry.
  ///
  /// - Parameter texts: The words in order.
  package init(repeating texts: TextColumn) {
    held.reserveCapacity(texts.count)
    var last: ArraySlice<UInt8> = []
    var lastCode: UInt32 = 0
    var known: [ArraySlice<UInt8>: UInt32] = [[]: 0]
    for position in texts.indices {
      let word = texts.utf8(at: position)
      if word != last {
        (last, lastCode) = (word, known[word] ?? UInt32(words.count))
        if Int(lastCode) == words.count {
          append(texts[position])
          known[word] = lastCode
          continue
        }
      }
      held.append(lastCode)
    }
  }

  /// The position of the first entry.
  public var startIndex: Int { 0 }

  /// One past the position of the last entry.
  public var endIndex: Int { mapped?.count ?? held.count }

  /// Returns the word of an entry, empty where none was given.
  ///
  /// - Parameter position: The position of the entry.
  /// - Complexity: O(1).
  public subscript(position: Int) -> String { words[Int(mapped?[position] ?? held[position])] }

  /// Adds an entry at the end.
  ///
  /// - Parameter word: Its word.
  public mutating func append(_ word: String) {
    if let mapped {
      held = mapped.array
      self.mapped = nil
    }
    if let code = codeOfWord[word] {
      held.append(code)
    } else {
      let code = UInt32(words.count)
      words.append(word)
      codeOfWord[word] = code
      held.append(code)
    }
  }
}

extension WordColumn: Equatable {
  /// Whether two columns hold the same words under the same codes.
  public static func == (left: Self, right: Self) -> Bool {
    left.words == right.words && left.codes == right.codes
  }
}
