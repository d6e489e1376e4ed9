internal import NetworkData

/// Bounds what few words of DOT may blow up to: edges between groups, defaults copied to many nodes,
/// groups opened again and again.
struct DOTBudget {
  private let path: String
  private let limits: ReadingLimits
  private var edges = 0
  private var bytes = 0
  private var steps = 0

  init(path: String, limits: ReadingLimits) {
    self.path = path
    self.limits = limits
  }

  /// Counts the edges between two groups; one between two nodes is free.
  mutating func multiply(_ tails: Int, by heads: Int, line: Int) throws(FileProblem) {
    guard tails != 1 || heads != 1 else { return }
    let (product, overflow) = tails.multipliedReportingOverflow(by: heads)
    edges += overflow ? limits.ties + 1 : min(product, limits.ties + 1)
    guard edges > limits.ties else { return }
    throw FileProblem(
      path, line: line,
      Phrase(
        "groups of nodes ask for more than \(limits.ties) edges",
        "ノードの集まりどうしを結ぶエッジが\(limits.ties)本を超えます"),
      advice: Phrase(
        "if the file can be trusted, raise the limit: --limit ties=\(limits.ties * 10)",
        "信頼できるファイルなら、上限を上げてください：--limit ties=\(limits.ties * 10)"))
  }

  /// Counts texts that are kept for several nodes or edges.
  mutating func copy(
    _ settings: DOTReader.Settings, times: Int, line: Int
  ) throws(FileProblem) {
    let size = settings.reduce(0) { $0 + $1.value.count + 8 }
    let (product, overflow) = size.multipliedReportingOverflow(by: times)
    let limit = limits.bytes / 16
    bytes += overflow ? limit + 1 : min(product, limit + 1)
    guard bytes > limit else { return }
    throw FileProblem(
      path, line: line,
      Phrase(
        "attributes given to many nodes or edges at once come to more than \(limit) bytes",
        "多くのノードやエッジに一度に付けた属性が、合わせて\(limit)バイトを超えます"),
      advice: Phrase(
        "if the file can be trusted, raise the limit: --limit bytes=\(limits.bytes * 4)",
        "信頼できるファイルなら、上限を上げてください：--limit bytes=\(limits.bytes * 4)"))
  }

  /// Counts nodes that are handed from a subgraph to the one around it.
  mutating func walk(_ nodes: Int, line: Int) throws(FileProblem) {
    steps += nodes
    guard steps > limits.ties * 20 else { return }
    throw FileProblem(
      path, line: line,
      Phrase("too many nodes in too many subgraphs", "部分グラフとその中のノードが多すぎます"),
      advice: Phrase(
        "if the file can be trusted, raise the limit: --limit ties=\(limits.ties * 10)",
        "信頼できるファイルなら、上限を上げてください：--limit ties=\(limits.ties * 10)"))
  }
}
