internal import CGraphvizShim

/// A picture in pixels, each of red, green, blue and alpha, row by row from the top.
struct PixelImage: Sendable {
  let width: Int
  let height: Int
  var rgba: [UInt8]

  /// The picture as a PNG file; nil where memory is short.
  ///
  /// - Complexity: O(pixels).
  var png: [UInt8]? {
    var length = 0
    guard
      let data = unsafe kw_png_encode(rgba, UInt32(width), UInt32(height), &length)
    else { return nil }
    defer { unsafe kw_png_free(data) }
    return unsafe [UInt8](UnsafeRawBufferPointer(start: data, count: length))
  }

  /// Reads a PNG file; nil where it is none.
  init?(png: [UInt8]) {
    var (width, height) = (0 as UInt32, 0 as UInt32)
    guard let pixels = unsafe kw_png_decode(png, png.count, &width, &height) else { return nil }
    defer { unsafe kw_png_free(pixels) }
    self.width = Int(width)
    self.height = Int(height)
    rgba = unsafe [UInt8](UnsafeBufferPointer(start: pixels, count: 4 * Int(width) * Int(height)))
  }

  init(width: Int, height: Int, rgba: [UInt8]) {
    self.width = width
    self.height = height
    self.rgba = rgba
  }

  /// Lays a picture of the same size over this one.
  mutating func cover(with upper: PixelImage) {
    precondition(upper.width == width && upper.height == height)
    for pixel in 0..<(width * height) {
      let alpha = Int(upper.rgba[4 * pixel + 3])
      guard alpha > 0 else { continue }
      for channel in (4 * pixel)..<(4 * pixel + 3) {
        let mixed = Int(upper.rgba[channel]) * alpha + Int(rgba[channel]) * (255 - alpha)
        rgba[channel] = UInt8((mixed + 127) / 255)
      }
    }
  }
}
