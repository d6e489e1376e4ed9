public import NetworkData

/// On what some ties rest.
public struct EvidenceCounts: Sendable, Hashable {
  /// Ties that a sentence of the source states.
  public let stated: Int
  /// Ties that follow from what the source states.
  public let inferred: Int
  /// Ties that somebody decided on.
  public let assumed: Int
  /// Ties of which nothing is said.
  public let unsaid: Int

  /// Counts what some ties rest on.
  ///
  /// - Parameters:
  ///   - ties: Positions of ties.
  ///   - network: Their network.
  /// - Complexity: O(ties).
  @inlinable
  public init(of ties: some Sequence<Int>, in network: Network) {
    var (stated, inferred, assumed, unsaid) = (0, 0, 0, 0)
    guard let evidence = network.ties.evidence else {
      self.init(
        stated: 0, inferred: 0, assumed: 0, unsaid: ties.reduce(0) { count, _ in count + 1 })
      return
    }
    for tie in ties {
      switch evidence[tie] {
      case .stated: stated += 1
      case .inferred: inferred += 1
      case .assumed: assumed += 1
      case nil: unsaid += 1
      }
    }
    self.init(stated: stated, inferred: inferred, assumed: assumed, unsaid: unsaid)
  }

  @usableFromInline
  init(stated: Int, inferred: Int, assumed: Int, unsaid: Int) {
    (self.stated, self.inferred, self.assumed, self.unsaid) = (stated, inferred, assumed, unsaid)
  }

  /// How many ties there are.
  public var total: Int { stated + inferred + assumed + unsaid }

  /// Says what a result rests on.
  ///
  /// - Parameter language: The language to say it in.
  /// - Returns: A sentence.
  public func sentence(in language: Language) -> String {
    if total == unsaid {
      return language(
        "This rests on \(total) \(total == 1 ? "tie" : "ties") whose evidence is not recorded.",
        "根拠の記録がないつながり\(total)本に基づきます。")
    }
    return language(
      "This rests on \(total) \(total == 1 ? "tie" : "ties"): \(stated) stated in the source, "
        + "\(inferred) inferred from it, \(assumed) assumed"
        + (unsaid > 0 ? ", \(unsaid) without a record of the evidence." : "."),
      "つながり\(total)本に基づきます：資料に明記\(stated)本、資料からの推定\(inferred)本、仮定\(assumed)本"
        + (unsaid > 0 ? "、根拠の記録なし\(unsaid)本。" : "。"))
  }
}
