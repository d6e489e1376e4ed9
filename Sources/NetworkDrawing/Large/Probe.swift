internal import GraphStructure
package enum LabProbe {
  package static func layout(n: Int, edges: [(Int32, Int32)], seed: UInt64, threads: Int) -> ([Float],[Float]) {
    let g = SpringGraph(masses: [Float](repeating: 1, count: n), edges: edges.map { ($0.0, $0.1, 1) })
    return ForceLayout(execution: Execution(threads: threads)).places(of: g, seed: seed)
  }
  package static func png(xs: [Float], ys: [Float], edges: [(Int32,Int32)], groups: [Int], side: Float) -> [UInt8] {
    var (l,r,b,t) = (Float.infinity, -Float.infinity, Float.infinity, -Float.infinity)
    for i in xs.indices { l=min(l,xs[i]);r=max(r,xs[i]);b=min(b,ys[i]);t=max(t,ys[i]) }
    let s = (side-60)/max(r-l,t-b)
    let X = xs.map { 30+($0-l)*s }, Y = ys.map { 30+(t-$0)*s }
    let pal: [UInt32] = [0x0072B2,0xE69F00,0x009E73,0xCC79A7,0x56B4E9,0xD55E00,0x8E6BB5,0x808000,0x666666]
    let col = groups.map { Color(pal[$0 % 9]).vector }
    var len: Float = 0
    for e in edges { let dx=X[Int(e.0)]-X[Int(e.1)], dy=Y[Int(e.0)]-Y[Int(e.1)]; len += (dx*dx+dy*dy).squareRoot() }
    let w: Float = 1.2
    let area = side*side*0.7
    let alpha = min(0.35, max(0.004, 0.35*area/(len*w)))
    print("alpha", alpha)
    var deg = [Int](repeating: 0, count: xs.count)
    for e in edges { deg[Int(e.0)]+=1; deg[Int(e.1)]+=1 }
    let md = Float(deg.max() ?? 1)
    let unit = (area/Float(xs.count)).squareRoot()
    let lines = edges.map { e in
      let same = groups[Int(e.0)] == groups[Int(e.1)]
      return DensityCanvas.Line(startX: X[Int(e.0)], startY: Y[Int(e.0)], endX: X[Int(e.1)], endY: Y[Int(e.1)], color: same ? col[Int(e.0)] : Color(0x8A929A).vector, alpha: same ? alpha : alpha*0.5, width: w) }
    let discs = xs.indices.sorted { deg[$0] < deg[$1] }.map { i in DensityCanvas.Disc(x: X[i], y: Y[i], radius: unit*(0.16+0.25*(Float(deg[i])/md).squareRoot()), color: col[i], halo: min(2, unit*0.05)) }
    let c = DensityCanvas(width: Int(r-l > 0 ? (r-l)*s+60 : side), height: Int((t-b)*s+60), ground: Color(0xFFFFFF))
    return c.image(of: lines, discs: discs, execution: .standard).png ?? []
  }
}
