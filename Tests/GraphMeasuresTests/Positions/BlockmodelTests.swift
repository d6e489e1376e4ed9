import GraphMeasures
import GraphStructure
import Testing

@Suite("Blockmodels")
struct BlockmodelTests {
  @Test("counts ties and pairs of every block", arguments: RandomGraph.seeds)
  func oracle(seed: UInt64) throws {
    let sample = RandomGraph(seed: seed)
    let partition = Partition(sample.graph.nodes.map { ($0 * 7 + Int(seed)) % 3 })
    for values in EdgeValues.allCases {
      let matrix = tieMatrix(of: sample, values)
      let model = try sample.graph.blockmodel(of: partition, values: values)
      var (ties, promised): ([Double], [Double]) = ([], [])
      let all = matrix.indices.flatMap { row in
        matrix.indices.filter { $0 != row }.map { (row, $0) }
      }
      let density = all.isEmpty ? 0 : all.reduce(0) { $0 + matrix[$1.0][$1.1] } / Double(all.count)
      expectClose(model.alpha, density)
      func block(_ row: Int, _ column: Int) -> [(Int, Int)] {
        all.filter { partition.labels[$0.0] == row && partition.labels[$0.1] == column }
      }
      for row in 0..<partition.count {
        for column in 0..<partition.count {
          let cells = block(row, column)
          let sum = cells.reduce(0) { $0 + matrix[$1.0][$1.1] }
          expectClose(model.tieSums[row][column], sum)
          #expect(model.pairCounts[row][column] == cells.count)
          expectClose(
            model.densities[row][column], cells.isEmpty ? .nan : sum / Double(cells.count))
          #expect(
            model.image[row][column]
              == (!cells.isEmpty && sum > 0 && sum / Double(cells.count) >= model.alpha))
        }
      }
      for (row, column) in all {
        ties.append(matrix[row][column])
        promised.append(
          model.image[partition.labels[row]][partition.labels[column]] ? 1 : 0)
      }
      expectClose(
        model.fit, ties.isEmpty ? .nan : correlation(ties, promised), 1e-9, "\(values)")
    }
  }

  @Test("A core, whose periphery has ties with it alone, fits perfectly")
  func perfect() throws {
    let core = KnownGraphs.graph(5, [(0, 1), (0, 2), (0, 3), (0, 4), (1, 2), (1, 3), (1, 4)])
    let model = try core.blockmodel(of: Partition([0, 0, 1, 1, 1]))
    #expect(model.image == [[true, true], [true, false]])
    #expect(model.densities == [[1, 1], [1, 0]])
    #expect(model.tieSums == [[2, 6], [6, 0]])
    #expect(model.fit == 1)
    #expect(model.alpha == 0.7)
    let strict = try core.blockmodel(of: Partition([0, 0, 0, 1, 1]), alpha: 1)
    #expect(strict.image == [[true, false], [false, false]])
    // Ties of three of the six pairs within are promised and there; four others are not promised.
    #expect(strict.densities[0][1] == 4.0 / 6)
  }

  @Test("Self loops are left out; parallel edges count once or add up")
  func loopsAndParallels() throws {
    let graph = KnownGraphs.graph(
      2, [(0, 0), (0, 1), (0, 1)], isDirected: true, strengths: [9, 1, 2], parallelEdges: .keep)
    let whole = Partition([0, 0])
    #expect(try graph.blockmodel(of: whole).tieSums == [[1]])
    #expect(try graph.blockmodel(of: whole, values: .strengths).tieSums == [[3]])
  }

  @Test("Turned round, the tables are transposed")
  func reversal() throws {
    let graph = largeRandomGraph(seed: 34, isDirected: true)
    let partition = Partition(graph.nodes.map { $0 % 5 })
    let model = try graph.blockmodel(of: partition, values: .strengths)
    let reversed = try graph.reversed.blockmodel(of: partition, values: .strengths)
    for row in 0..<5 {
      expectClose(reversed.tieSums[row], (0..<5).map { model.tieSums[$0][row] })
    }
    expectClose(reversed.fit, model.fit)
  }

  @Test("Graphs with hardly anything in them, and wrong numbers")
  func degenerate() throws {
    let none = try KnownGraphs.graph(0, []).blockmodel(of: Partition([Int]()))
    #expect(none.image.isEmpty && none.fit.isNaN)
    let one = try KnownGraphs.graph(1, [(0, 0)]).blockmodel(of: Partition([0]))
    #expect(one.image == [[false]] && one.densities[0][0].isNaN && one.fit.isNaN)
    let empty = try KnownGraphs.graph(4, []).blockmodel(of: Partition([0, 0, 1, 1]))
    #expect(empty.image == [[false, false], [false, false]] && empty.fit.isNaN)
    let full = try KnownGraphs.complete(4).blockmodel(of: Partition([0, 0, 1, 1]))
    #expect(full.image == [[true, true], [true, true]] && full.fit.isNaN)
    for alpha in [-0.1, .nan, .infinity] {
      #expect(throws: MeasureError.self) {
        try KnownGraphs.kite.blockmodel(of: Partition([Int](repeating: 0, count: 10)), alpha: alpha)
      }
    }
  }
}
