internal import ArgumentParser
internal import KnowWho

/// A span of time as it is written on the command line: 30s, 2m or 1.5h.
struct TimeLimit: ExpressibleByArgument {
  /// As it was written, for messages.
  let text: String
  let duration: Duration

  init?(argument: String) {
    let units: [Character: Double] = ["s": 1, "m": 60, "h": 3600]
    guard let seconds = Amount.parsed(argument, units: units, whole: false) else { return nil }
    text = argument
    duration = .seconds(seconds)
  }
}

/// An amount of memory as it is written on the command line: 512M or 4G, in powers of 1024.
struct MemoryLimit: ExpressibleByArgument {
  /// As it was written, for messages.
  let text: String
  let bytes: Int

  init?(argument: String) {
    let units: [Character: Double] = ["K": 0x1p10, "M": 0x1p20, "G": 0x1p30, "T": 0x1p40]
    guard let bytes = Amount.parsed(argument, units: units, whole: true) else { return nil }
    text = argument
    self.bytes = Int(bytes)
  }
}

/// Numbers with units, read and written.
enum Amount {
  /// Reads a number above 0 with a unit behind it.
  ///
  /// - Parameters:
  ///   - text: Such as 1.5h; the case of the unit does not matter.
  ///   - units: What each unit multiplies by.
  ///   - whole: Whether a number without a unit stands for itself.
  /// - Returns: The product; nil where it is no such thing, or more than 2⁶⁰.
  fileprivate static func parsed(
    _ text: String, units: [Character: Double], whole: Bool
  ) -> Double? {
    let unit = text.last.flatMap { last in
      units.first { $0.key.lowercased() == last.lowercased() }?.value
    }
    guard unit != nil || whole else { return nil }
    let digits = unit == nil ? text[...] : text.dropLast()
    guard digits.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }),
      let number = Double(digits)
    else { return nil }
    let amount = number * (unit ?? 1)
    return amount >= (whole ? 1 : 0.001) && amount < 0x1p60 ? amount : nil
  }

  /// Writes bytes with the unit that suits them.
  static func bytes(_ count: Int) -> String {
    let units = ["B", "KB", "MB", "GB", "TB"]
    var (amount, unit) = (Double(count), 0)
    while amount >= 1000, unit < units.count - 1 {
      amount /= 1024
      unit += 1
    }
    return "\(unit == 0 ? String(count) : short(amount)) \(units[unit])"
  }

  /// Writes bytes as an option would take them, rounded up to a megabyte.
  static func option(_ bytes: Int) -> String { "\((bytes + (1 << 20) - 1) >> 20)M" }

  /// Writes a time with the unit that suits it.
  static func time(_ seconds: Double) -> String {
    switch seconds {
    case ..<0.0095: "under 0.01 s"
    case ..<100: "\(short(seconds)) s"
    case ..<6000: "\(short(seconds / 60)) min"
    case ..<360_000: "\(short(seconds / 3600)) h"
    default: "\(short(seconds / 86400)) days"
    }
  }

  /// Two digits, as an estimate deserves.
  private static func short(_ number: Double) -> String {
    guard number < 9.95 else { return String(Int(number.rounded())) }
    let places: Double = number < 0.995 ? 100 : 10
    return NumberText.shortest((number * places).rounded() / places)
  }
}
