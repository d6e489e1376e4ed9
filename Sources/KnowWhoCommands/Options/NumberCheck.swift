internal import ArgumentParser
internal import KnowWho

/// Refuses numbers out of their range, in the same words for every option.
enum NumberCheck {
  /// Makes sure that a number lies within a range.
  static func check(_ number: Int, _ allowed: ClosedRange<Int>, _ option: String) throws {
    guard !allowed.contains(number) else { return }
    let (low, high) = (allowed.lowerBound, allowed.upperBound)
    throw ValidationError(
      Language.ofCommandLine(
        "\(option) \(number): write a number from \(low) to \(high)",
        "\(option) \(number)：\(low)から\(high)までの数を書いてください"))
  }

  /// Makes sure that a number, where one was written, is at least 1.
  static func checkPositive(_ number: Int?, _ option: String) throws {
    guard let number, number < 1 else { return }
    throw ValidationError(
      Language.ofCommandLine(
        "\(option) \(number): write a number from 1", "\(option) \(number)：1以上の数を書いてください"))
  }
}

extension ArgumentHelp {
  /// How many introducers are counted.
  static let introductions = ArgumentHelp(
    Language.ofCommandLine("The most introducers to count, 0 to 10.", "数える紹介者の上限（0～10）。"))

  /// Whose members ask, and whom else they reach.
  static let membersOutside = ArgumentHelp(
    Language.ofCommandLine(
      "Ask for the members of this group only, and do not count them as reached.",
      "この会の会員だけについて、会の外に届く団体を数えます。"), valueName: "group")

  /// How often a simulation is run.
  static let runs = ArgumentHelp(
    Language.ofCommandLine("Runs of a simulation, 2 or more.", "シミュレーションの回数（2以上）。"))
}
