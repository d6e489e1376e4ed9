internal import ArgumentParser
internal import KnowWho

/// `knowwho model`: synthetic networks from seeded models.
struct ModelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "model", abstract: "Write a synthetic network made by a seeded model.")

  func run() throws {}
}
