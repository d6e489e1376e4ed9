internal import KnowWho

/// Says which ties a result counts and what they rest on, for the lines below it.
struct TieNotes {
  let network: Network
  let language: Language

  /// Says of which time the ties are.
  ///
  /// - Parameters:
  ///   - period: The period asked about, nil for all time.
  ///   - possible: Whether ties count that may have been alive then.
  ///   - further: How many more may have been alive.
  /// - Returns: A sentence; none for a network without dates.
  func time(_ period: Period?, possible: Bool, furtherPossible further: Int) -> [String] {
    guard let period else {
      return network.ties.haveDates
        ? [
          language(
            "Every tie ever counts; --at 2009 would ask about a time.",
            "過去から現在までのすべてのつながりで数えました。時点は --at 2009 のように指定できます。")
        ] : []
    }
    if possible {
      return [
        language(
          "Ties that were, or may have been, alive in \(period).",
          "\(period) に存続していた、または存続していた可能性のあるつながりで数えました。")
      ]
    }
    return [
      language("Ties definitely alive in \(period)", "\(period) に確実に存続しているつながりで数えました")
        + (further > 0
          ? language(
            "; \(further) more are possible (--possible).",
            "。ほかに\(further)本が存続していた可能性があります（--possible）。")
          : language(".", "。"))
    ]
  }

  /// Says how many ties are stated, inferred and assumed.
  func evidence(of ties: some Collection<Int>) -> String {
    EvidenceCounts(of: ties, in: network).sentence(in: language)
  }

  /// Says so if the data are synthetic.
  var synthetic: [String] {
    language.synthetic(of: network).map {
      [language("Synthetic data: \($0)", "架空のデータです：\($0)")]
    } ?? []
  }
}
