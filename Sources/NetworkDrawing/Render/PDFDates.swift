/// Takes the date out of a PDF, so that the same diagram gives the same bytes.
enum PDFDates {
  /// Replaces every date that cairo writes by one that never changes, digit by digit: a PDF lists
  /// the places of its parts, so nothing in it may move.
  static func clear(_ bytes: inout [UInt8]) {
    let key = Array("/CreationDate (D:".utf8)
    // The date stands in the last kilobytes, behind the pages.
    var place = max(0, bytes.count - 8192)
    while place + key.count + 14 <= bytes.count {
      if bytes[place] == key[0], bytes[place..<(place + key.count)].elementsEqual(key) {
        let date = place + key.count
        bytes.replaceSubrange(date..<(date + 14), with: Array("20000101000000".utf8))
      }
      place += 1
    }
  }
}
