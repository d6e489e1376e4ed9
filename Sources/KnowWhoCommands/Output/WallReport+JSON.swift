internal import KnowWho

extension WallReport {
  var json: JSONValue {
    .object(
      [
        ("title", .text(title)), ("synthetic", .optional(network.description.synthetic)),
        ("grouping", .text(grouping)),
      ] + indices + [
        ("chance", chance), ("subgroups", .array(walls.subgroups.indices.map(subgroup))),
        ("ungrouped", .array(walls.ungrouped.map(actor))),
        ("in_several", .array(walls.inSeveral.map(actor))),
        ("introducers", .integer(walls.introducerLimit)),
        ("reach", walls.reach.map(JSONValue.integer) ?? .null),
        ("bridged_by", .array(walls.bridgers.map(bridger))),
        ("new_bridges", .array(walls.newBridges.map(newBridge))),
        ("pairs_left_out", .integer(walls.pairsLeftOut)),
        ("sentences", .array(sentences.map(JSONValue.text))),
      ])
  }

  private var indices: [(String, JSONValue)] {
    let ties = walls.ties
    return [
      ("ties_within", .integer(ties.innerCount)), ("ties_between", .integer(ties.outerCount)),
      ("ei_index", .optional(ties.eiIndex)), ("density_within", .optional(ties.innerDensity)),
      ("density_between", .optional(ties.outerDensity)), ("wall_index", .optional(ties.wallIndex)),
    ]
  }

  private func bridger(_ bridger: Walls.Bridger) -> JSONValue {
    .object([
      ("actor", actor(bridger.actor)),
      ("subgroup", bridger.subgroup.map { .integer($0 + 1) } ?? .null),
      ("other_subgroups", .integer(bridger.subgroupCount)),
      ("ties_to_others", .integer(bridger.tieCount)),
      ("betweenness_across", .number(bridger.betweenness)),
    ])
  }

  private func newBridge(_ bridge: Walls.NewBridge) -> JSONValue {
    .object([
      ("actors", .array(bridge.actors.map(actor))),
      ("subgroups", .array(bridge.subgroups.map { .integer($0 + 1) })),
      ("ties_now", .integer(bridge.tieCount)), ("gain", .integer(bridge.gain)),
      ("exact", .bool(bridge.isExact)),
    ])
  }

  private var grouping: String {
    switch walls.grouping {
    case .column(let column): "column \(column)"
    case .memberships: "memberships"
    case .communities: "communities (Leiden, modularity)"
    }
  }

  private var chance: JSONValue {
    guard let null = walls.null else { return .null }
    return .object([
      ("model", .text(null.model.rawValue)), ("runs", .integer(null.runs)),
      // A seed may be larger than the numbers that JSON readers keep exactly.
      ("seed", .text(String(asked.seed))), ("p", .optional(null.p)),
      ("p_standard_error", .optional(null.pError)),
      ("mean_wall_index", .optional(null.meanWallIndex)),
      ("mean_ei_index", .optional(null.meanEIIndex)),
    ])
  }

  private func subgroup(_ group: Int) -> JSONValue {
    let ties = walls.ties
    let described = walls.subgroups[group]
    let p = walls.null.flatMap { $0.pOfGroups.isEmpty ? nil : $0.pOfGroups[group] }
    return .object([
      ("subgroup", .integer(group + 1)),
      ("name", .optional(described.name ?? described.group.map(name))),
      ("size", .integer(ties.sizes[group])), ("ties_within", .integer(ties.inner[group])),
      ("ties_to_others", .integer(ties.outer[group])),
      ("ei_index", .optional(ties.eiIndex(of: group))),
      ("density_within", .optional(ties.innerDensity(of: group))),
      ("density_to_others", .optional(ties.outerDensity(of: group))),
      ("wall_index", .optional(ties.wallIndex(of: group))), ("p", .optional(p)),
      ("members", .array(described.members.map(actor))),
    ])
  }

  private func actor(_ actor: Int) -> JSONValue {
    .object([("id", .text(network.actors.id(actor))), ("name", .text(name(actor)))])
  }
}
