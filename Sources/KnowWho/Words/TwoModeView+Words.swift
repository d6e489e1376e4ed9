extension TwoModeView.Failure {
  /// Says why a view is not of two modes, and what to do.
  ///
  /// - Parameter language: The language to say it in.
  /// - Returns: A sentence, in English that of ``description``.
  public func description(in language: Language) -> String {
    switch self {
    case .kinds(let kinds):
      language(
        description,
        "二種類の主体の間のつながりが必要ですが、主体が\(kinds.count)種類あります"
          + (kinds.isEmpty ? "" : "（\(kinds.joined(separator: "、"))）")
          + "。二種類の間のつながりを --ties で選んでください")
    case .tieWithin(let kind, let source, let target):
      language(
        description, "種類の異なる主体の間のつながりだけが使えますが、\(source) と \(target) はどちらも \(kind) です")
    }
  }
}
