internal import ArgumentParser
internal import KnowWho

/// To where a picture is written, and as what.
struct PictureOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      Language.ofCommandLine(
        "The file to write: .svg, .png, .pdf or .dot.", "書き込むファイル（.svg、.png、.pdf、.dot）。")))
  var output: String

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "PNG: pixels a point, 0.5 to 16 (default: 2, which is 144 a inch).",
        "PNG：1ポイントあたりの画素数（0.5～16、既定は2＝144dpi）。")))
  var scale: Double?

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "Made for a place of this width, such as a journal's column, in type of 7 points: 84mm, 3.3in or 240pt.",
        "図を載せる場所の幅（論文の段の幅など）。文字は7ポイントになります：84mm、3.3in、240pt など。"),
      valueName: "width"))
  var width: String?

  @Flag(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "SVG: text as outlines, which look alike everywhere but cannot be searched.",
        "SVG：文字を図形にします（どこでも同じ見た目になりますが、検索はできません）。")))
  var outline = false

  /// What a file is.
  enum Kind: Equatable {
    case picture(PictureFormat)
    case dot
  }

  /// The width asked for in points; nil for none.
  var pageWidth: Double? {
    get throws {
      guard let width else { return nil }
      let units: [(String, Double)] = [("mm", 72 / 25.4), ("cm", 72 / 2.54), ("in", 72), ("pt", 1)]
      for (unit, points) in units where width.hasSuffix(unit) {
        guard let number = Double(width.dropLast(unit.count)),
          (100...3000).contains(number * points)
        else { break }
        return number * points
      }
      throw ValidationError(
        Language.ofCommandLine(
          "--width \(width): write a width from 36mm to 1000mm, such as 84mm, 3.3in or 240pt",
          "--width \(width)：84mm、3.3in、240pt のように、36mm から 1000mm までの幅を書いてください"))
    }
  }

  func validate() throws {
    if try pageWidth != nil, NetworkFile.fileExtension(of: output) == "dot" {
      throw ValidationError(
        Language.ofCommandLine(
          "--width is for pictures; DOT has no width", "--width は図のための指定です（DOT には幅がありません）"))
    }
    let ending = NetworkFile.fileExtension(of: output)
    if let scale, !(0.5...16).contains(scale) {
      throw ValidationError(
        Language.ofCommandLine(
          "--scale \(scale): write a number from 0.5 to 16", "--scale \(scale)：0.5から16までの数を書いてください")
      )
    }
    if scale != nil, ending != "png" {
      throw ValidationError(
        Language.ofCommandLine(
          "--scale is for PNG; \(output) has no pixels",
          "--scale は PNG のための指定です（\(output) には画素がありません）"))
    }
    if outline, ending != "svg" {
      throw ValidationError(
        Language.ofCommandLine("--outline is for SVG", "--outline は SVG のための指定です"))
    }
  }

  /// What the name of the file asks for.
  ///
  /// - Throws: ``CommandFailure`` where its ending is none of those known.
  var kind: Kind {
    get throws {
      let ending = NetworkFile.fileExtension(of: output)
      if ending == "dot" { return .dot }
      if let format = PictureFormat(rawValue: ending) { return .picture(format) }
      throw CommandFailure.usage(
        Language.ofCommandLine(
          "-o \(output): name a file that ends in .svg, .png, .pdf or .dot",
          "-o \(output)：.svg、.png、.pdf、.dot のいずれかで終わるファイル名を指定してください"))
    }
  }
}
