/// Finds what a misspelt word may have meant.
package enum Spelling {
  /// Returns the least number of letters to insert, delete, replace or swap with their neighbor to
  /// turn one word into another (optimal string alignment).
  ///
  /// - Parameters:
  ///   - first: A word.
  ///   - second: Another word.
  /// - Returns: 0 for equal words.
  /// - Complexity: O(product of the lengths).
  package static func distance(_ first: String, _ second: String) -> Int {
    let left = Array(first)
    let right = Array(second)
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in 0..<left.count {
      var current = [row + 1]
      for column in 0..<right.count {
        var cost = min(last[column + 1] + 1, current[column] + 1)
        cost = min(cost, last[column] + (left[row] == right[column] ? 0 : 1))
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      beforeLast = last
      last = current
    }
    return last[right.count]
  }

  /// Returns the candidate nearest to a word, if one is near enough to be meant.
  ///
  /// - Parameters:
  ///   - word: What was written.
  ///   - candidates: What can be written.
  /// - Returns: The nearest candidate within a third of the word's letters (at least two), the first
  ///   of several; nil where none is.
  package static func nearest(to word: String, in candidates: some Sequence<String>) -> String? {
    // Very long words are not misspellings, and comparing them would cost their square.
    guard word.utf8.count <= 200 else { return nil }
    let limit = max(2, word.count / 3)
    var best: (candidate: String, distance: Int)?
    for candidate in candidates where candidate.utf8.count <= 200 {
      let distance = distance(word.lowercased(), candidate.lowercased())
      if distance <= limit, distance < best?.distance ?? .max, distance < candidate.count {
        best = (candidate, distance)
      }
    }
    return best?.candidate
  }
}
