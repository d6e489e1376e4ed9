internal import NetworkData

/// The cells of one record: places in the file, or texts of their own where quotes were taken off.
struct RecordCells {
  private var places: [Range<Int>] = []
  /// Whether each place is one in `texts`.
  private var areTexts: [Bool] = []
  private var texts: [UInt8] = []

  /// The number of cells.
  var count: Int { places.count }

  /// Whether no cell has a text.
  var areEmpty: Bool { places.allSatisfy(\.isEmpty) }

  /// The positions of the cells.
  var indices: Range<Int> { places.indices }

  mutating func removeAll() {
    places.removeAll(keepingCapacity: true)
    areTexts.removeAll(keepingCapacity: true)
    texts.removeAll(keepingCapacity: true)
  }

  /// Adds a cell that stands in the file as it is.
  mutating func append(_ place: Range<Int>) {
    places.append(place)
    areTexts.append(false)
  }

  /// Adds a cell.
  mutating func append(_ text: [UInt8]) {
    places.append(texts.count..<(texts.count + text.count))
    areTexts.append(true)
    texts += text
  }

  /// Returns the text of a cell, without the apostrophe that ``CSVCell`` puts in front.
  func utf8(at cell: Int, in bytes: Span<UInt8>) -> ArraySlice<UInt8> {
    guard !areTexts[cell] else { return CSVCell.restored(texts[places[cell]]) }
    var text: [UInt8] = []
    for position in places[cell] { text.append(bytes[position]) }
    return CSVCell.restored(text[...])
  }

  /// Adds the text of a cell to a column.
  func append(_ cell: Int, of bytes: Span<UInt8>, to column: inout TextColumn) {
    let place = places[cell]
    if areTexts[cell] || !place.isEmpty && bytes[place.lowerBound] == Ascii.apostrophe {
      column.append(utf8: utf8(at: cell, in: bytes))
    } else {
      column.append(bytes, place)
    }
  }
}
