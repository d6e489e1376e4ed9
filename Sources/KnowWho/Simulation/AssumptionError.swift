public import GraphModels
internal import NetworkData
internal import NetworkFiles

/// Why assumptions cannot be taken as they are written.
public struct AssumptionError: Error, Sendable, Equatable {
  /// What was found, what may be, and what to do.
  public let problem: Phrase

  init(_ english: String, _ japanese: String) {
    problem = Phrase(english, japanese)
  }
}

extension Assumption {
  /// Returns a value as it is written: a choice by its name, numbers in short.
  ///
  /// - Parameter value: A value that the assumption allows.
  /// - Returns: Such as `0.25` or `saturating`.
  public func text(of value: Double) -> String {
    let choices = meaning.choices
    let index = Int(value)
    return choices.indices.contains(index) ? choices[index] : NumberText.shortest(value)
  }

  /// What may be assumed, for messages.
  var allowed: Phrase {
    let meaning = meaning
    if !meaning.choices.isEmpty {
      return Phrase(
        meaning.choices.joined(separator: " or "), meaning.choices.joined(separator: "、"))
    }
    let low = NumberText.shortest(meaning.range.lowerBound)
    let high = NumberText.shortest(meaning.range.upperBound)
    return meaning.isWhole
      ? Phrase("a whole number from \(low) to \(high)", "\(low)から\(high)までの整数")
      : Phrase("a number from \(low) to \(high)", "\(low)から\(high)までの数")
  }

  /// Reads a name and a value.
  ///
  /// - Parameters:
  ///   - name: Such as `A2` or `A9.weak`, in any case of letters.
  ///   - value: A number, or the name of a choice.
  /// - Returns: Which assumption, and what it is to be.
  /// - Throws: ``AssumptionError`` with the nearest names, or the range.
  public static func read(
    _ name: String, _ value: String
  ) throws(AssumptionError) -> (Assumption, Double) {
    let known = allCases.map(\.rawValue)
    guard let assumption = allCases.first(where: { $0.rawValue.lowercased() == name.lowercased() })
    else {
      let parts = known.filter { $0.lowercased().hasPrefix(name.lowercased() + ".") }
      let near =
        parts.isEmpty
        ? known.sorted {
          (Spelling.distance($0.lowercased(), name.lowercased()), $0)
            < (Spelling.distance($1.lowercased(), name.lowercased()), $1)
        }.prefix(3).map { $0 } : parts
      throw AssumptionError(
        "there is no assumption \(name); nearest: \(near.joined(separator: ", ")). All: "
          + known.joined(separator: ", "),
        "\(name) という仮定はありません。近いもの：\(near.joined(separator: "、"))。すべて："
          + known.joined(separator: "、"))
    }
    let choice = assumption.meaning.choices.firstIndex(of: value.lowercased())
    // Choices go by name only, so that nobody counts them.
    let number =
      choice.map(Double.init) ?? (assumption.meaning.choices.isEmpty ? Double(value) : nil)
    guard let number, assumption.allows(number) else {
      throw AssumptionError(
        "\(assumption.rawValue)=\(value): \(assumption.meaning.english); write "
          + assumption.allowed.english,
        "\(assumption.rawValue)=\(value)：\(assumption.meaning.japanese)。"
          + "\(assumption.allowed.japanese)を指定してください")
    }
    return (assumption, number)
  }
}

extension GroupAssumptions {
  /// Reads assumptions as the command line and files give them.
  ///
  /// - Parameters:
  ///   - path: A YAML file of lines such as `A2: 5`; nil where there is none.
  ///   - settings: Texts such as `A2=5`, which override the file.
  /// - Returns: The assumptions; what is not said is as usual.
  /// - Throws: ``AssumptionError``, or ``NetworkFiles/FileProblem`` with the line of the file.
  public static func read(file path: String?, settings: [String]) throws -> GroupAssumptions {
    var changes: [(Assumption, Double)] = []
    if let path {
      for entry in try YAMLEntries.read(path: path) {
        do {
          changes.append(try Assumption.read(entry.key, entry.value))
        } catch {
          throw FileProblem(path, line: entry.line, error.problem)
        }
      }
    }
    for setting in settings {
      let parts = setting.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else {
        throw AssumptionError(
          "\(setting): write a name and a value, such as A2=5",
          "\(setting)：A2=5 のように、名前と値を書いてください")
      }
      changes.append(try Assumption.read(String(parts[0]), String(parts[1])))
    }
    do {
      return try GroupAssumptions(changes)
    } catch {
      throw error.asAssumptionError
    }
  }

  /// The assumptions as YAML, each with its meaning as a comment; reading it gives the same.
  public var yaml: String {
    Assumption.allCases.map { assumption in
      "\(assumption.rawValue): \(assumption.text(of: self[assumption]))  # "
        + "\(assumption.meaning.english)\n"
    }.joined()
  }
}

extension GroupAssumptions.Problem {
  fileprivate var asAssumptionError: AssumptionError {
    switch self {
    case .notAllowed(let assumption, let value):
      AssumptionError(
        "\(assumption.rawValue)=\(value): write \(assumption.allowed.english)",
        "\(assumption.rawValue)=\(value)：\(assumption.allowed.japanese)を指定してください")
    case .knownCostsMore:
      AssumptionError(
        "A3, what a known tie costs, is above A2, what a strong one costs; lower A3 or raise A2",
        "A3（弱いつながりの時間）が A2（強いつながりの時間）を超えています。A3を下げるか、A2を上げてください")
    case .poolTooSmall(let needed):
      AssumptionError(
        "A7 and A8 draw \(needed) contacts a member out of a pool of fewer; raise A8.pool",
        "A7とA8では1人あたり\(needed)件を共通の候補から選びますが、候補がそれより少なくなっています。A8.pool を増やしてください")
    }
  }
}
