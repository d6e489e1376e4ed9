/// A scale from 0 to a round number, with round steps between.
struct ChartScale {
  /// The number at the top.
  let top: Double
  /// The numbers that are marked, from 0 to the top.
  let ticks: [Double]

  /// Creates the scale that holds numbers up to one, in two to five steps.
  init(to greatest: Double) {
    guard greatest.isFinite, greatest > 0, greatest < 1e12 else {
      (top, ticks) = (1, [0, 1])
      return
    }
    var step = 1.0
    while step * 5 < greatest { step *= 10 }
    while step > greatest { step /= 10 }
    // Now the greatest is 1 to 10 steps up.
    if greatest / step > 5 { step *= 2 } else if greatest / step <= 2 { step /= 2 }
    let count = Int((greatest / step).rounded(.up))
    top = Double(count) * step
    ticks = (0...count).map { Double($0) * step }
  }
}
