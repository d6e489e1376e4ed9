#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// The Fourier transform of four rows of complex numbers at once, one in each lane, of a size that is
/// a power of two.
///
/// Lanes never meet, so that no numbers are shuffled. Forward goes from the natural order to that of
/// reversed bits (decimation in frequency), backward from there to the natural one, so that nothing
/// need be sorted in between.
///
/// - SeeAlso: W. M. Gentleman, G. Sande. Fast Fourier transforms: for fun and profit. AFIPS 29, 1966.
struct LaneTransform: Sendable {
  /// How many numbers a row has.
  let size: Int
  /// cos and sin of 2π *k* ÷ size for *k* below half of it.
  private let cosines: [Double]
  private let sines: [Double]

  /// Prepares transforms.
  ///
  /// - Parameter length: How many numbers a row must hold at least.
  init(holding length: Int) {
    var size = 2
    while size < length { size *= 2 }
    self.size = size
    let angles = (0..<(size / 2)).map { 2 * Double.pi * Double($0) / Double(size) }
    cosines = angles.map { cos($0) }
    sines = angles.map { sin($0) }
  }

  /// Transforms rows, into the order of reversed bits.
  ///
  /// - Parameters:
  ///   - real: The real parts, ``size`` places.
  ///   - imaginary: The imaginary parts.
  func forward(_ real: inout [SIMD4<Double>], _ imaginary: inout [SIMD4<Double>]) {
    precondition(real.count == size && imaginary.count == size)
    unsafe real.withUnsafeMutableBufferPointer { real in
      unsafe imaginary.withUnsafeMutableBufferPointer { imaginary in
        var half = size / 2
        while half > 0 {
          let stride = size / 2 / half
          var start = 0
          while start < size {
            for place in 0..<half {
              let (low, high) = (start &+ place, start &+ place &+ half)
              let (cosine, sine) = (cosines[place &* stride], sines[place &* stride])
              let (a, b) = unsafe (real[low], real[high])
              let (c, d) = unsafe (imaginary[low], imaginary[high])
              let (x, y) = (a - b, c - d)
              unsafe real[low] = a + b
              unsafe imaginary[low] = c + d
              unsafe real[high] = x * cosine + y * sine
              unsafe imaginary[high] = y * cosine - x * sine
            }
            start &+= 2 &* half
          }
          half /= 2
        }
      }
    }
  }

  /// Transforms one row back, from the order of reversed bits.
  ///
  /// - Parameters:
  ///   - real: The real parts, ``size`` places.
  ///   - imaginary: The imaginary parts.
  /// - Returns: The real parts of what was transformed, ``size`` times as great.
  func backward(_ real: [Double], _ imaginary: [Double]) -> [Double] {
    var (real, imaginary) = (real, imaginary)
    var half = 1
    while half < size {
      let stride = size / 2 / half
      for start in Swift.stride(from: 0, to: size, by: 2 * half) {
        for place in 0..<half {
          let (low, high) = (start + place, start + place + half)
          let (cosine, sine) = (cosines[place * stride], sines[place * stride])
          let x = real[high] * cosine - imaginary[high] * sine
          let y = imaginary[high] * cosine + real[high] * sine
          (real[high], imaginary[high]) = (real[low] - x, imaginary[low] - y)
          (real[low], imaginary[low]) = (real[low] + x, imaginary[low] + y)
        }
      }
      half *= 2
    }
    return real
  }
}
