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
  func groups(of view: NetworkView, in network: Network) throws -> ActorGroups {
    try Self.groups(of: view, by: groupBy, in: network)
  }

  /// Groups the nodes of a view by a column that an option named.
  ///
  /// - Throws: ``CommandFailure`` where the column does not exist or is empty.
  static func groups(
    of view: NetworkView, by column: String, option: String = "--group-by", in network: Network
  ) throws -> ActorGroups {
    let language = Language.ofCommandLine
    do {
      return try view.groups(by: column, in: network)
    } catch {
      switch error {
      case .noColumn(let column):
        throw CommandFailure.noColumn(column, option: option, in: network, language)
      case .allEmpty(let column):
        throw CommandFailure.data(
          language(
            "\(option) \(column): no actor that counts has an entry there; fill the column in "
              + "actors.csv",
            "\(option) \(column)：対象の主体はいずれもこの列が空です。actors.csv に記入してください"))
      }
    }
  }
}
