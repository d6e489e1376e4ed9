internal import ArgumentParser
internal import KnowWho

/// `knowwho model`: synthetic networks from seeded models.
struct ModelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "model", abstract: "Write a synthetic network made by a seeded model.",
    discussion: "krip: a placeholder of the size of K-RIP, 495 members of which 299 are firms.")

  /// The models that can be asked for.
  enum Model: String, ExpressibleByArgument, CaseIterable {
    case krip
  }

  @Argument(help: "krip")
  var model: Model

  @Option(help: "Equal seeds give equal networks.")
  var seed = KRIPModel.standardSeed

  @Option(name: .shortAndLong, help: "The folder or file to write.")
  var output: String

  func run() throws {
    let lost =
      switch model {
      case .krip: try NetworkFile.write(KRIPModel.network(seed: seed), to: output)
      }
    if !lost.isEmpty { Console.note("\(output) cannot hold: \(lost.joined(separator: "; "))") }
    Console.note("\(output): synthetic network, seed \(seed)")
  }
}
