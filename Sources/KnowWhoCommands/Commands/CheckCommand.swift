internal import ArgumentParser
internal import KnowWho

/// `knowwho check`: whether a network can be read, and what looks odd in it.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Whether a network can be read, and what looks odd in it.")

  @OptionGroup var input: NetworkOptions

  func run() throws {
    let network = try input.read()
    let (actors, ties) = (network.actors, network.ties)
    Console.write("\(input.network): \(actors.count) actors, \(ties.count) ties, readable\n")
    for remark in try remarks(on: network) { Console.write("  \(remark)\n") }
  }

  /// What is allowed but may not be meant.
  private func remarks(on network: Network) throws -> [String] {
    let (actors, ties) = (network.actors, network.ties)
    let view = try network.graph()
    var remarks: [String] = []
    let isolates = view.graph.nodes.filter {
      view.graph.outgoing.degree(of: $0) + view.graph.incoming.degree(of: $0) == 0
    }
    if !isolates.isEmpty {
      let shown = isolates.prefix(5).map { actors.id(view.actors[$0]) }.joined(separator: ", ")
      remarks.append(
        "\(isolates.count) actors without a tie to another: \(shown)\(isolates.count > 5 ? ", …" : "")"
      )
    }
    if view.droppedLoopCount > 0 {
      remarks.append("\(view.droppedLoopCount) ties of an actor to itself; graphs leave them out")
    }
    if view.mergedTieCount > 0 {
      remarks.append(
        "\(view.mergedTieCount) further ties between the same two actors; graphs merge them")
    }
    if let kinds = actors.kinds, kinds.contains("") {
      remarks.append("\(kinds.count { $0.isEmpty }) actors without a kind")
    }
    if ties.evidence?.contains(nil) ?? false {
      remarks.append("\(ties.evidence?.count { $0 == nil } ?? 0) ties without evidence")
    }
    let known = Set(ActorKind.known)
    let newKinds = network.actorKinds.filter { !known.contains($0) }.map(\.rawValue)
    if !newKinds.isEmpty {
      remarks.append("kinds of actors without a meaning here: \(newKinds.joined(separator: ", "))")
    }
    return remarks
  }
}
