/// Draws a matrix in blocks.
struct MatrixChartDrawing {
  private let chart: MatrixChart
  private var flow: ChartFlow

  var page: ChartPage { flow.page }

  init(_ chart: MatrixChart) {
    self.chart = chart
    flow = ChartFlow(
      title: chart.title, notes: chart.notes, style: chart.style, language: chart.languageCode)
  }

  private var style: ChartStyle { chart.style }

  /// Names of rows are shown where a row is high enough for them.
  private var showsRows: Bool { chart.rowCount <= 60 }

  mutating func draw() {
    let count = chart.rowCount
    let names = showsRows ? chart.blocks.flatMap(\.rows) : chart.blocks.map(\.name)
    let size = 10.5
    let widest = names.map { TextWidth.ems($0) * size }.max() ?? 0
    let left = ChartFlow.margin + min(max(widest + 8, 30), 190)
    let width = flow.page.width - left - ChartFlow.margin
    // Few rows need no huge cells.
    let side = min(width, max(Double(count) * 26, 120))
    let step = count > 0 ? side / Double(count) : side
    // Names of blocks stand above the matrix, turned aside in a list where they are too narrow.
    flow.height += 30
    let top = flow.height
    flow.addRectangle(left, top, side, side, style.band(style.grid))
    drawCells(left: left, top: top, step: step)
    drawBlocks(left: left, top: top, step: step, side: side)
    if showsRows {
      for (row, name) in names.enumerated() {
        flow.addText(
          name, at: (left - 6, top + (Double(row) + 0.5) * step + 4), size: size, style.text,
          width: left - ChartFlow.margin - 6, anchor: .end)
      }
    }
    flow.height = top + side + 8
    flow.finish(foot: chart.foot, describing: chart.notes + chart.blocks.map(\.name))
  }

  /// The cells one by one; where there are too many, squares of them by the share that is filled.
  private mutating func drawCells(left: Double, top: Double, step: Double) {
    let count = chart.rowCount
    let bins = min(count, MatrixChart.rowLimit)
    guard bins > 0 else { return }
    var sums = [Double](repeating: 0, count: bins * bins)
    for cell in chart.cells where cell.row < count && cell.column < count {
      guard cell.row >= 0, cell.column >= 0, cell.strength.isFinite else { continue }
      let place = cell.row * bins / count * bins + cell.column * bins / count
      sums[place] += min(max(cell.strength, 0), 1)
    }
    let perBin = Double(count) / Double(bins)
    let most = bins == count ? 1 : max(sums.max() ?? 1, 1e-9)
    let size = step * perBin
    // A hair of space between cells shows where one ends.
    let gap = size > 6 ? 0.6 : 0
    let darkest = style.series(0)
    for place in sums.indices where sums[place] > 0 {
      let (row, column) = place.quotientAndRemainder(dividingBy: bins)
      let share = 0.25 + 0.75 * sums[place] / most
      flow.addRectangle(
        left + Double(column) * size + gap / 2, top + Double(row) * size + gap / 2, size - gap,
        size - gap, style.background.mixed(with: darkest, share: share))
    }
  }

  private mutating func drawBlocks(left: Double, top: Double, step: Double, side: Double) {
    var start = 0
    for block in chart.blocks {
      let (from, length) = (Double(start) * step, Double(block.rows.count) * step)
      start += block.rows.count
      for edge in [from, from + length] {
        let thick = style.faint
        flow.add(
          .line([(left, top + edge), (left + side, top + edge)], thick, width: 1, isDashed: false))
        flow.add(
          .line([(left + edge, top), (left + edge, top + side)], thick, width: 1, isDashed: false))
      }
      let name = ChartFlow.cut(block.name, width: max(length, 14) / 11)
      if length > 24, TextWidth.ems(name) > 1.5 {
        flow.addText(
          name, at: (left + from + length / 2, top - 8), size: 11, style.text, anchor: .middle,
          isBold: true)
      }
      if !showsRows, length > 9 {
        flow.addText(
          block.name, at: (left - 6, top + from + length / 2 + 4), size: 10.5, style.text,
          width: left - ChartFlow.margin - 6, anchor: .end)
      }
    }
  }
}
