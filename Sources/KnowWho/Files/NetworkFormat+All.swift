public import NetworkFiles

extension [NetworkFormat] {
  /// All formats that networks are read from or written to, but for network folders.
  public static var all: [NetworkFormat] { standard }
}
