/// Where numbers stand on an axis.
struct AxisScale {
  private let low: Double
  private let high: Double
  private let isLogarithmic: Bool
  /// The numbers that are marked.
  let ticks: [Double]

  /// A scale that holds numbers and 0, with round steps between.
  init(_ numbers: [Double]) {
    let known = numbers.filter(\.isFinite)
    let (least, most) = (min(0, known.min() ?? 0), max(0, known.max() ?? 0))
    isLogarithmic = false
    let span = most - least
    guard span > 0, span < 1e12 else {
      (low, high, ticks) = (0, 1, [0, 1])
      return
    }
    var step = 1.0
    while step * 5 < span { step *= 10 }
    while step > span { step /= 10 }
    if span / step > 5 { step *= 2 } else if span / step <= 2 { step /= 2 }
    let first = (least / step).rounded(.down)
    let last = (most / step).rounded(.up)
    (low, high) = (first * step, last * step)
    ticks = stride(from: first, through: last, by: 1).map { $0 * step }
  }

  /// A logarithmic scale that just holds numbers above 0, marked at 1, 2 and 5 times powers of ten.
  init(powersOf numbers: [Double]) {
    let known = numbers.filter { $0.isFinite && $0 > 0 }
    isLogarithmic = true
    let (least, most) = (known.min() ?? 1, known.max() ?? 1)
    (low, high) = least < most ? (least, most) : (least / 2, most * 2)
    var marked: [Double] = []
    var power = 1e-6
    while power <= high, power < 1e12 {
      for times in [1.0, 2, 5] where (low * 0.999...high * 1.001).contains(times * power) {
        marked.append(times * power)
      }
      power *= 10
    }
    ticks = marked.map { $0 < 1 ? $0 : $0.rounded() }
  }

  /// Returns a number as axes write it, without needless zeros and without an exponent.
  static func written(_ number: Double) -> String {
    guard abs(number) < 0.001, number != 0 else { return SafeText.number(number) }
    let text = number.description
    return text.hasPrefix("1e-") ? "10^\(text.dropFirst(2))" : text
  }

  /// Returns where a number stands, 0 at the low end and 1 at the high one.
  func share(of number: Double) -> Double {
    guard number.isFinite else { return 0 }
    let share =
      isLogarithmic
      ? Self.logarithm(max(number, low) / low) / Self.logarithm(high / low)
      : (number - low) / (high - low)
    return min(max(share, 0), 1)
  }

  /// The logarithm to base 2, by squaring: good to a thousandth of a point on any page.
  private static func logarithm(_ number: Double) -> Double {
    var (rest, result, bit) = (number, 0.0, 0.5)
    while rest >= 2 {
      rest /= 2
      result += 1
    }
    while bit > 1e-9 {
      rest *= rest
      if rest >= 2 {
        rest /= 2
        result += bit
      }
      bit /= 2
    }
    return result
  }
}
