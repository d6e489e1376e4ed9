internal import ArgumentParser
internal import KnowWho

/// The models of `knowwho model`.
enum RandomModel: String, ExpressibleByArgument, CaseIterable {
  case krip
  case gnm
  case gnp
  case preferentialAttachment = "preferential-attachment"
  case smallWorld = "small-world"
  case configuration
  case simpleConfiguration = "simple-configuration"
  case rewired
  case plantedPartition = "planted-partition"
  case blockModel = "block-model"
  case rmat

  /// The options without which there is no graph, and those that may be left out.
  private var options: (needed: [String], optional: [String]) {
    switch self {
    case .krip: ([], [])
    case .gnm: (["--nodes", "--edges"], [])
    case .gnp: (["--nodes", "--probability"], [])
    case .preferentialAttachment: (["--nodes", "--edges-per-node"], [])
    case .smallWorld: (["--nodes", "--neighbors", "--rewiring"], [])
    case .configuration: ([], ["--degrees", "--from"])
    case .simpleConfiguration: ([], ["--degrees", "--from", "--swaps"])
    case .rewired: (["--from"], ["--swaps"])
    case .plantedPartition: (["--groups", "--size", "--inside", "--between"], [])
    case .blockModel: (["--groups", "--size", "--inside", "--between"], ["--most-active"])
    case .rmat: (["--scale", "--edges-per-node"], [])
    }
  }

  /// Makes sure that just the options of this model are given.
  ///
  /// - Parameter given: The names of the options that are given.
  /// - Throws: ``CommandFailure`` for the first that is missing or means nothing here.
  func check(given: [String]) throws {
    let language = Language.ofCommandLine
    let (needed, optional) = options
    if let missing = needed.first(where: { !given.contains($0) }) {
      throw CommandFailure.usage(
        language(
          "\(rawValue) needs \(needed.joined(separator: " ")); \(missing) is missing",
          "\(rawValue) には \(needed.joined(separator: " ")) が必要です。\(missing) がありません"))
    }
    if let stray = given.first(where: { !needed.contains($0) && !optional.contains($0) }) {
      let known = needed + optional
      throw CommandFailure.usage(
        language(
          "\(stray) means nothing for \(rawValue)"
            + (known.isEmpty ? "" : "; it takes \(known.joined(separator: " "))"),
          "\(rawValue) では \(stray) を使えません"
            + (known.isEmpty ? "" : "。使えるのは \(known.joined(separator: " ")) です")))
    }
    if self == .configuration || self == .simpleConfiguration,
      given.contains("--degrees") == given.contains("--from")
    {
      throw CommandFailure.usage(
        language(
          "\(rawValue) needs either --degrees or --from",
          "\(rawValue) には --degrees か --from のどちらか一つを指定してください"))
    }
  }
}
