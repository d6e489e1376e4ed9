internal import GraphStructure

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// Lines and discs as pixels, any number of them.
///
/// Lines are translucent and of equal rank: what a pixel shows is the mean of the colours of the
/// lines through it, the stronger the more there are, whatever their order. Discs lie on them, one
/// on the other. Coordinates are pixels from the upper left corner.
struct DensityCanvas {
  let width: Int
  let height: Int
  let ground: Color

  struct Line: Sendable {
    var startX: Float
    var startY: Float
    var endX: Float
    var endY: Float
    /// Red, green and blue, 0…255.
    var color: SIMD3<Float>
    /// How much of the ground one line hides, at its full width.
    var alpha: Float
    var width: Float
  }

  struct Disc: Sendable {
    var x: Float
    var y: Float
    var radius: Float
    var color: SIMD3<Float>
    /// The width of a ring in the colour of the ground, which parts a disc from those below it.
    var halo: Float
    /// Whether it is a disc; otherwise it is a square of the same width.
    var isRound = true
  }

  /// Rows that are worked on at once: few enough for their sums to stay in the cache.
  private static let bandHeight = 128

  /// Draws the lines and then the discs.
  ///
  /// - Complexity: O(pixels + lengths of the lines + areas of the discs).
  func image(of lines: [Line], discs: [Disc], execution: Execution) -> PixelImage {
    let bands = (height + Self.bandHeight - 1) / Self.bandHeight
    let linesOfBand = Self.buckets(bands, lines.indices) { index in
      (
        min(lines[index].startY, lines[index].endY) - 2,
        max(lines[index].startY, lines[index].endY) + 2
      )
    }
    let discsOfBand = Self.buckets(bands, discs.indices) { index in
      let reach = discs[index].radius + discs[index].halo + 1
      return (discs[index].y - reach, discs[index].y + reach)
    }
    let rgba = [UInt8](filling: 4 * width * height) { pixels in
      execution.reduceChunks(
        of: bands, chunkSize: 1, into: (), makeScratch: {},
        work: { range, _ in
          for band in range {
            var part = Band(
              top: band * Self.bandHeight, width: width,
              height: min(Self.bandHeight, height - band * Self.bandHeight))
            for index in linesOfBand[band] { part.add(lines[Int(index)]) }
            part.settle(on: ground)
            for index in discsOfBand[band] { part.add(discs[Int(index)], ground: ground.vector) }
            part.write(to: pixels)
          }
        }, merge: { _, _ in })
    }
    return PixelImage(width: width, height: height, rgba: rgba)
  }

  /// The indices of what touches each band, in order.
  private static func buckets(
    _ bands: Int, _ indices: Range<Int>, extent: (Int) -> (Float, Float)
  ) -> [[Int32]] {
    var buckets = [[Int32]](repeating: [], count: bands)
    for index in indices {
      let (top, bottom) = extent(index)
      let first = max(0, Int(top / Float(bandHeight)))
      let last = min(bands - 1, Int(max(bottom, 0) / Float(bandHeight)))
      guard bottom >= 0, first <= last else { continue }
      for band in first...last { buckets[band].append(Int32(index)) }
    }
    return buckets
  }
}

/// Some rows of the picture under way.
private struct Band {
  let top: Int
  let width: Int
  let height: Int
  /// The colours of the lines through each pixel, weighted, and in the last lane their weight;
  /// later the colour that is shown.
  private var sums: [SIMD4<Float>]

  init(top: Int, width: Int, height: Int) {
    self.top = top
    self.width = width
    self.height = height
    sums = [SIMD4<Float>](repeating: .zero, count: width * height)
  }

