/// A graph as the search for communities sees it: ties between nodes, each of which may stand for a
/// whole set of nodes of the graph below.
///
/// A set of nodes *C* adds to the quality what its inner ties count, less `scale` times what its
/// masses let expect. So a node *v* that joins it adds *w*(*v*, *C*) − `scale` · *m*(*v*) ·
/// *m*(*C*), whatever the quality function and whether edges have a direction.
struct CommunityGraph<Mass: NodeMass>: Sendable {
  /// The ties in the rows of both their ends, without self loops; a row may hold an end twice.
  let arcs: Arcs

  /// The mass of each node.
  let masses: [Mass]

  /// How much of what masses let expect is taken off: the resolution, in the unit of ties.
  let scale: Double

  var nodeCount: Int { masses.count }
}

extension CommunityGraph {
  /// Lends rows and masses without bounds checks; not called for a graph without nodes.
  @inline(__always)
  func withRows(_ body: (CommunityRows<Mass>) -> Void) {
    unsafe arcs.withColumns { offsets, ends in
      unsafe masses.withUnsafeBufferPointer { masses in
        guard let masses = masses.baseAddress else { return }
        if let values = arcs.values {
          unsafe values.withUnsafeBufferPointer { values in
            unsafe body(
              CommunityRows(
                offsets: offsets, ends: ends, values: values.baseAddress, masses: masses))
          }
        } else {
          unsafe body(CommunityRows(offsets: offsets, ends: ends, values: nil, masses: masses))
        }
      }
    }
  }

  /// Returns the graph whose nodes are sets of nodes of this one.
  ///
  /// Ties between the same two sets are added up; those within a set are left out, as they stay
  /// within whatever is done to the sets.
  ///
  /// - Parameters:
  ///   - sets: For each node its set.
  ///   - setCount: The number of sets.
  ///   - scratch: Working memory.
  /// - Returns: The graph.
  func aggregated(
    by sets: [UInt32], setCount: Int, _ scratch: CommunityScratch<Mass>
  ) -> CommunityGraph<Mass> {
    var setMasses = [Mass](repeating: .zero, count: setCount)
    // The members of each set, one set after the other.
    var places = [Int](repeating: 0, count: setCount + 1)
    for set in sets { places[Int(set) + 1] += 1 }
    for set in 0..<setCount { places[set + 1] += places[set] }
    let firstMembers = places
    for node in sets.indices {
      let set = Int(sets[node])
      unsafe scratch.queue[places[set]] = UInt32(truncatingIfNeeded: node)
      places[set] += 1
      setMasses[set] = setMasses[set] + masses[node]
    }
    var offsets = [0]
    offsets.reserveCapacity(setCount + 1)
    var ends: [UInt32] = []
    var values: [Double] = []
    unsafe sets.withUnsafeBufferPointer { sets in
      guard let sets = sets.baseAddress else { return }
      unsafe withRows { rows in
        for set in 0..<setCount {
          var count = 0
          for place in firstMembers[set]..<firstMembers[set + 1] {
            count = unsafe rows.gather(Int(scratch.queue[place]), sets, scratch, after: count)
          }
          for index in 0..<count {
            let end = unsafe scratch.touched[index]
            let sum = unsafe scratch.sums[Int(end)]
            unsafe scratch.sums[Int(end)] = 0
            guard sum > 0, Int(end) != set else { continue }
            ends.append(end)
            values.append(sum)
          }
          offsets.append(ends.count)
        }
      }
    }
    return CommunityGraph(
      arcs: Arcs(offsets: offsets, ends: ends, values: values), masses: setMasses, scale: scale)
  }
}
