/// An adjacency matrix whose rows and columns are put in blocks: who is tied to whom, and which
/// blocks are dense.
public struct MatrixChart: Sendable {
  /// Rows that belong together.
  public struct Block: Sendable, Hashable {
    /// What it is called.
    public let name: String
    /// The names of its rows, from top to bottom.
    public let rows: [String]

    /// Creates a block.
    ///
    /// - Parameters:
    ///   - name: What it is called.
    ///   - rows: The names of its rows.
    public init(name: String, rows: [String]) { (self.name, self.rows) = (name, rows) }
  }

  /// A cell that is not empty.
  public struct Cell: Sendable, Hashable {
    /// Its row, counted over all blocks.
    public let row: Int
    /// Its column, counted likewise.
    public let column: Int
    /// How strong it is, 0…1.
    public let strength: Double

    /// Creates a cell.
    ///
    /// - Parameters:
    ///   - row: Its row, counted over all blocks.
    ///   - column: Its column, counted likewise.
    ///   - strength: How strong it is, 0…1.
    public init(row: Int, column: Int, strength: Double = 1) {
      (self.row, self.column, self.strength) = (row, column, strength)
    }
  }

  /// The heading.
  public var title: String
  /// Lines below the heading; empty ones are left out.
  public var notes: [String]
  /// The blocks from top to bottom and from left to right.
  public var blocks: [Block]
  /// The cells.
  public var cells: [Cell]
  /// Lines at the foot; empty ones are left out.
  public var foot: [String]
  /// The language of the text, as BCP 47 names it.
  public var languageCode: String
  /// The colours.
  public var style = ChartStyle.light

  /// Creates a chart.
  ///
  /// - Parameters:
  ///   - title: The heading.
  ///   - notes: Lines below the heading.
  ///   - blocks: The blocks from top to bottom.
  ///   - cells: The cells that are not empty.
  ///   - foot: Lines at the foot.
  ///   - languageCode: The language of the text.
  public init(
    title: String, notes: [String], blocks: [Block], cells: [Cell], foot: [String],
    languageCode: String
  ) {
    (self.title, self.notes, self.blocks) = (title, notes, blocks)
    (self.cells, self.foot, self.languageCode) = (cells, foot, languageCode)
  }

  /// How many rows there are.
  var rowCount: Int { blocks.reduce(0) { $0 + $1.rows.count } }

  /// The most rows that are drawn one by one; more are drawn by the share of cells that are filled.
  static let rowLimit = 400
}

extension MatrixChart: PageChart {
  var page: ChartPage {
    var drawing = MatrixChartDrawing(self)
    drawing.draw()
    return drawing.page
  }
}
