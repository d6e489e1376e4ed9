internal import NetworkData

extension JSONReader {
  /// Keeps the members of an object as cells of an actor.
  mutating func setActorCells(of object: Int, _ actor: Int, except names: [String]) {
    for (name, value) in flattened(object, except: names) {
      assembly.actorCells.set(name, actor, cell(of: value))
    }
  }

  /// Keeps the members of an object as cells of a tie; numbers that are its strength as that.
  mutating func setTieCells(of object: Int, _ tie: Int, except names: [String]) {
    for (name, value) in flattened(object, except: names) {
      let isNumber = document.kind(of: value) == .number
      let number = isNumber ? DecimalNumber.parse(document.bytes(of: value)[...]) : nil
      if name == "weight", let number {
        weights.setWeight(number, ofTie: tie)
        continue
      }
      if name == "value" { weights.setValue(number, ofTie: tie) }
      assembly.tieCells.set(name, tie, cell(of: value))
    }
  }

  /// Null is an empty cell; a list is kept as it stands.
  private func cell(of value: Int) -> String {
    document.isNull(value) ? "" : document.text(of: value)
  }

  /// The members of an object; those of objects in it under both names, such as `position.x`.
  private func flattened(
    _ object: Int, except names: [String]
  ) -> [(name: String, value: Int)] {
    guard document.kind(of: object) == .object else { return [] }
    var members: [(String, Int)] = []
    var waiting = [(prefix: "", object: object)]
    while let (prefix, object) = waiting.popLast() {
      for (name, value) in document.members(of: object) {
        if prefix.isEmpty, names.contains(name) { continue }
        if document.kind(of: value) == .object {
          waiting.append((prefix + name + ".", value))
        } else {
          members.append((prefix + name, value))
        }
      }
    }
    return members
  }
}
