public import NetworkData

extension IntroductionChain {
  /// Returns the chain by name: `H → U → C → D`.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - language: The language of names.
  /// - Returns: The names, with arrows between them.
  public func names(in network: Network, _ language: Language) -> String {
    actors.map { language.name(of: $0, in: network) }.joined(separator: " → ")
  }

  /// Says what there is to know before relying on the chain.
  ///
  /// - Parameters:
  ///   - warning: One of ``warnings``.
  ///   - network: The network.
  ///   - period: The time asked about; nil where every tie counts.
  ///   - language: The language to say it in.
  /// - Returns: A sentence.
  public func sentence(
    for warning: Warning, in network: Network, at period: Period?, _ language: Language
  ) -> String {
    func step(_ index: Int) -> String {
      let names = [steps[index].from, steps[index].to].map { language.name(of: $0, in: network) }
      return names.joined(separator: language(" – ", "と"))
    }
    let time =
      period?.description ?? network.description.observedTo?.description
      ?? language("then", "その時点")
    switch warning {
    case .ended(let index):
      return language(
        "\(step(index)): what ties them had ended before \(time).",
        "\(step(index))：両者のつながりは\(time)より前に終わっています。")
    case .onlyPossible(let index):
      return language(
        "\(step(index)): the tie may have been alive in \(time), but need not.",
        "\(step(index))：つながりは\(time)に存続していた可能性がありますが、確実ではありません。")
    case .left(let introducer, let group):
      let (who, what) = (
        language.name(of: introducer, in: network), language.name(of: group, in: network)
      )
      return language(
        "\(who) had left \(what) before \(time).", "\(who)は\(time)より前に\(what)を退会しています。")
    case .assumed(let index):
      return language(
        "\(step(index)): the tie is assumed.", "\(step(index))：このつながりは仮定です。")
    case .inferred(let index):
      return language(
        "\(step(index)): the tie is inferred, not stated.",
        "\(step(index))：このつながりは資料からの推定で、明記されたものではありません。")
    case .outOfOrder:
      return language(
        "Not in the order of time: a tie ended before an earlier one of the chain began.",
        "時間の順に合いません：手前のつながりが始まる前に、先のつながりが終わっています。")
    case .perhapsOutOfOrder:
      return language(
        "Perhaps not in the order of time: it is not known that each tie outlived the beginning of "
          + "those before it.",
        "時間の順に合わない可能性があります：手前のつながりが始まるまで、先のつながりが続いていたかどうか不明です。")
    }
  }
}

extension IntroductionChain.Warning {
  /// A word for the warning in tables that programs read.
  public var code: String {
    switch self {
    case .ended: "ended"
    case .onlyPossible: "onlyPossible"
    case .left: "left"
    case .assumed: "assumed"
    case .inferred: "inferred"
    case .outOfOrder: "outOfOrder"
    case .perhapsOutOfOrder: "perhapsOutOfOrder"
    }
  }
}
