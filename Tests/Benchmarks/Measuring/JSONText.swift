/// A JSON value that is written on one line, members in the order given.
indirect enum JSONText {
  case text(String)
  case number(Double)
  case array([JSONText])
  case object([(String, JSONText)])

  /// A number; NaN, and so null, where there is none.
  static func optional(_ number: Double?) -> JSONText { .number(number ?? .nan) }

  /// The value as JSON (RFC 8259); numbers that JSON does not know are null.
  var written: String {
    switch self {
    case .text(let text): return Self.quoted(text)
    case .number(let number):
      if let whole = Int(exactly: number) { return String(whole) }
      return number.isFinite ? "\(number)" : "null"
    case .array(let values): return "[" + values.map(\.written).joined(separator: ", ") + "]"
    case .object(let members):
      let pairs = members.map { "\(Self.quoted($0.0)): \($0.1.written)" }
      return "{" + pairs.joined(separator: ", ") + "}"
    }
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "\\" {
        quoted += "\\\(scalar)"
      } else if scalar.value < 0x20 {
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      } else {
        quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
