public import NetworkData

extension Language {
  /// Says when a tie was alive, as far as is known.
  ///
  /// - Parameters:
  ///   - tie: The position of the tie.
  ///   - network: Its network.
  /// - Returns: A phrase such as `since 1991-07, until 1997`; what is not known is left out.
  public func dates(of tie: Int, in network: Network) -> String {
    let dates = network.ties.dates
    let began = start(dates.beganFrom?[tie] ?? nil, dates.beganTo?[tie] ?? nil)
    let ended = end(dates.endedFrom?[tie] ?? nil, dates.endedTo?[tie] ?? nil)
    let known = [began, ended].compactMap { $0 }
    if known.isEmpty { return self("undated", "日付の記録なし") }
    return known.joined(separator: self(", ", "、"))
  }

  private func start(_ from: PartialDate?, _ to: PartialDate?) -> String? {
    switch (from, to) {
    case (nil, nil): nil
    case (let from?, let to?):
      from == to
        ? self("since \(from)", "\(from)から")
        : self("since some day in \(from) to \(to)", "\(from)～\(to)のいずれかの日から")
    case (let from?, nil): self("since \(from) or later", "\(from)以降の日から")
    case (nil, let to?): self("since \(to) or before", "\(to)以前から")
    }
  }

  private func end(_ from: PartialDate?, _ to: PartialDate?) -> String? {
    switch (from, to) {
    case (nil, nil): nil
    case (let from?, let to?):
      from == to
        ? self("until \(from)", "\(from)まで")
        : self("until some day in \(from) to \(to)", "\(from)～\(to)のいずれかの日まで")
    case (let from?, nil): self("until \(from) at least", "少なくとも\(from)まで")
    case (nil, let to?): self("until \(to) at the latest", "遅くとも\(to)まで")
    }
  }

  /// Says what something rests on.
  ///
  /// - Parameter evidence: The grade.
  /// - Returns: A word.
  public func word(for evidence: Evidence) -> String {
    switch evidence {
    case .stated: self("stated", "資料に明記")
    case .inferred: self("inferred", "資料から推定")
    case .assumed: self("assumed", "仮定")
    }
  }

  /// Says what carries a step: what it is, since when, on what evidence, and where that is said.
  ///
  /// - Parameters:
  ///   - carrier: The carrier.
  ///   - network: Its network.
  /// - Returns: A line such as `Tribomics: since 1991-07; stated; III-2(3)`.
  public func line(for carrier: StepCarrier, in network: Network) -> String {
    let ties = network.ties
    func details(_ tie: Int) -> String {
      var parts = [dates(of: tie, in: network)]
      if let evidence = ties.evidence?[tie] ?? nil { parts.append(word(for: evidence)) }
      if let section = ties.sections?[tie], !section.isEmpty { parts.append(section) }
      return parts.joined(separator: self("; ", "；"))
    }
    guard let place = carrier.place else {
      let tie = carrier.ties[0]
      let kind = word(for: ties.kind(tie))
      return (kind.isEmpty ? self("tie", "つながり") : kind) + self(": ", "：") + details(tie)
    }
    let name = name(of: place, in: network)
    let both = carrier.ties.map(details)
    if both[0] == both[1] { return name + self(": ", "：") + both[0] }
    let members = zip(carrier.ties, both).map { tie, text in
      let (source, target) = (Int(ties.sources[tie]), Int(ties.targets[tie]))
      return self.name(of: source == place ? target : source, in: network) + " " + text
    }
    return name + self(": ", "：") + members.joined(separator: " / ")
  }
}
