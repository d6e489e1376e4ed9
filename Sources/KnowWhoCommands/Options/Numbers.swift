internal import ArgumentParser
internal import KnowWho

/// Checks of numbers that options take.
enum Numbers {
  /// Checks that a number is in the range that an option allows.
  ///
  /// - Throws: A validation error that names the option and the range.
  static func check(_ number: Int, _ allowed: ClosedRange<Int>, _ option: String) throws {
    guard !allowed.contains(number) else { return }
    let (low, high) = (allowed.lowerBound, allowed.upperBound)
    throw ValidationError(
      high == .max
        ? Language.ofCommandLine(
          "\(option) \(number): write a number from \(low)",
          "\(option) \(number)：\(low)以上の数を書いてください")
        : Language.ofCommandLine(
          "\(option) \(number): write a number from \(low) to \(high)",
          "\(option) \(number)：\(low)から\(high)までの数を書いてください"))
  }
}
