package import NetworkData

/// A column of a network as formats with named values hold it.
package struct NamedColumn {
  /// What its cells are.
  package enum Kind {
    case text
    case integer
    case real
  }

  /// Its name: that of the folder format, but `weight` for strengths, as other programs say.
  package let name: String

  /// What all its filled cells are.
  package let kind: Kind

  /// The text of a cell, empty where nothing was given.
  package let cell: (Int) -> String

  /// Whether the first cell is empty, so that a reader would meet later columns before it.
  package let isLate: Bool
}

/// All columns of a network, for formats with named values.
package struct NamedColumns {
  /// The columns of actors besides the id.
  package let actors: [NamedColumn]

  /// The columns of ties besides their ends and directions.
  package let ties: [NamedColumn]

  /// Whether there are several ties between the same actors.
  package let hasParallels: Bool

  /// What a network is about, by the names of `network.yaml`.
  package let description: [(name: String, value: String)]

  /// Returns the columns of a network.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - texts: Names of attributes of ties that a reader would take for strengths if they held
  ///     numbers: those are given as texts.
  /// - Complexity: O(cells), as it is looked whether attributes are numbers.
  package init(_ network: Network, texts: [String] = ["weight"]) {
    let (actors, ties) = (network.actors, network.ties)
    var columns: [NamedColumn] = []
    func add(_ name: String, kind: NamedColumn.Kind = .text, _ cell: ((Int) -> String)?) {
      guard let cell else { return }
      columns.append(NamedColumn(name: name, kind: kind, cell: cell, isLate: false))
    }
    func addAll(_ attributes: [Attribute], texts: [String]) {
      for attribute in attributes {
        let values = attribute.values
        columns.append(
          NamedColumn(
            name: attribute.name,
            kind: texts.contains(attribute.name) ? .text : Self.kind(of: values),
            cell: { values[$0] }, isLate: values.first?.isEmpty ?? false))
      }
    }
    add("name", actors.names.map { names in { names[$0] } })
    add("name_ja", actors.namesJa.map { names in { names[$0] } })
    add("kind", actors.kinds.map { kinds in { kinds[$0] } })
    addAll(actors.attributes, texts: [])
    self.actors = columns

    columns = []
    func number(_ value: Double) -> String { value.isNaN ? "" : NumberText.shortest(value) }
    func date(_ name: String, _ dates: [PartialDate?]?) {
      add(name, dates.map { dates in { dates[$0]?.description ?? "" } })
    }
    let hasWeight = ties.attributes.contains { $0.name == "weight" }
    add("kind", ties.kinds.map { kinds in { kinds[$0] } })
    add(
      hasWeight ? "strength" : "weight", kind: .real,
      ties.strengths.map { strengths in { number(strengths[$0]) } })
    add("distance", kind: .real, ties.distances.map { distances in { number(distances[$0]) } })
    date("began_from", ties.dates.beganFrom)
    date("began_to", ties.dates.beganTo)
    date("ended_from", ties.dates.endedFrom)
    date("ended_to", ties.dates.endedTo)
    add("evidence", ties.evidence.map { grades in { grades[$0]?.rawValue ?? "" } })
    add("section", ties.sections.map { sections in { sections[$0] } })
    add(
      "through",
      ties.through.map { carriers in { carriers[$0].map { actors.ids[Int($0)] } ?? "" } })
    add("note", ties.notes.map { notes in { notes[$0] } })
    addAll(ties.attributes, texts: texts)
    self.ties = columns

    let lost = NetworkContent.everything.subtracting(.parallelTies).losses(of: network)
    hasParallels = !lost.isEmpty

    let told = network.description
    description = [
      ("title", told.title), ("title_ja", told.titleJa), ("source", told.source),
      ("source_ja", told.sourceJa), ("synthetic", told.synthetic),
      ("synthetic_ja", told.syntheticJa), ("observed_from", told.observedFrom?.description),
      ("observed_to", told.observedTo?.description),
    ].compactMap { name, value in value.map { (name, $0) } }
  }

  private static func kind(of values: TextColumn) -> NamedColumn.Kind {
    var kind = NamedColumn.Kind.text
    for position in values.indices {
      let value = values.utf8(at: position)
      if value.isEmpty { continue }
      guard JSONNumber.fills(value.span) else { return .text }
      // Readers hold whole numbers in 32 or 64 bits.
      let isWhole = value.count <= 9 && value.allSatisfy { $0.isNumber || $0 == 0x2D }
      kind = isWhole && kind != .real ? .integer : .real
    }
    return kind
  }
}

extension UInt8 {
  /// Whether it is a decimal digit.
  var isNumber: Bool { Ascii.digit(self) < 10 }
}
