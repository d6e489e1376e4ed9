internal import KnowWho

extension SuccessionReport {
  /// Says what the numbers mean.
  var notes: [String] {
    [
      lossSentence, rankSentence, partsSentence, heirSentence, gainSentence, balanceSentence,
      countingSentence,
    ].compactMap { $0 }
  }

  private var lossSentence: String {
    let ties = retirement.ties.count
    let who = name(leader)
    let losers = changes.count { $0.loss > 0 }
    return language(
      "If \(who) retires, \(ties) \(ties == 1 ? "tie goes" : "ties go") and the others together "
        + "reach \(after) instead of \(before) organisations (each counted for each actor): a leader "
        + "dependence of \(percent(dependence)); \(losers) of \(changes.count) lose something.",
      "\(who)が引退すると、つながり\(ties)本がなくなり、ほかの主体が届く団体数の合計は\(before)から\(after)に"
        + "なります（リーダー依存度\(percent(dependence))）。\(changes.count)主体のうち\(losers)主体で減ります。")
  }

  private var rankSentence: String? {
    guard let leaderRank, let first = ranking.first else { return nil }
    let who = name(leader)
    let shared = ranking.count { $0.rank == leaderRank.rank } - 1
    let sharing =
      shared > 0 ? language(", together with \(shared) more", "（同順位がほかに\(shared)主体）") : ""
    guard leaderRank.rank > 1 else {
      return language(
        "No other loss would be greater: \(who) ranks first of \(ranking.count)\(sharing).",
        "\(ranking.count)主体のうち、影響が最も大きいのは\(who)です\(sharing)。")
    }
    return language(
      "It ranks \(leaderRank.rank) of \(ranking.count)\(sharing); most hangs on \(name(first.actor)) "
        + "(\(percent(first.share))).",
      "影響の大きさは\(ranking.count)主体のうち\(leaderRank.rank)位です\(sharing)。"
        + "最も影響が大きいのは\(name(first.actor))（\(percent(first.share))）です。") + alikeSentence
  }

  /// Says how the leader ranks among actors of its own kind.
  private var alikeSentence: String {
    guard let kind = network.actors.kind(leader), let leaderRank else { return "" }
    let alike = ranking.filter { network.actors.kind($0.actor) == kind }
    let rank = 1 + alike.count { $0.rank < leaderRank.rank }
    return language(
      " Among the \(alike.count) of its kind (\(kind.rawValue)) it ranks \(rank).",
      "同じ種類（\(language.word(for: kind))）の\(alike.count)主体の中では\(rank)位です。")
  }

  private var partsSentence: String {
    let (old, new) = (separation.before, separation.after)
    let cut = separation.cutOff
    return language(
      "The network falls into \(new.count) \(new.count == 1 ? "part" : "parts") instead of "
        + "\(old.count), the largest of \(new.first ?? 0) instead of \(old.first ?? 0) actors. "
        + (cut.isEmpty ? "Nobody else leaves the largest part" : "Out of it fall: \(names(cut))")
        + (alone.isEmpty
          ? "; nobody is left without reach." : "; left without reach: \(names(alone))."),
      "ネットワークのまとまりは\(old.count)個から\(new.count)個に、最大のまとまりは\(old.first ?? 0)主体から"
        + "\(new.first ?? 0)主体になります。"
        + (cut.isEmpty ? "ほかに最大のまとまりから離れる主体はありません" : "最大のまとまりから離れる主体：\(names(cut))")
        + (alone.isEmpty ? "。どこにも届かなくなる主体はありません。" : "。どこにも届かなくなる主体：\(names(alone))。"))
  }

  private var heirSentence: String? {
    guard let heir = retirement.heir, let inheritance, let detail else { return nil }
    let share = Decimals.fixed(detail.share, 2)
    let row = inheritance.actors.firstIndex(of: heir)
    let earlier = row.map { inheritance.before[$0] } ?? 0
    let ties = retirement.inheritable.count
    let dependence = detail.dependence.map { text($0, places: 1, scale: 100) + " %" } ?? "–"
    let how =
      inheritance.runs.map {
        language(
          "simulated in \($0) runs, ± is a 95 % interval", "シミュレーション\($0)回。±は95％区間")
      } ?? language("exact", "すべての場合を計算した正確な値")
    return language(
      "If \(name(heir)) keeps each of the \(ties) \(ties == 1 ? "tie" : "ties") it can inherit with "
        + "probability \(share), the dependence is \(dependence) (\(how)), and its own reach goes from "
        + "\(earlier) to \(text(detail.heir)); \(retirement.ties.count - ties) cannot be inherited.",
      "\(name(heir))が引き継げるつながり\(ties)本をそれぞれ確率\(share)で引き継ぐと、依存度は\(dependence)（\(how)）、"
        + "本人が届く団体数は\(earlier)から\(text(detail.heir))になります。引き継げないつながりは"
        + "\(retirement.ties.count - ties)本です。")
  }

  /// Says why a dependence may lie below 0.
  private var gainSentence: String? {
    guard let heir = retirement.heir, let points = inheritance?.points,
      points.contains(where: { ($0.dependence?.mean ?? 0) < 0 })
    else { return nil }
    return language(
      "A dependence below 0 means that the network reaches more than before: \(name(heir)) then "
        + "unites what two held, so that fewer introducers lead to more organisations.",
      "依存度が0を下回るのは、全体として引退前より多くの団体に届くことを示します。"
        + "2者に分かれていたつながりが\(name(heir))にまとまり、より少ない紹介者で届くようになるためです。")
  }

  /// Whether a limit came before the catalysers.
  private var isCut: Bool { catalyserDependence == nil && ranking.isEmpty }

  private var balanceSentence: String? {
    guard let catalysers, !isCut else { return nil }
    let shares = "\(percent(dependence)), \(percent(catalyserDependence))"
    guard let balance else {
      return language(
        "The balance with \(names(catalysers)) is not defined: nothing hangs on either (\(shares)).",
        "\(names(catalysers))との均衡は定義できません。どちらにも依存していないためです（\(shares)）。")
    }
    return language(
      "On \(names(catalysers)) together hang \(percent(catalyserDependence)): a balance of "
        + "\(Decimals.fixed(balance, 2)), where 1 means that as much hangs on either side.",
      "\(names(catalysers))がまとめて抜けると\(percent(catalyserDependence))が失われます。均衡は"
        + "\(Decimals.fixed(balance, 2))です（1は両者への依存が等しいことを示します）。")
  }

  private var countingSentence: String {
    let limit = departures.introducers
    return language(
      "Counted are distinct organisations within \(limit) \(limit == 1 ? "introducer" : "introducers"); "
        + "who retires is no target.", "紹介者\(limit)人までで届く団体を数えました。引退する主体自身は数えません。")
  }
}
