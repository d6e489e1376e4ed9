internal import ArgumentParser
internal import KnowWho

/// By which column actors are grouped.
struct GroupOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "Groups of actors by this column of actors.csv, or by kind.",
        "actors.csv のこの列（または kind）の値ごとにグループとします。"), valueName: "column"))
  var groupBy = "kind"

  /// Groups the nodes of a view.
  ///
  /// - Throws: ``CommandFailure`` where the column does not exist or is empty.
  func groups(of view: NetworkView, in network: Network) throws -> ActorGroups {
    do {
      return try view.groups(by: groupBy, in: network)
    } catch {
      let message = error.description(option: "--group-by", in: .ofCommandLine)
      if case .noColumn = error { throw CommandFailure.usage(message) }
      throw CommandFailure.data(message)
    }
  }
}
