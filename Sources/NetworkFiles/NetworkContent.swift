package import NetworkData

/// Parts of a network that a format may be unable to hold.
package struct NetworkContent: OptionSet, Sendable {
  package let rawValue: UInt32

  package init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Title, source and the bounds of observation.
  package static let description = NetworkContent(rawValue: 1 << 0)
  /// That data is made up.
  package static let synthetic = NetworkContent(rawValue: 1 << 1)
  /// Actors without ties.
  package static let isolates = NetworkContent(rawValue: 1 << 2)
  /// Names of actors beside their ids.
  package static let names = NetworkContent(rawValue: 1 << 3)
  /// Japanese names beside the others.
  package static let japaneseNames = NetworkContent(rawValue: 1 << 4)
  /// Kinds of actors.
  package static let actorKinds = NetworkContent(rawValue: 1 << 5)
  /// Columns of actors without a meaning of their own.
  package static let actorAttributes = NetworkContent(rawValue: 1 << 6)
  /// Kinds of ties.
  package static let tieKinds = NetworkContent(rawValue: 1 << 7)
  /// That all ties are directed.
  package static let directed = NetworkContent(rawValue: 1 << 8)
  /// Directed and undirected ties beside each other.
  package static let mixedDirections = NetworkContent(rawValue: 1 << 9)
  /// Strengths.
  package static let strengths = NetworkContent(rawValue: 1 << 10)
  /// Distances.
  package static let distances = NetworkContent(rawValue: 1 << 11)
  /// When ties began and ended, with bounds.
  package static let dates = NetworkContent(rawValue: 1 << 12)
  /// Evidence, sections, carriers and notes of ties.
  package static let evidence = NetworkContent(rawValue: 1 << 13)
  /// Columns of ties without a meaning of their own.
  package static let tieAttributes = NetworkContent(rawValue: 1 << 14)
  /// More than one tie between the same actors.
  package static let parallelTies = NetworkContent(rawValue: 1 << 15)
  /// Ties of an actor with itself.
  package static let loops = NetworkContent(rawValue: 1 << 16)

  /// All of a network.
  package static let everything = NetworkContent(rawValue: ~0)

  /// Two ids a line, and a strength.
  package static let edges: NetworkContent = [.synthetic, .strengths, .parallelTies, .loops]

  /// The table of ties of a folder, without that of actors.
  static let tieTable: NetworkContent = edges.union([
    .tieKinds, .directed, .mixedDirections, .distances, .dates, .evidence, .tieAttributes,
  ])

  /// Returns what a network has and this content lacks.
  ///
  /// - Parameter network: The network.
  /// - Returns: The lost parts in words; empty if nothing is lost.
  /// - Complexity: O(*n* + *m*).
  package func losses(of network: Network) -> [Phrase] {
    if self == .everything { return [] }
    return Self.parts(of: network).filter { !contains($0.content) }.map(\.words)
  }

  /// The parts that a network has, with what they are called.
  private static func parts(of network: Network) -> [(content: NetworkContent, words: Phrase)] {
    let (actors, ties) = (network.actors, network.ties)
    var told = network.description
    told.synthetic = nil
    let isMixed =
      if case .each(let each) = ties.directions { Set(each).count > 1 } else { false }
    let isDirected = !isMixed && ties.count > 0 && ties.isDirected(0)
    let isolated = isolateCount(of: network)
    let (parallels, loops) = repeats(in: ties)
    let all: [(Bool, NetworkContent, Phrase)] = [
      (told != NetworkDescription(), .description, Phrase("title and source", "表題と出典")),
      (
        network.description.synthetic != nil, .synthetic,
        Phrase("the word that the data is made up", "架空のデータであるという断り")
      ),
      (
        isolated > 0, .isolates,
        Phrase("\(isolated) actors without ties", "つながりのない主体\(isolated)")
      ),
      (actors.names != nil, .names, Phrase("names of actors", "主体の名前")),
      (
        actors.namesJa != nil, .japaneseNames,
        Phrase("Japanese names of actors", "主体の日本語名")
      ),
      (actors.kinds != nil, .actorKinds, Phrase("kinds of actors", "主体の種類")),
      (
        !actors.attributes.isEmpty, .actorAttributes,
        Phrase("attributes of actors", "主体の属性")
      ),
      (ties.kinds != nil, .tieKinds, Phrase("kinds of ties", "つながりの種類")),
      (isDirected, .directed, Phrase("directions of ties", "つながりの向き")),
      (
        isMixed, .mixedDirections,
        Phrase("which ties are directed and which not", "つながりごとの向きの有無")
      ),
      (ties.strengths != nil, .strengths, Phrase("strengths", "強さ")),
      (ties.distances != nil, .distances, Phrase("distances", "距離")),
      (ties.haveDates, .dates, Phrase("dates", "日付")),
      (
        ties.evidence != nil || ties.sections != nil || ties.through != nil || ties.notes != nil,
        .evidence, Phrase("evidence, sections, carriers and notes", "根拠・該当箇所・経由・備考")
      ),
      (!ties.attributes.isEmpty, .tieAttributes, Phrase("attributes of ties", "つながりの属性")),
      (
        parallels > 0, .parallelTies,
        Phrase(
          "\(parallels) ties beside another between the same actors",
          "同じ主体間の2本目以降のつながり\(parallels)本")
      ),
      (loops > 0, .loops, Phrase("\(loops) ties of actors with themselves", "自分自身とのつながり\(loops)本")),
    ]
    return all.filter(\.0).map { ($0.1, $0.2) }
  }

  private static func isolateCount(of network: Network) -> Int {
    var touched = [Bool](repeating: false, count: network.actors.count)
    for actor in network.ties.sources { touched[Int(actor)] = true }
    for actor in network.ties.targets { touched[Int(actor)] = true }
    return touched.count { !$0 }
  }

  private static func repeats(in ties: Ties) -> (parallels: Int, loops: Int) {
    var loops = 0
    var pairs: [UInt64] = []
    pairs.reserveCapacity(ties.count)
    for tie in ties.indices {
      let (source, target) = (ties.sources[tie], ties.targets[tie])
      if source == target { loops += 1 }
      let isSwapped = !ties.isDirected(tie) && source > target
      let (first, second) = isSwapped ? (target, source) : (source, target)
      pairs.append(UInt64(first) << 32 | UInt64(second))
    }
    pairs.sort()
    return (zip(pairs, pairs.dropFirst()).count { $0 == $1 }, loops)
  }
}
