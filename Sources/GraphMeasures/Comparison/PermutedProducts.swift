internal import GraphStructure

/// Sums of products of one matrix, its rows and columns put in another order, with several others.
///
/// Each row is gathered once and then multiplied with a row of each of the others, so what is read
/// out of order stays within one row at a time. Sums add up in a fixed order.
struct PermutedProducts: Sendable {
  private let nodeCount: Int
  private let moving: [Double]
  private let fixed: [[Double]]
  private let halved: Bool

  /// Lays out matrices.
  ///
  /// - Parameters:
  ///   - nodeCount: The number of nodes.
  ///   - moving: The one whose nodes are put in another order.
  ///   - fixed: The others.
  ///   - halved: Whether all are symmetric, so that pairs are summed once.
  init(nodeCount: Int, moving: [Double], fixed: [[Double]], halved: Bool) {
    precondition(([moving] + fixed).allSatisfy { $0.count == nodeCount * nodeCount })
    self.nodeCount = nodeCount
    self.moving = moving
    self.fixed = fixed
    self.halved = halved
  }

  /// What one thread works in.
  struct Scratch {
    var order: [UInt32]
    var row: [Double]
    var sums: [Double]
  }

  /// Makes working memory.
  func makeScratch() -> Scratch {
    Scratch(
      order: [UInt32](repeating: 0, count: nodeCount),
      row: [Double](repeating: 0, count: nodeCount),
      sums: [Double](repeating: 0, count: fixed.count))
  }

  /// Sums the products for the order in the scratch, into its sums.
  func sum(in scratch: inout Scratch) {
    guard fixed.count > 1 else {
      for matrix in fixed { scratch.sums[0] = product(with: matrix, scratch.order) }
      return
    }
    for index in fixed.indices { scratch.sums[index] = 0 }
    for row in 0..<nodeCount {
      let length = halved ? row : nodeCount
      gather(row, length, &scratch)
      for (index, matrix) in fixed.enumerated() {
        scratch.sums[index] += Self.product(scratch.row, matrix, from: row * nodeCount, length)
      }
    }
  }

  /// Sums the products with one matrix, without storing what is gathered: that takes a quarter
  /// less time.
  private func product(with matrix: [Double], _ order: [UInt32]) -> Double {
    precondition(order.count == nodeCount, "an order of all nodes")
    return unsafe order.withUnsafeBufferPointer { order in
      unsafe moving.withUnsafeBufferPointer { moving in
        unsafe matrix.withUnsafeBufferPointer { matrix in
          // Four sums, since each waits for its own last addition only.
          var (first, second, third, fourth) = (0.0, 0.0, 0.0, 0.0)
          for row in 0..<nodeCount {
            let length = halved ? row : nodeCount
            let base = unsafe Int(order[row]) &* nodeCount
            let start = row &* nodeCount
            var place = 0
            while place &+ 4 <= length {
              let here = start &+ place
              unsafe first += matrix[here] * moving[base &+ Int(order[place])]
              unsafe second += matrix[here &+ 1] * moving[base &+ Int(order[place &+ 1])]
              unsafe third += matrix[here &+ 2] * moving[base &+ Int(order[place &+ 2])]
              unsafe fourth += matrix[here &+ 3] * moving[base &+ Int(order[place &+ 3])]
              place &+= 4
            }
            while place < length {
              unsafe first += matrix[start &+ place] * moving[base &+ Int(order[place])]
              place &+= 1
            }
          }
          return (first + second) + (third + fourth)
        }
      }
    }
  }

  private func gather(_ row: Int, _ length: Int, _ scratch: inout Scratch) {
    let base = Int(scratch.order[row]) * nodeCount
    unsafe scratch.order.withUnsafeBufferPointer { order in
      unsafe moving.withUnsafeBufferPointer { moving in
        unsafe scratch.row.withUnsafeMutableBufferPointer { gathered in
          for place in 0..<length {
            unsafe gathered[place] = moving[base &+ Int(order[place])]
          }
        }
      }
    }
  }

  /// Sums in eight lanes, then the lanes, then the rest.
  private static func product(
    _ left: [Double], _ right: [Double], from start: Int, _ length: Int
  ) -> Double {
    unsafe left.withUnsafeBufferPointer { left in
      unsafe right.withUnsafeBufferPointer { right in
        var lanes = SIMD8<Double>()
        var place = 0
        while place &+ 8 <= length {
          var (a, b) = (SIMD8<Double>(), SIMD8<Double>())
          for lane in 0..<8 {
            a[lane] = unsafe left[place &+ lane]
            b[lane] = unsafe right[start &+ place &+ lane]
          }
          lanes += a * b
          place &+= 8
        }
        var sum = lanes.sum()
        while place < length {
          sum += unsafe left[place] * right[start &+ place]
          place &+= 1
        }
        return sum
      }
    }
  }
}
