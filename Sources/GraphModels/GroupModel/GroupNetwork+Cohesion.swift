extension GroupNetwork {
  /// Fills in the figures that ties alone decide.
  func describeTies(_ figures: inout GroupFigures, walls groups: [Int], count: Int) {
    let size = population.size
    let pairs = Double(size * (size - 1) / 2)
    var near = [Int](repeating: -1, count: size)
    var (strong, known, close, triangles, triples) = (0, 0, 0, 0, 0)
    var strongRows = [[Int]](repeating: [], count: size)
    var sistersKnown = 0
    for member in 0..<size {
      for place in row(member) {
        known += 1
        if classes[place] == .strong { strongRows[member].append(Int(ends[place])) }
        if Int(ends[place]) >= size { sistersKnown += 1 }
      }
      let degree = strongRows[member].count
      strong += degree
      triples += degree * (degree - 1) / 2
    }
    // A stamp of 2i + 1 marks neighbors of i, 2i + 2 those within two strong ties of it.
    for member in 0..<size {
      for next in strongRows[member] { near[next] = 2 * member + 1 }
      close += strongRows[member].count
      for next in strongRows[member] {
        for end in strongRows[next] where end != member {
          if near[end] == 2 * member + 1 {
            triangles += 1
          } else if near[end] != 2 * member + 2 {
            near[end] = 2 * member + 2
            close += 1
          }
        }
      }
    }
    figures[.cohesion] = pairs > 0 ? Double(strong) / 2 / pairs : .nan
    figures[.cohesion2] = pairs > 0 ? Double(close) / 2 / pairs : .nan
    // Each triangle was met six times.
    figures[.strongTransitivity] =
      triples > 0 ? Double(triangles) / 2 / Double(triples) : .nan
    figures[.strongTies] = Double(strong) / Double(size)
    figures[.knownTies] = Double(known) / Double(size)
    figures[.sisterMembers0] = Double(sistersKnown) / Double(size)
    figures[.mostHours] = hours.max() ?? 0
    describeWalls(&figures, groups, count)
  }

  private func describeWalls(_ figures: inout GroupFigures, _ groups: [Int], _ count: Int) {
    guard count > 1 else { return }
    var (innerStrong, outerStrong, inner, outer) = (0, 0, 0, 0)
    var sizes = [Int](repeating: 0, count: count)
    for member in groups.indices {
      sizes[groups[member]] += 1
      for place in row(member) where Int(ends[place]) > member {
        let isInner = groups[member] == groups[Int(ends[place])]
        if isInner { inner += 1 } else { outer += 1 }
        guard classes[place] == .strong else { continue }
        if isInner { innerStrong += 1 } else { outerStrong += 1 }
      }
    }
    let total = sizes.reduce(0, +)
    let innerPairs = Double(sizes.reduce(0) { $0 + $1 * ($1 - 1) / 2 })
    let outerPairs = Double(total * (total - 1) / 2) - innerPairs
    func wall(_ inner: Int, _ outer: Int) -> Double {
      inner > 0 ? 1 - Double(outer) / outerPairs / (Double(inner) / innerPairs) : .nan
    }
    figures[.wallIndex] = wall(innerStrong, outerStrong)
    figures[.knownWallIndex] = wall(inner, outer)
    let strong = innerStrong + outerStrong
    figures[.eiIndex] = strong > 0 ? Double(outerStrong - innerStrong) / Double(strong) : .nan
  }

  /// 1 − distinct ÷ all outsiders that the acquaintances of a member know, on average over those who
  /// have acquaintances; shareable or not.
  var redundancy: Double {
    let contacts = population.contacts
    var seen = [Int](repeating: -1, count: population.assumptions.whole(.poolSize))
    var (sum, counted) = (0.0, 0)
    for member in 0..<population.size {
      let row = row(member)
      var distinct = row.count * contacts.privateCount
      var all = distinct
      for place in row {
        let end = Int(ends[place])
        let range = contacts.offsets[end]..<contacts.offsets[end + 1]
        all += range.count
        for contact in range where seen[Int(contacts.pooled[contact])] != member {
          seen[Int(contacts.pooled[contact])] = member
          distinct += 1
        }
      }
      guard all > 0 else { continue }
      counted += 1
      sum += 1 - Double(distinct) / Double(all)
    }
    return counted > 0 ? sum / Double(counted) : .nan
  }

  /// How many members of sister groups a home member is expected to get to through one introducer at
  /// most; those may be passive, as they are asked for nothing.
  func sisterMembersThroughOne(active: [Bool], _ assumptions: GroupAssumptions) -> Double {
    let size = population.size
    guard population.memberCount > size else { return 0 }
    let miss = [
      1 - assumptions[.relayStrong], 1 - assumptions[.relayWeak], 1 - assumptions[.relayAcross],
    ]
    var missOf = [Double](repeating: 1, count: population.memberCount)
    var sum = 0.0
    for member in 0..<size {
      for place in row(member) where active[Int(ends[place])] {
        for far in row(Int(ends[place])) where Int(ends[far]) >= size {
          missOf[Int(ends[far])] *= miss[Int(classes[far].rawValue)]
        }
      }
      for place in row(member) where Int(ends[place]) >= size { missOf[Int(ends[place])] = 0 }
      for sister in size..<population.memberCount {
        sum += 1 - missOf[sister]
        missOf[sister] = 1
      }
    }
    return sum / Double(size)
  }
}
