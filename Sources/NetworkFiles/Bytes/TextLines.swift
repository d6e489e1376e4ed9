internal import NetworkData

/// A line of a text, without its end.
struct TextLine {
  /// Which line it is, counted from 1.
  let number: Int

  /// Its UTF-8.
  let bytes: [UInt8]

  /// Whether it holds nothing but blanks.
  var isBlank: Bool { bytes.allSatisfy(Ascii.isBlank) }

  /// The first byte that is not a blank.
  var firstByte: UInt8? { bytes.first { !Ascii.isBlank($0) } }
}

/// Walks through the lines of a part of a file; a line ends at LF, CRLF or CR.
struct TextLines: Sequence, IteratorProtocol {
  private let file: FileBytes
  private var position: Int
  private let end: Int
  private var number: Int

  /// Begins at the start of a part.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - range: The part, which begins at the start of a line.
  ///   - number: Which line that is, counted from 1.
  init(_ file: FileBytes, in range: Range<Int>, firstLine number: Int = 1) {
    self.file = file
    position = range.lowerBound
    end = range.upperBound
    self.number = number
  }

  /// Where the next line begins.
  var offset: Int { position }

  /// The number of the next line.
  var lineNumber: Int { number }

  /// Returns the next line.
  mutating func next() -> TextLine? {
    guard position < end else { return nil }
    var (position, end) = (position, end)
    let line = file.withSpan { bytes in
      var line: [UInt8] = []
      while position < end, !Ascii.endsLine(bytes[position]) {
        line.append(bytes[position])
        position += 1
      }
      if position < end {
        let isPair =
          bytes[position] == Ascii.carriageReturn && position + 1 < end
          && bytes[position + 1] == Ascii.lineFeed
        position += isPair ? 2 : 1
      }
      end = position
      return line
    }
    self.position = position
    number += 1
    return TextLine(number: number - 1, bytes: line)
  }
}

extension TextLines {
  /// Returns the first lines of a file that end within its first 64 KiB, to tell from them what it is.
  ///
  /// - Parameter file: The file.
  /// - Returns: Up to 200 lines.
  static func first(of file: FileBytes) -> [TextLine] {
    let start = file.withSpan(Encoding.markLength)
    let end = Swift.min(file.count, start + 1 << 16)
    var lines = TextLines(file, in: start..<end)
    var first: [TextLine] = []
    while first.count < 200, let line = lines.next() { first.append(line) }
    // The last line of a part is likely cut.
    if end < file.count, lines.offset == end { first.removeLast() }
    return first
  }
}

/// Counts lines up to places that are asked for in ascending order, so that all counting together
/// goes through a file once.
struct LineCounter {
  private let file: FileBytes
  private var offset = 0
  private var line = 1

  /// Begins at the start of a file.
  init(_ file: FileBytes) {
    self.file = file
  }

  /// Returns the line that a byte is on, counted from 1.
  ///
  /// - Parameter target: The byte; none that was asked for before may lie behind it.
  /// - Returns: The line.
  mutating func line(at target: Int) -> Int {
    var (offset, line) = (offset, line)
    file.withSpan { bytes in
      while offset < target {
        let byte = bytes[offset]
        offset += 1
        // A line feed behind a carriage return has been counted with it.
        if byte == Ascii.carriageReturn {
          line += 1
        } else if byte == Ascii.lineFeed,
          offset < 2 || bytes[offset - 2] != Ascii.carriageReturn
        {
          line += 1
        }
      }
    }
    (self.offset, self.line) = (offset, line)
    return line
  }
}
