internal import KnowWho

extension ComparisonError {
  /// Returns what to tell the user, who gave these networks.
  func failure(_ networks: [String], _ language: Language) -> CommandFailure {
    func predictor(_ index: Int) -> String {
      networks.indices.contains(index + 1) ? networks[index + 1] : "\(index + 1)"
    }
    switch self {
    case .parameterOutOfRange(let name, let value, let allowed):
      return .usage(
        MeasureError.parameterOutOfRange(name: name, value: value, allowed: allowed)
          .description(in: language))
    case .sizesDiffer(let first, let second):
      return .data(
        language(
          "the networks have \(first) and \(second) actors; give networks of the same actors",
          "主体の数が\(first)と\(second)で異なります。同じ主体のネットワークを指定してください"))
    case .notFinite(let value, _, _):
      return .data(
        language("a strength is \(value), not a finite number", "強さ \(value) は有限の数ではありません"))
    case .tooManyPredictors(let count, let pairs):
      return .data(
        language(
          "\(count) networks cannot be told apart by \(pairs) pairs of actors; give fewer networks "
            + "or more actors",
          "\(pairs)組では\(count)個のネットワークの効果を分けられません。説明するネットワークを減らすか、主体を増やしてください"))
    case .constantResponse:
      return .data(
        language(
          "\(networks.first ?? ""): all pairs are tied alike, so there is nothing to explain",
          "\(networks.first ?? "")：どの組もつながり方が同じなので、説明するものがありません"))
    case .constantPredictor(let index):
      return .data(
        language(
          "\(predictor(index)): all pairs are tied alike, so it explains nothing; leave it out",
          "\(predictor(index))：どの組もつながり方が同じで、何も説明しません。除いてください"))
    case .collinearPredictor(let index):
      return .data(
        language(
          "\(predictor(index)) follows from the networks before it, so its own part is not defined; "
            + "leave one of them out",
          "\(predictor(index)) はその前のネットワークから決まってしまい、固有の効果を求められません。どれか一つを除いてください"))
    case .needsDirections:
      return .usage(
        language(
          "--given dyad-census: the ties of this network have no directions; use --given edges",
          "--given dyad-census：このネットワークのつながりには向きがありません。--given edges を使ってください"))
    case .directionsDiffer:
      return .data(
        language(
          "one network has directions and the other has none; add --undirected",
          "一方のネットワークだけに向きがあります。--undirected を付けてください"))
    }
  }
}
