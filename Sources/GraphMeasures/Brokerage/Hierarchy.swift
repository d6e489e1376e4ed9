public import GraphStructure

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

extension Graph {
  /// Returns Burt's hierarchy of every node, indexed by node: how far its constraint comes from one
  /// contact alone.
  ///
  /// > *H*(*u*) = Σ *r*(*v*) ln *r*(*v*) / (*k* ln *k*), *r*(*v*) = *c*(*u*, *v*) / (*C*(*u*) / *k*)
  ///
  /// over the *k* contacts *v* of *u*, where *c*(*u*, *v*) is what *v* adds to the constraint *C*(*u*):
  /// the coefficient of disorder of Coleman and Theil. It is 0 where all contacts constrain alike, and
  /// nears 1 where one does nearly all. Shares are those of the **whole network**, as in
  /// ``constraint(execution:)``. A node with fewer than two contacts has no hierarchy: NaN.
  ///
  /// - Parameter execution: Threads, progress and cancellation.
  /// - Returns: The scores, 0…1.
  /// - Complexity: O(*m* · √*m*).
  /// - SeeAlso: R. S. Burt. Structural holes, 1992, chapter 2.
  public func hierarchy(execution: Execution = .standard) -> [Double] {
    hierarchy(ThirdParties(neighborArcs()), execution)
  }

  /// Returns Burt's hierarchy of every node, with edges that count 1 or their strengths.
  ///
  /// - Parameters:
  ///   - values: Whether an arc counts 1 or its strength, which must not be below 0. A contact whose
  ///     ties are all of strength 0 adds nothing, but is one.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: The scores.
  /// - Throws: ``MeasureError/negativeStrength(_:source:target:)``.
  /// - Complexity: O(*m* · √*m*).
  public func hierarchy(
    values: EdgeValues, execution: Execution = .standard
  ) throws(MeasureError) -> [Double] {
    try checkStrengths(values)
    return hierarchy(ThirdParties(neighborArcs(values)), execution)
  }

  private func hierarchy(_ ties: ThirdParties, _ execution: Execution) -> [Double] {
    let factor = ties.sum.map { $0 > 0 ? 1 / $0 : 0 }
    func sums(_ term: (Double) -> Double) -> [Double] {
      ties.sums(factor: factor, execution) { value, around, node, _ in
        guard ties.sum[node] > 0 else { return 0 }
        let share = (value + around) / ties.sum[node]
        return term(share * share)
      }
    }
    let constraint = sums { $0 }
    let entropy = sums { $0.timesLogarithm }
    return nodes.map { node in
      Double.hierarchy(
        contactCount: ties.arcs.degree(of: node), constraint: constraint[node],
        sumOfLogarithms: entropy[node])
    }
  }
}

extension Double {
  /// The number times its natural logarithm; 0 for 0.
  var timesLogarithm: Double { self > 0 ? self * log(self) : 0 }

  /// Returns Burt's hierarchy of a node.
  ///
  /// - Parameters:
  ///   - contactCount: The number *k* of its contacts.
  ///   - constraint: The sum of what they add to its constraint.
  ///   - sumOfLogarithms: The sum of *c* ln *c* over what each of them adds.
  /// - Returns: The hierarchy, NaN where it is not defined.
  static func hierarchy(
    contactCount: Int, constraint: Double, sumOfLogarithms: Double
  ) -> Double {
    guard contactCount > 1, constraint > 0 else { return .nan }
    let count = Double(contactCount)
    let disorder = sumOfLogarithms / constraint + log(count / constraint)
    // Equal contacts leave rounding alone.
    return max(0, min(1, disorder / log(count)))
  }
}
