extension NetworkCharts {
  /// Returns from when to when each member was in a group, as bars whose uncertain ends fade.
  ///
  /// - Parameters:
  ///   - group: The group.
  ///   - period: The time shown; nil takes that of the observation.
  /// - Returns: The chart; nil where the group has no member, or no time is known.
  public func members(of group: Int, in period: Period? = nil) -> SpanChart? {
    let (ties, codes) = (network.ties, KindCodes(network))
    var lifetimes: [Int: [Lifetime]] = [:]
    for tie in ties.indices where ties.kind(tie) == .membership {
      let (member, host) = membership(tie, codes)
      guard host == group, member != group else { continue }
      lifetimes[member, default: []].append(ties.lifetime(tie))
    }
    guard !lifetimes.isEmpty, let shown = shownPeriod(period, Array(lifetimes.values.joined()))
    else { return nil }
    // Who is known to have been there first comes first.
    let starts = lifetimes.mapValues { lifetimes in
      lifetimes.filter { $0.latestStart <= $0.earliestEnd }.map(\.latestStart).min() ?? .max
    }
    let members = lifetimes.keys.sorted { one, other in
      let (first, second) = (starts[one] ?? .max, starts[other] ?? .max)
      if first != second { return first < second }
      let lengths = (network.actors.id(one).count, network.actors.id(other).count)
      return lengths.0 != lengths.1
        ? lengths.0 < lengths.1 : network.actors.precedes(one, other)
    }
    let rows = members.map { member in
      SpanChart.Row(
        name: language.name(of: member, in: network),
        spans: (lifetimes[member] ?? []).map(Self.span))
    }
    let name = language.name(of: group, in: network)
    var chart = SpanChart(
      title: language("Members of \(name)", "\(name)の会員"), notes: notes, rows: rows,
      period: shown,
      words: (
        language("certainly a member", "確実に会員"),
        language("perhaps a member: the date is known by bounds only", "会員だった可能性あり（日付に幅がある）")
      ), foot: foot + source, languageCode: language.rawValue)
    chart.style = ChartStyle(style)
    return chart
  }

  /// The group with the most members, nil where nobody is one.
  public var largestGroup: Int? {
    let codes = KindCodes(network)
    var counts: [Int: Int] = [:]
    for tie in network.ties.indices where network.ties.kind(tie) == .membership {
      counts[membership(tie, codes).group, default: 0] += 1
    }
    return counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key
  }

  /// The member and the group of a membership; where neither end is of the kind `group`, as in a
  /// cluster, the target is it.
  private func membership(_ tie: Int, _ codes: KindCodes) -> (member: Int, group: Int) {
    codes.membership(tie) ?? (Int(network.ties.sources[tie]), Int(network.ties.targets[tie]))
  }

  private static func span(_ lifetime: Lifetime) -> SpanChart.Span {
    func moment(_ day: Int) -> Double? {
      day == .min || day == .max ? nil : Self.years(day)
    }
    return SpanChart.Span(
      earliestStart: moment(lifetime.earliestStart), latestStart: moment(lifetime.latestStart),
      earliestEnd: moment(lifetime.earliestEnd), latestEnd: moment(lifetime.latestEnd))
  }

  /// A day `yyyymmdd` in years, each month a twelfth.
  private static func years(_ day: Int) -> Double {
    Double(day / 10_000) + Double(day / 100 % 100 - 1) / 12 + Double(day % 100 - 1) / 372
  }

  private func shownPeriod(_ period: Period?, _ lifetimes: [Lifetime]) -> ClosedRange<Double>? {
    if let period { return Self.years(period.firstDay)...(Self.years(period.lastDay)) }
    let known = lifetimes.flatMap {
      [$0.earliestStart, $0.latestStart, $0.earliestEnd, $0.latestEnd]
    }.filter { $0 != .min && $0 != .max }.map(Self.years)
    let from = network.description.observedFrom.map { Self.years($0.earliestDay) } ?? known.min()
    let to = network.description.observedTo.map { Self.years($0.latestDay) } ?? known.max()
    guard let from, let to, from < to else { return nil }
    return from.rounded(.down)...to
  }
}
