internal import KnowWho

/// A figure that a command draws beside its result.
enum FigureFile {
  /// Writes a chart as SVG, or as PNG where the name of the file says so.
  static func write(
    svg: @autoclosure () -> String, png: @autoclosure () throws -> [UInt8], to path: String,
    _ language: Language
  ) throws {
    let isPNG = NetworkFile.fileExtension(of: path) == "png"
    try AtomicFile.write(isPNG ? try png() : Array(svg().utf8), to: path)
    Console.note(language("wrote \(path)", "\(path) を書き込みました"))
  }
}
