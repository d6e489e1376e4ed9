import NetworkDrawing
import Testing

@Suite("Quality of layouts")
struct LayoutQualityTests {
  private func boxes(_ places: [(Double, Double)], size: Double = 0.2) -> [DiagramBox] {
    places.map { DiagramBox(x: $0.0, y: $0.1, width: size, height: size) }
  }

  @Test("a path of equal steps on a line has no stress at any scale", arguments: [0.1, 1, 72])
  func path(_ scale: Double) {
    let quality = LayoutQuality(
      boxes: boxes((0..<6).map { (Double($0) * scale, 0) }, size: 0.1 * scale),
      edges: (1..<6).map { ($0 - 1, $0) })
    #expect(quality.stress < 1e-12)
    #expect((quality.crossings, quality.edgeNodeOverlaps, quality.nodeOverlaps) == (0, 0, 0))
    #expect(!quality.isEstimated)
  }

  @Test("the diagonals of a square cross once, its sides never")
  func square() {
    let corners = boxes([(0, 0), (1, 0), (1, 1), (0, 1)])
    let all = [(0, 1), (1, 2), (2, 3), (3, 0), (0, 2), (1, 3)]
    #expect(LayoutQuality(boxes: corners, edges: all).crossings == 1)
    // A pair of edges from one node never counts.
    #expect(LayoutQuality(boxes: corners, edges: [(0, 2), (0, 1), (0, 3)]).crossings == 0)
  }

  @Test("a complete graph on a circle has n choose 4 crossings", arguments: [5, 8, 11])
  func complete(_ count: Int) {
    // Points of a parabola are in convex position like those of a circle.
    let places = (0..<count).map { (Double($0), Double($0 * $0)) }
    let edges = (0..<count).flatMap { one in (0..<one).map { (one, $0) } }
    let quality = LayoutQuality(boxes: boxes(places, size: 1e-3), edges: edges)
    #expect(quality.crossings == count * (count - 1) * (count - 2) * (count - 3) / 24)
  }

  @Test("a node in the way and a node on another are counted")
  func overlaps() {
    let places = boxes([(0, 0), (5, 0.05), (10, 0), (9.95, 0.05)])
    let quality = LayoutQuality(boxes: places, edges: [(0, 2)])
    #expect(quality.edgeNodeOverlaps == 2)
    #expect(quality.nodeOverlaps == 1)
  }

  @Test("stress is that of its definition")
  func stress() {
    let places = [(0.0, 0.0), (1, 0.2), (2.3, -0.5), (2, 2), (0, 3)]
    let edges = [(0, 1), (1, 2), (2, 3), (3, 4), (1, 3)]
    let distances = [
      [0, 1, 2, 2, 3], [1, 0, 1, 1, 2], [2, 1, 0, 1, 2], [2, 1, 1, 0, 1], [3, 2, 2, 1, 0],
    ]
    func stress(at scale: Double) -> Double {
      var (sum, count) = (0.0, 0.0)
      for one in 0..<5 {
        for other in 0..<one {
          let (dx, dy) = (places[one].0 - places[other].0, places[one].1 - places[other].1)
          let distance = Double(distances[one][other])
          let error = (scale * (dx * dx + dy * dy).squareRoot() - distance) / distance
          sum += error * error
          count += 1
        }
      }
      return sum / count
    }
    let least = stride(from: 0.2, through: 3, by: 0.0005).map(stress).min() ?? .nan
    let quality = LayoutQuality(boxes: boxes(places), edges: edges)
    #expect(abs(quality.stress - least) < 1e-5)
  }

  @Test("without an edge there is no stress to speak of")
  func edgeless() {
    #expect(LayoutQuality(boxes: boxes([(0, 0), (1, 1)]), edges: []).stress.isNaN)
    #expect(LayoutQuality(boxes: [], edges: []).nodeOverlaps == 0)
  }
}
