internal import GraphStructure

/// Sums of products of one matrix, its rows and columns put in another order, with several others:
/// for *n* orders at once.
///
/// The orders of one draw are a random one and all that come of it by shifting the nodes around a
/// ring: a coset of the cyclic group. Each by itself is as probable as any other. Under shifts every
/// diagonal of the matrix turns within itself, so that the sums of all *n* orders are the correlations
/// of diagonals, which the Fourier transform gives together: O(*n* log *n*) an order, where each alone
/// costs *n*² / 2 places read out of order.
///
/// Sums of a coset would depend on each other if the other matrices looked alike after a shift, as a
/// ring does. So their nodes are first put around the ring at random, once and for all; then two
/// orders of a coset have nothing more in common than two drawn anew (to second moments, on average
/// over that order).
struct ShiftedProducts: Sendable {
  private let nodeCount: Int
  private let moving: [Double]
  private let fixedCount: Int
  private let transform: LaneTransform
  /// How far off the main diagonal each of the others lies; two make one row of complex numbers.
  private let diagonals: [Int]
  /// For each block of four rows, then each fixed matrix, its transform.
  private let spectra: [Spectrum]

  fileprivate struct Spectrum: Sendable {
    var real: [SIMD4<Double>]
    var imaginary: [SIMD4<Double>]
  }

  private static let diagonalsPerBlock = 8

  /// Lays out matrices.
  ///
  /// - Parameters:
  ///   - nodeCount: The number of nodes, at least 2.
  ///   - moving: The one whose nodes are put in another order.
  ///   - fixed: The others.
  ///   - halved: Whether all are symmetric, so that pairs are summed once.
  ///   - ring: The nodes of the others in the order in which they stand around the ring.
  init(nodeCount: Int, moving: [Double], fixed: [[Double]], halved: Bool, ring: [UInt32]) {
    precondition(([moving] + fixed).allSatisfy { $0.count == nodeCount * nodeCount })
    self.nodeCount = nodeCount
    self.moving = moving
    fixedCount = fixed.count
    // Twice the length, so that what turns out of a diagonal does not meet what turns in.
    transform = LaneTransform(holding: 2 * nodeCount)
    diagonals = Array(1...(halved ? nodeCount / 2 : nodeCount - 1))
    var spectra: [Spectrum] = []
    for block in stride(from: 0, to: diagonals.count, by: Self.diagonalsPerBlock) {
      for matrix in fixed {
        let zeros = [SIMD4<Double>](repeating: .zero, count: transform.size)
        var spectrum = Spectrum(real: zeros, imaginary: zeros)
        Self.fill(
          &spectrum, with: matrix, in: ring,
          diagonals[block..<min(block + Self.diagonalsPerBlock, diagonals.count)])
        // The diagonal halfway round holds each pair twice.
        if halved, nodeCount % 2 == 0, block + Self.diagonalsPerBlock >= diagonals.count {
          let last = diagonals.count - 1 - block
          for place in 0..<nodeCount {
            if last % 2 == 0 {
              spectrum.real[place][last / 2] /= 2
            } else {
              spectrum.imaginary[place][last / 2] /= 2
            }
          }
        }
        transform.forward(&spectrum.real, &spectrum.imaginary)
        spectra.append(spectrum)
      }
    }
    self.spectra = spectra
  }

  /// What one thread works in.
  struct Scratch {
    var order: [UInt32]
    fileprivate var row: Spectrum
    fileprivate var sums: [Spectrum]
  }

  /// Makes working memory.
  func makeScratch() -> Scratch {
    let zeros = [SIMD4<Double>](repeating: .zero, count: transform.size)
    let spectrum = Spectrum(real: zeros, imaginary: zeros)
    return Scratch(
      order: [UInt32](repeating: 0, count: nodeCount), row: spectrum,
      sums: [Spectrum](repeating: spectrum, count: fixedCount))
  }

  /// Returns the sums of products for the order in the scratch and all its shifts.
  ///
  /// - Returns: For each fixed matrix a sum for each of as many orders as there are nodes.
  func sums(in scratch: inout Scratch) -> [[Double]] {
    let size = transform.size
    for fixed in 0..<fixedCount {
      for place in 0..<size {
        scratch.sums[fixed].real[place] = .zero
        scratch.sums[fixed].imaginary[place] = .zero
      }
    }
    var spectrum = 0
    for block in stride(from: 0, to: diagonals.count, by: Self.diagonalsPerBlock) {
      Self.fill(
        &scratch.row, with: moving, in: scratch.order,
        diagonals[block..<min(block + Self.diagonalsPerBlock, diagonals.count)])
      transform.forward(&scratch.row.real, &scratch.row.imaginary)
      for fixed in 0..<fixedCount {
        Self.add(spectra[spectrum], scratch.row, to: &scratch.sums[fixed])
        spectrum += 1
      }
    }
    return scratch.sums.map { sums in
      let turned = transform.backward(sums.real.map { $0.sum() }, sums.imaginary.map { $0.sum() })
      return (0..<nodeCount).map { shift in
        // What turned out at one end has turned in at the other.
        let turnedIn = shift == 0 ? 0 : turned[size + shift - nodeCount]
        return (turned[shift] + turnedIn) / Double(size)
      }
    }
  }

  /// Writes diagonals of a matrix, its nodes in an order, into the lanes of rows.
  private static func fill(
    _ rows: inout Spectrum, with matrix: [Double], in order: [UInt32],
    _ diagonals: ArraySlice<Int>
  ) {
    let count = order.count
    for place in rows.real.indices {
      rows.real[place] = .zero
      rows.imaginary[place] = .zero
    }
    unsafe order.withUnsafeBufferPointer { order in
      unsafe matrix.withUnsafeBufferPointer { matrix in
        for (index, diagonal) in diagonals.enumerated() {
          let lane = index / 2
          func value(_ place: Int) -> Double {
            let other = place &+ diagonal
            let column = unsafe order[other >= count ? other &- count : other]
            return unsafe matrix[Int(order[place]) &* count &+ Int(column)]
          }
          if index % 2 == 0 {
            for place in 0..<count { rows.real[place][lane] = value(place) }
          } else {
            for place in 0..<count { rows.imaginary[place][lane] = value(place) }
          }
        }
      }
    }
  }

  /// Adds the products of numbers with the conjugates of others.
  ///
  /// The real part of what comes of them are the correlations of the two diagonals that a row is
  /// made of, added up.
  private static func add(_ left: Spectrum, _ right: Spectrum, to sums: inout Spectrum) {
    let count = left.real.count
    unsafe left.real.withUnsafeBufferPointer { a in
      unsafe left.imaginary.withUnsafeBufferPointer { b in
        unsafe right.real.withUnsafeBufferPointer { x in
          unsafe right.imaginary.withUnsafeBufferPointer { y in
            unsafe sums.real.withUnsafeMutableBufferPointer { real in
              unsafe sums.imaginary.withUnsafeMutableBufferPointer { imaginary in
                for place in 0..<count {
                  unsafe real[place] += a[place] * x[place] + b[place] * y[place]
                  unsafe imaginary[place] += a[place] * y[place] - b[place] * x[place]
                }
              }
            }
          }
        }
      }
    }
  }
}
