extension DrawingError {
  /// Says why a diagram was not drawn, and what to do about it.
  ///
  /// What Graphviz itself says is repeated as it is.
  ///
  /// - Parameter language: The language to say it in.
  /// - Returns: A sentence, in English that of ``NetworkDrawing/DrawingError/description``.
  public func description(in language: Language) -> String { language(description, japanese) }

  private var japanese: String {
    switch self {
    case .unknownNode(let id, let edge):
      "\(edge + 1)本目の線の端「\(id)」が図にありません。その主体を加えるか、線を除いてください"
    case .duplicateNode(let id):
      "id「\(id)」が重複しています。主体ごとに異なる id を付けてください"
    case .tooLarge(let count, let limit, let of, let advice):
      "\(of == "edges" ? "つながり" : "主体")が\(count)あり、上限の\(limit)を超えています。\(Self.advice(advice))"
    case .pictureTooLarge(let width, let height, let limit):
      "\(width) × \(height) 画素の図は、上限の\(limit)画素を超えます。SVG で書き出すか、主体を減らしてください"
    case .pluginMissing(let name, let message):
      "Graphviz の部品がないため、「\(name)」を使えません。graphviz を入れてください"
        + "（Debian、Ubuntu：apt-get install graphviz libgraphviz-dev、macOS：brew install graphviz）。"
        + "入っている場合は `dot -c` で部品を登録し直せます" + Self.quoted(message)
    case .layoutStopped(let engine, .time(let seconds)):
      "\(engine) による配置は、時間の上限（\(NumberText.shortest((10 * seconds).rounded() / 10)) 秒）で打ち切りました。"
        + "多くの主体に向く --engine force を使うか、--time-limit で時間を延ばしてください"
    case .layoutStopped(let engine, .memory(let bytes)):
      "\(engine) による配置は、メモリーの上限 \(bytes >> 20) MiB で打ち切りました。"
        + "多くの主体に向く --engine force を使うか、--memory-limit で上限を上げてください"
    case .layoutStopped(let engine, .crash(let signal)):
      "\(engine) による配置の途中で Graphviz が異常終了しました（シグナル \(signal)）。"
        + "--engine force など、別の配置方法を使ってください"
    case .graphviz(let step, let message):
      "Graphviz での作図に失敗しました（\(Self.step(step))）" + Self.quoted(message)
    }
  }

  private static func quoted(_ message: String) -> String {
    message.isEmpty ? "" : "。Graphviz の表示：\(message)"
  }

  private static func step(_ step: String) -> String {
    let drawing = "render "
    if step.hasPrefix(drawing) { return "\(step.dropFirst(drawing.count)) の書き出し" }
    return switch step {
    case "open a graph": "図の準備"
    case "lay out": "配置の計算"
    default: "図の組み立て：\(step)"
    }
  }

  private static func advice(_ advice: String) -> String {
    if advice == "write SVG" { return "SVG で書き出してください" }
    guard advice.hasPrefix("use the engine force") else {
      return "最も大きい連結部分や、ある主体のまわりなど、一部だけを描いてください"
    }
    return "--engine force を使うと、\(advice.filter(\.isNumber))まで描けます"
  }
}

extension MissingGlyphs {
  /// Says which characters no font can draw, and what to install.
  ///
  /// - Parameter language: The language to say it in.
  /// - Returns: A sentence, in English that of ``NetworkDrawing/MissingGlyphs/description``.
  public func description(in language: Language) -> String {
    let shown = characters.prefix(12).map(String.init).joined(separator: " ")
    let rest = characters.count > 12 ? " ほか\(characters.count - 12)字" : ""
    let (apt, brew) = packages
    return language(
      description,
      "文字 \(shown)\(rest) を描けるフォントがありません。apt-get install \(apt.joined(separator: " "))、"
        + "または brew install \(brew.joined(separator: " ")) でフォントを入れてください")
  }
}
