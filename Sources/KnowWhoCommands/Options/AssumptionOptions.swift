internal import ArgumentParser
internal import KnowWho

/// What a model assumes.
struct AssumptionOptions: ParsableArguments {
  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      Language.ofCommandLine(
        "Assume otherwise, such as A2=5; may be repeated. See knowwho simulate --list-assumptions.",
        "仮定の値を変えます（A2=5 など。くり返し可）。一覧は knowwho simulate --list-assumptions で示します。"),
      valueName: "name=value"))
  var settings: [String] = []

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "Read assumptions from this YAML file of lines such as A2: 5.",
        "仮定を、「A2: 5」のような行からなるYAMLファイルから読み込みます。"), valueName: "file"))
  var assumptions: String?

  /// Reads them.
  func read(in language: Language) throws -> GroupAssumptions {
    do {
      return try GroupAssumptions.read(file: assumptions, settings: settings)
    } catch let error as AssumptionError {
      throw CommandFailure.usage("--set: " + error.problem.text(in: language))
    }
  }

  /// The table of all assumptions.
  static func table(_ language: Language) -> String {
    let all = Assumption.allCases
    return TextTable(columns: [
      .init(title: language("name", "名前"), isNumeric: false, cells: all.map(\.rawValue)),
      .init(
        title: language("default", "既定"), isNumeric: true,
        cells: all.map { $0.text(of: $0.meaning.standard) }),
      .init(
        title: language("range", "範囲"), isNumeric: false,
        cells: all.map { assumption in
          let (range, choices) = (assumption.meaning.range, assumption.meaning.choices)
          return choices.isEmpty
            ? "\(NumberText.shortest(range.lowerBound))–\(NumberText.shortest(range.upperBound))"
            : choices.joined(separator: ", ")
        }),
      .init(
        title: language("meaning", "意味"), isNumeric: false,
        cells: all.map { language($0.meaning.english, $0.meaning.japanese) }),
      .init(
        title: language("rests on", "根拠（英語）"), isNumeric: false, cells: all.map(\.meaning.source)),
    ]).text
  }
}

/// Sizes of groups as they are written: numbers and ranges, separated by commas.
enum SizeList {
  /// The largest group that is simulated.
  static let limit = 2000

  /// Reads sizes; of a range some twenty, evenly spaced by ratio, with 16 and 495 among them.
  static func read(_ text: String, _ language: Language) throws -> [Int] {
    var sizes: [Int] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = part.split(separator: ".", omittingEmptySubsequences: false)
      if let size = Int(part), (1...limit).contains(size) {
        sizes.append(size)
      } else if ends.count == 3, ends[1].isEmpty, let low = Int(ends[0]), let high = Int(ends[2]),
        low >= 1, low < high, high <= limit
      {
        sizes += spaced(low, high)
      } else {
        throw CommandFailure.usage(
          language(
            "--size \(text): write sizes from 1 to \(limit), such as 5..1000 or 16,495",
            "--size \(text)：5..1000 や 16,495 のように、1から\(limit)までの人数を書いてください"))
      }
    }
    return Set(sizes).sorted()
  }

  private static func spaced(_ low: Int, _ high: Int) -> [Int] {
    guard high - low >= 20 else { return Array(low...high) }
    let steps = 19.0
    // The ratio of neighbors, by halving.
    var (least, most) = (1.0, Double(high) / Double(low))
    for _ in 0..<200 {
      let middle = (least + most) / 2
      let power = (0..<19).reduce(Double(low)) { product, _ in product * middle }
      if power < Double(high) { least = middle } else { most = middle }
    }
    var sizes: [Int] = []
    var size = Double(low)
    for _ in 0...Int(steps) {
      sizes.append(Int(size.rounded()))
      size *= least
    }
    for asked in [16, 495] where asked > low && asked < high {
      let inner = 1..<(sizes.count - 1)
      if let nearest = inner.min(by: { abs(sizes[$0] - asked) < abs(sizes[$1] - asked) }) {
        sizes[nearest] = asked
      }
    }
    sizes[sizes.count - 1] = high
    return Set(sizes).sorted()
  }
}
