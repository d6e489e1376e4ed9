internal import KnowWho

/// A figure that a command draws beside its result.
enum FigureFile {
  /// Writes a chart as SVG, or as PNG or PDF where the name of the file says so.
  static func write(_ chart: some Chart, to path: String, _ language: Language) throws {
    let format = PictureFormat(rawValue: NetworkFile.fileExtension(of: path)) ?? .svg
    try AtomicFile.write(try chart.renderAndWait(as: format), to: path)
    Console.note(language("wrote \(path)", "\(path) を書き込みました"))
  }

  /// Whether the name of a file asks for a picture.
  static func isPicture(_ path: String) -> Bool {
    PictureFormat(rawValue: NetworkFile.fileExtension(of: path)) != nil
  }
}
