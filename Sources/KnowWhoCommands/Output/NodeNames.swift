internal import KnowWho

/// The names of the nodes of a view.
struct NodeNames {
  let view: NetworkView
  let network: Network
  let language: Language

  subscript(node: Graph.Node) -> String { language.name(of: view.actors[node], in: network) }
}
