internal import ArgumentParser
internal import KnowWho

/// In what the length of a path is measured.
enum PathLength: String, ExpressibleByArgument, CaseIterable {
  case steps
  case distances
  case inverseStrength = "inverse-strength"

  /// Returns a view whose graph has the distances that are asked for.
  ///
  /// - Parameters:
  ///   - view: The view.
  ///   - network: The network it was made of, for names in messages.
  /// - Returns: The view itself unless distances are made of strengths.
  /// - Throws: ``CommandFailure`` if they cannot be.
  func applied(to view: NetworkView, of network: Network) throws -> NetworkView {
    let language = Language.ofCommandLine
    if self == .distances, !view.graph.hasDistances {
      throw CommandFailure.data(
        language(
          "these ties have no distances; give them a column distance, or measure paths by "
            + "--lengths steps or inverse-strength",
          "つながりに距離がありません。distance 列を加えるか、--lengths steps または inverse-strength を指定してください"))
    }
    guard self == .inverseStrength else { return view }
    do {
      return view.replacingGraph(try view.graph.withInverseStrengthDistances())
    } catch GraphError.strengthNotPositive(let strength, let source, let target) {
      let shown = NumberText.shortest(strength)
      let ends = [source, target].map { network.actors.id(view.actors[$0]) }
      throw CommandFailure.data(
        language(
          "the tie \(ends[0]) – \(ends[1]) has strength \(shown), which cannot divide 1; give it a "
            + "strength above 0, or measure paths by --lengths steps",
          "\(ends[0]) と \(ends[1]) のつながりの強さが \(shown) のため、逆数を距離にできません。"
            + "0より大きい強さにするか、--lengths steps を指定してください"))
    } catch GraphError.noStrengths {
      throw CommandFailure.data(
        language(
          "these ties have no strengths to make distances of; measure paths by --lengths steps",
          "つながりに強さがないため、距離に換算できません。--lengths steps を指定してください"))
    }
  }
}
