public import NetworkData

/// Says in the first line of a file that its data is made up.
public enum SyntheticNote {
  /// Returns the comment line that files of a synthetic network begin with.
  ///
  /// - Parameter description: What the network is about.
  /// - Returns: A line that begins with `#`; empty for real data.
  public static func comment(for description: NetworkDescription) -> String {
    guard let synthetic = description.synthetic else { return "" }
    return "# Synthetic data: "
      + synthetic.split(whereSeparator: \.isNewline).joined(separator: " ") + "\n"
  }
}
