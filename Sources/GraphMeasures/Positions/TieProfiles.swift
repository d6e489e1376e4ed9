internal import GraphStructure

/// The ties of every node, one entry a partner: what the rows of a matrix of ties hold.
struct TieProfiles: Sendable {
  /// Where each node's entries begin, and after the last node where they all end.
  private(set) var offsets = [0]
  /// The partner of each entry, strictly ascending for each node; a node can be its own.
  private(set) var partners: [UInt32] = []
  /// What the ties with the partner count together.
  private(set) var values: [Double] = []

  var nodeCount: Int { offsets.count - 1 }

  /// Takes the arcs of rows; parallel ones count once, or their strengths are added.
  init(_ rows: Rows, _ edgeValues: EdgeValues) {
    let strengths = edgeValues == .strengths ? rows.strengths : nil
    for node in 0..<rows.nodeCount {
      for arc in rows.arcs(of: node) {
        if partners.count > offsets[node], partners.last == rows.ends[arc] {
          if let strengths { values[values.count - 1] += strengths[arc] }
        } else {
          partners.append(rows.ends[arc])
          values.append(strengths?[arc] ?? 1)
        }
      }
      offsets.append(partners.count)
    }
  }

  /// Adds the entries of two nodes, place by place, to what is known of them.
  ///
  /// - Parameters:
  ///   - first: A node.
  ///   - second: Another node.
  ///   - diagonal: What becomes of the entries at the two nodes themselves.
  ///   - sums: What is known.
  func compare(
    _ first: Int, _ second: Int, _ diagonal: ProfileDiagonal, into sums: inout ProfileSums
  ) {
    let partners = partners.span
    let values = values.span
    var (left, right) = (offsets[first], offsets[second])
    let (leftEnd, rightEnd) = (offsets[first + 1], offsets[second + 1])
    // What both have with the first node, and with the second.
    var withFirst = (left: 0.0, right: 0.0)
    var withSecond = (left: 0.0, right: 0.0)
    while left < leftEnd || right < rightEnd {
      let leftPartner = left < leftEnd ? Int(partners[left]) : .max
      let rightPartner = right < rightEnd ? Int(partners[right]) : .max
      let partner = min(leftPartner, rightPartner)
      var pair = (left: 0.0, right: 0.0)
      if leftPartner == partner {
        pair.left = values[left]
        left += 1
      }
      if rightPartner == partner {
        pair.right = values[right]
        right += 1
      }
      if partner == first {
        withFirst = pair
      } else if partner == second {
        withSecond = pair
      } else {
        sums.add(pair.left, pair.right)
      }
    }
    sums.placeCount += nodeCount - 2
    switch diagonal {
    case .ignored: return
    case .reciprocal:
      sums.add(withFirst.left, withSecond.right)
      sums.add(withSecond.left, withFirst.right)
    case .retained:
      sums.add(withFirst.left, withFirst.right)
      sums.add(withSecond.left, withSecond.right)
    }
    sums.placeCount += 2
  }
}

/// What is known of two profiles after looking at the places where either holds a tie.
struct ProfileSums {
  /// The number of all places.
  var placeCount = 0
  private var bothCount = 0
  private var eitherCount = 0
  private var unequalCount = 0
  private var squaredDifference = 0.0
  private var product = 0.0
  private var left = Side()
  private var right = Side()

  /// One of the two profiles.
  private struct Side {
    var tieCount = 0
    var sum = 0.0
    var square = 0.0
    var least = Double.infinity
    var greatest = -Double.infinity

    mutating func add(_ value: Double) {
      tieCount += value == 0 ? 0 : 1
      sum += value
      square += value * value
      least = min(least, value)
      greatest = max(greatest, value)
    }

    /// Whether all places hold the same.
    func isConstant(_ placeCount: Int) -> Bool {
      tieCount < placeCount
        ? min(least, 0) == max(greatest, 0) : placeCount == 0 || least == greatest
    }

    /// The variance times the square of the number of places.
    func spread(_ placeCount: Int) -> Double { Double(placeCount) * square - sum * sum }
  }

  mutating func add(_ first: Double, _ second: Double) {
    bothCount += first != 0 && second != 0 ? 1 : 0
    eitherCount += first != 0 || second != 0 ? 1 : 0
    unequalCount += first != second ? 1 : 0
    squaredDifference += (first - second) * (first - second)
    product += first * second
    left.add(first)
    right.add(second)
  }

  /// Returns how alike the profiles are, or how different.
  func value(of comparison: TieComparison) -> Double {
    switch comparison {
    case .euclidean: return squaredDifference.squareRoot()
    case .jaccard: return eitherCount > 0 ? Double(bothCount) / Double(eitherCount) : 1
    case .matches:
      return placeCount > 0 ? 1 - Double(unequalCount) / Double(placeCount) : .nan
    case .correlation:
      guard !left.isConstant(placeCount), !right.isConstant(placeCount) else { return .nan }
      let spread = left.spread(placeCount) * right.spread(placeCount)
      // Numbers that differ in their last bits only may have no spread left.
      guard spread > 0 else { return .nan }
      let covariance = Double(placeCount) * product - left.sum * right.sum
      return max(-1, min(1, covariance / spread.squareRoot()))
    }
  }
}
