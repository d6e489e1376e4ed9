extension ActorNameError {
  /// Says what is wrong with a name, and what to do.
  ///
  /// - Parameter language: The language to say it in.
  /// - Returns: A sentence, in English that of ``NetworkData/ActorNameError/description``.
  public func description(in language: Language) -> String {
    switch self {
    case .unknown(let name, let nearest):
      language(
        description,
        "「\(name)」という名前の主体はありません。"
          + (nearest.isEmpty
            ? "IDまたは名前を書いてください" : "\(nearest.joined(separator: "、")) のことでしょうか"))
    case .ambiguous(let name, let ids):
      language(
        description,
        "「\(name)」という名前の主体が\(ids.count)あります。IDを書いてください："
          + ids.prefix(8).joined(separator: "、") + (ids.count > 8 ? "…" : ""))
    }
  }
}
