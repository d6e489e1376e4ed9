internal import NetworkData

/// The cells of a matrix that are not zero.
struct MatrixCells {
  private var rows: [UInt32] = []
  private var columns: [UInt32] = []
  private var values: [Double] = []

  /// Takes a cell unless it is zero.
  ///
  /// - Parameters:
  ///   - row: Its row, counted from 0.
  ///   - column: Its column, counted from 0.
  ///   - value: What stands there.
  mutating func add(_ row: Int, _ column: Int, _ value: Double) {
    guard value != 0 else { return }
    rows.append(UInt32(row))
    columns.append(UInt32(column))
    values.append(value)
  }

  /// The number of cells that are not zero.
  var count: Int { values.count }

  /// Whether the matrix reads the same across its diagonal, and has a cell beside it.
  ///
  /// - Complexity: O(cells · log cells).
  var isSymmetric: Bool {
    guard zip(rows, columns).contains(where: { $0 != $1 }) else { return false }
    func sorted(_ first: [UInt32], _ second: [UInt32]) -> [(key: UInt64, value: Double)] {
      let keyed = values.indices.map {
        (key: UInt64(first[$0]) << 32 | UInt64(second[$0]), value: values[$0])
      }
      return keyed.sorted { ($0.key, $0.value) < ($1.key, $1.value) }
    }
    return zip(sorted(rows, columns), sorted(columns, rows)).allSatisfy {
      $0.key == $1.key && $0.value == $1.value
    }
  }

  /// Adds the cells to a network as ties.
  ///
  /// A matrix of one mode that reads the same across its diagonal says nothing of directions: unless
  /// they are asked for, each pair of its cells is one undirected tie. Any other matrix of one mode
  /// holds directed ties from its rows to its columns; one of two modes holds undirected ones.
  ///
  /// - Parameters:
  ///   - assembly: Receives the ties.
  ///   - firstMode: The number of rows where columns stand for actors of their own, behind those of
  ///     the rows; nil where both stand for the same actors.
  ///   - isDirected: Whether directions are asked for.
  ///   - isHalf: Whether the cells are those of one half of a symmetric matrix.
  ///   - line: Where the matrix stands.
  func add(
    to assembly: inout NetworkAssembly, firstMode: Int?, isDirected: Bool, isHalf: Bool = false,
    line: Int
  ) {
    if isHalf {
      assembly.addTies(
        from: rows, to: columns, isDirected: false, strengths: values, line: line)
    } else if let firstMode {
      assembly.addTies(
        from: rows, to: columns.map { $0 + UInt32(firstMode) }, isDirected: false,
        strengths: values, line: line)
    } else if !isDirected, isSymmetric {
      let upper = values.indices.filter { rows[$0] <= columns[$0] }
      assembly.addTies(
        from: upper.map { rows[$0] }, to: upper.map { columns[$0] }, isDirected: false,
        strengths: upper.map { values[$0] }, line: line)
    } else {
      assembly.addTies(
        from: rows, to: columns, isDirected: true, strengths: values, line: line)
    }
  }
}