  /// Adds a line: along its longer direction, shared between the two pixels beside it.
  mutating func add(_ line: DensityCanvas.Line) {
    let (dx, dy) = (line.endX - line.startX, line.endY - line.startY)
    let isSteep = abs(dy) > abs(dx)
    let long = isSteep ? dy : dx
    guard abs(long) > 1e-3 else { return }
    let slope = (isSteep ? dx : dy) / long
    var (start, end) = isSteep ? (line.startY, line.endY) : (line.startX, line.endX)
    let origin = isSteep ? (line.startX, line.startY) : (line.startY, line.startX)
    if start > end { swap(&start, &end) }
    // Only the part within these rows.
    let (first, last) = (Float(top), Float(top + height))
    if isSteep {
      start = max(start, first)
      end = min(end, last)
    } else if abs(slope) > 1e-6 {
      let one = origin.1 + (first - 1 - origin.0) / slope
      let other = origin.1 + (last + 1 - origin.0) / slope
      start = max(start, min(one, other))
      end = min(end, max(one, other))
    } else if origin.0 < first - 1 || origin.0 > last + 1 {
      return
    }
    start = max(start, 0)
    end = min(end, isSteep ? last : Float(width))
    guard start < end else { return }
    let full = line.alpha * line.width * (1 + slope * slope).squareRoot()
    let color = SIMD4<Float>(line.color, 1)
    let (from, to) = (Int(start), Int(end))
    for position in from...to {
      // The share of the first and last pixel that the line covers.
      let covered = min(end, Float(position + 1)) - max(start, Float(position))
      guard covered > 0 else { continue }
      let across = origin.0 + (Float(position) + 0.5 - origin.1) * slope - 0.5
      let low = across.rounded(.down)
      let share = across - low
      let weight = full * covered
      let near = Int(low)
      if isSteep {
        add(weight * (1 - share), color, x: near, y: position)
        add(weight * share, color, x: near + 1, y: position)
      } else {
        add(weight * (1 - share), color, x: position, y: near)
        add(weight * share, color, x: position, y: near + 1)
      }
    }
  }

  @inline(__always)
  private mutating func add(_ weight: Float, _ color: SIMD4<Float>, x: Int, y: Int) {
    let row = y - top
    guard row >= 0, row < height, x >= 0, x < width else { return }
    sums[row * width + x] += weight * color
  }

  /// Turns sums of lines into colours on the ground.
  mutating func settle(on ground: Color) {
    let ground = SIMD4(ground.vector, 1)
    for pixel in sums.indices {
      let weight = sums[pixel].w
      guard weight > 0 else {
        sums[pixel] = ground
        continue
      }
      let shown = 1 - expf(-weight)
      sums[pixel] = ground + (sums[pixel] / weight - ground) * shown
    }
  }

  mutating func add(_ disc: DensityCanvas.Disc, ground: SIMD3<Float>) {
    let reach = disc.radius + disc.halo + 0.5
    let (upper, lower) = (Int(disc.y - reach) - top, Int(disc.y + reach) + 1 - top)
    let (left, right) = (Int(disc.x - reach), Int(disc.x + reach) + 1)
    guard upper < height, lower > 0, left < width, right > 0 else { return }
    let (rows, columns) = (max(0, upper)..<min(height, lower), max(0, left)..<min(width, right))
    let (inner, outer) = (SIMD4(disc.color, 1), SIMD4(ground, 1))
    for row in rows {
      for column in columns {
        let (dx, dy) = (Float(column) + 0.5 - disc.x, Float(row + top) + 0.5 - disc.y)
        let distance = disc.isRound ? (dx * dx + dy * dy).squareRoot() : max(abs(dx), abs(dy))
        let haloShare = min(max(reach - distance, 0), 1)
        guard haloShare > 0 else { continue }
        let share = min(max(disc.radius + 0.5 - distance, 0), 1)
        let pixel = row * width + column
        if disc.halo > 0 { sums[pixel] += (outer - sums[pixel]) * haloShare }
        sums[pixel] += (inner - sums[pixel]) * share
      }
    }
  }

  func write(to pixels: SharedColumn<UInt8>) {
    var place = 4 * top * width
    for sum in sums {
      for channel in 0..<3 {
        pixels[place + channel] = UInt8(min(max(sum[channel] + 0.5, 0), 255))
      }
      pixels[place + 3] = 255
      place += 4
    }
  }
}

extension Color {
  var vector: SIMD3<Float> { SIMD3(Float(red), Float(green), Float(blue)) }
}
