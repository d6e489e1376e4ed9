internal import KnowWho

extension NetworkView {
  /// Returns the node of an actor that an option names.
  ///
  /// - Parameters:
  ///   - actor: The position of the actor in the network.
  ///   - option: The option, for the message.
  ///   - network: The network that the view is of.
  /// - Returns: The node.
  /// - Throws: ``CommandFailure`` where no chosen tie touches the actor, so that it is left out.
  func node(of actor: Int, option: String, in network: Network) throws -> Graph.Node {
    if let node = actors.firstIndex(of: actor) { return node }
    let language = Language.ofCommandLine
    let name = language.name(of: actor, in: network)
    throw CommandFailure.data(
      language(
        "\(option): \(name) has no tie among those chosen; choose others or add --isolates",
        "\(option)：\(name)には、選んだつながりがありません。別のつながりを選ぶか、--isolates を付けてください"))
  }
}
