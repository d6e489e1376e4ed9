/// What a column of an office's sheet holds, told from its name.
enum OfficeColumn: CaseIterable {
  case firm
  case person
  case date
  case meeting
  case attendance
  case hours
  case joined
  case left
  case project
  case began
  case ended
  case contact
  case relation

  /// Returns what a column of a name holds.
  ///
  /// - Parameter name: The name in a header, in Japanese or English.
  /// - Returns: Its meaning; nil for a column without one here.
  static func meaning(of name: String) -> OfficeColumn? {
    meanings[OfficeText.folded(name).lowercased().filter { !$0.isWhitespace && $0 != "_" }]
  }

  /// Names that stand for the column, the usual ones first.
  var names: [String] {
    switch self {
    case .firm:
      [
        "会社名", "firm", "企業名", "会社", "企業", "所属", "所属先", "所属企業", "所属会社", "勤務先", "法人名", "事業所名", "事業所",
        "事業者名", "団体名", "組織名", "会員名", "会員企業", "会員", "参加企業", "company", "companyname", "organisation",
        "organization", "employer", "affiliation", "member", "firmname",
      ]
    case .person:
      [
        "氏名", "person", "名前", "お名前", "代表者", "代表者名", "担当者", "担当者名", "出席者", "出席者名", "参加者", "参加者名",
        "name",
        "attendee", "participant", "personname",
      ]
    case .date: ["日付", "date", "開催日", "例会日", "年月日", "日時", "実施日", "開催日時", "開催年月日", "day"]
    case .meeting:
      [
        "例会", "meeting", "会合", "会議", "会議名", "会合名", "行事", "行事名", "イベント", "例会名", "回", "event",
        "title",
      ]
    case .attendance:
      ["出欠", "attendance", "出席", "出欠状況", "出席状況", "参加", "status", "present", "attended"]
    case .hours: ["時間", "hours", "時間数", "所要時間", "duration"]
    case .joined:
      [
        "入会日", "joined", "入会", "入会年月", "入会年月日", "加入日", "加入", "加入年月", "since", "joindate",
        "membersince",
      ]
    case .left:
      ["退会日", "left", "退会", "退会年月", "退会年月日", "脱退日", "脱会日", "until", "leftdate"]
    case .project:
      ["事業名", "project", "プロジェクト", "プロジェクト名", "案件名", "研究テーマ", "テーマ", "共同事業", "projectname"]
    case .began: ["開始", "began", "開始日", "開始年月", "開始年月日", "着手", "着手日", "start", "from", "begin"]
    case .ended: ["終了", "ended", "終了日", "終了年月", "終了年月日", "完了", "完了日", "end", "to"]
    case .contact:
      [
        "相手先", "contact", "相手", "連絡先", "紹介先", "交流先", "接触先", "面談先", "相手企業", "相手会社", "取引先",
        "contactfirm",
        "contactname",
      ]
    case .relation: ["関係", "relation", "種別", "関係種別", "内容", "つながり", "kind", "relationship"]
    }
  }

  private static let meanings: [String: OfficeColumn] = {
    var meanings: [String: OfficeColumn] = [:]
    for column in allCases { for name in column.names { meanings[name] = column } }
    return meanings
  }()
}
