internal import NetworkData

extension ActorKind {
  /// Tells what an organisation is from the end of its name; what has a legal form, or an end that tells
  /// nothing, is a firm.
  ///
  /// - Parameter name: The name, such as 九州工業大学.
  init(ofOrganisation name: String) {
    let forms = NameForms(name)
    let kind = Self.ends.first {
      forms.legalForm.isEmpty && $0.end.contains(where: forms.core.hasSuffix)
    }
    self = kind?.kind ?? .firm
  }

  private static let ends: [(end: [String], kind: ActorKind)] = [
    (["大学", "大学院", "高専", "高等専門学校", "University"], .university),
    (["市", "市役所", "町役場", "村役場", "県", "県庁"], .municipality),
    (["経済産業局", "財務局", "労働局", "省", "庁"], .agency),
    (["協会", "協議会", "商工会議所", "商工会", "連合会", "組合", "財団"], .association),
    (["会", "プラザ", "クラブ"], .group),
  ]
}
