/// The parts of a name that may differ while it is the same organisation or person.
struct NameForms {
  /// The name with widths, blanks and legal forms folded: the same for `㈱山田工業` and `株式会社 山田工業`.
  let spelled: String

  /// The name without a legal form and blanks.
  let core: String

  /// The core with old kanji made new, small kana large, and long marks dropped.
  let sound: String

  /// Its legal form, such as 株式会社; empty without one.
  let legalForm: String

  /// 様, さん and the like behind the name of a person; empty without one.
  let honorific: String

  /// Whether the legal form stands before the name.
  let isFormFirst: Bool

  /// Takes a name apart.
  ///
  /// - Parameter name: The name of an organisation or a person.
  init(_ name: String) {
    let folded = OfficeText.folded(name).filter { !$0.isWhitespace && $0 != "・" }
    var core = folded
    var legalForm = ""
    var isFormFirst = false
    for (form, spellings) in Self.legalForms where legalForm.isEmpty {
      for spelling in spellings {
        let small = core.lowercased()
        guard small.count > spelling.count else { continue }
        if small.hasPrefix(spelling), !Self.isLatin(spelling) {
          (legalForm, isFormFirst) = (form, true)
          core = String(core.dropFirst(spelling.count))
          break
        }
        if small.hasSuffix(spelling) {
          legalForm = form
          core = String(core.dropLast(spelling.count))
          break
        }
      }
    }
    while let last = core.last, ",.".contains(last) { core.removeLast() }
    let honorific = Self.honorifics.first { core.hasSuffix($0) && core.count > $0.count + 1 }
    self.honorific = legalForm.isEmpty ? honorific ?? "" : ""
    core = String(core.dropLast(self.honorific.count))
    self.core = core
    self.legalForm = legalForm
    self.isFormFirst = isFormFirst
    spelled = isFormFirst ? legalForm + core : core + self.honorific + legalForm
    sound = Self.sound(of: core)
  }

  private static func isLatin(_ text: String) -> Bool {
    text.first?.isASCII == true && text.first != "("
  }

  private static func sound(of core: String) -> String {
    var sound = String.UnicodeScalarView()
    for scalar in core.lowercased().unicodeScalars {
      if let large = largeKana[scalar] {
        sound.append(large)
      } else if let new = newKanji[scalar] {
        sound.append(new)
      } else if !["ー", "-", "~", "〜", "'", "."].contains(scalar) {
        sound.append(scalar)
      }
    }
    return String(sound)
  }

  /// Legal forms, each with its spellings, wide characters folded and in lower case, longest first.
  private static let legalForms: [(form: String, spellings: [String])] = [
    (
      "株式会社",
      ["株式会社", "(株)", "株)", "kabushikikaisha", "co.,ltd.", "co.,ltd", "inc.", "corp.", "k.k."]
    ),
    ("有限会社", ["有限会社", "(有)"]),
    ("合同会社", ["合同会社", "(同)", "llc"]),
    ("合資会社", ["合資会社", "(資)"]),
    ("合名会社", ["合名会社", "(名)"]),
    ("一般社団法人", ["一般社団法人", "(一社)"]),
    ("公益財団法人", ["公益財団法人", "(公財)"]),
    ("協同組合", ["協同組合", "(協)"]),
    ("特定非営利活動法人", ["特定非営利活動法人", "npo法人"]),
  ]

  private static let honorifics = ["様", "さま", "さん", "殿", "先生"]

  private static let largeKana: [Unicode.Scalar: Unicode.Scalar] = pairs(
    "ァアィイゥウェエォオッツャヤュユョヨヮワヵカヶケぁあぃいぅうぇえぉおっつゃやゅゆょよゎわヴウヰイヱエヲオ")

  /// Old and variant kanji of names, each before the form that is usual now.
  private static let newKanji: [Unicode.Scalar: Unicode.Scalar] = pairs(
    "齋斎斉斎齊斎髙高﨑崎嵜崎碕崎澤沢邊辺邉辺濱浜濵浜廣広國国學学會会榮栄惠恵眞真圓円實実德徳瀨瀬櫻桜龍竜檜桧條条嶋島嶌島萬万與与豐豊寶宝壽寿禮礼應応鐵鉄藏蔵驛駅縣県關関寬寛曾曽冨富"
      + "峯峰舘館螢蛍靜静黑黒緖緒𠮷吉橫横淸清增増戶戸步歩齡齢總総體体藝芸假仮當当價価")

  private static func pairs(_ text: String) -> [Unicode.Scalar: Unicode.Scalar] {
    let scalars = Array(text.unicodeScalars)
    var map: [Unicode.Scalar: Unicode.Scalar] = [:]
    for place in stride(from: 0, to: scalars.count - 1, by: 2) {
      map[scalars[place]] = scalars[place + 1]
    }
    return map
  }
}
