/// Writes numbers.
public enum NumberText {
  /// Returns the shortest decimal text that reads back as the same number, without a needless `.0`.
  ///
  /// - Parameter number: A finite number.
  /// - Returns: Such as `2`, `0.5` or `1e+20`.
  public static func shortest(_ number: Double) -> String {
    let text = number.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
