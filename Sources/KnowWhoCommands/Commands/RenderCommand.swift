internal import ArgumentParser
internal import KnowWho

/// `knowwho render`: a diagram.
struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render", abstract: "Draw a diagram as PNG or SVG.")

  func run() throws {}
}
