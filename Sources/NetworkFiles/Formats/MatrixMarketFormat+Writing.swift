internal import NetworkData

extension MatrixMarketFormat {
  /// Returns a network as a matrix.
  ///
  /// - Parameter network: The network.
  /// - Returns: The file's bytes: a symmetric matrix where no tie is directed, a rectangular one where
  ///   actors are of two modes, else a general one that holds undirected ties both ways.
  static func written(_ network: Network) -> [UInt8] {
    let ties = network.ties
    let values = ties.writtenValues
    let modes = rectangle(of: network)
    let isSymmetric = modes == nil && ties.indices.allSatisfy { !ties.isDirected($0) }
    let field = values == nil ? "pattern" : "real"
    var text = Array(
      "%%MatrixMarket matrix coordinate \(field) \(isSymmetric ? "symmetric" : "general")\n".utf8)
    text += Array(SyntheticNote.comment(for: network.description, sign: "%").utf8)
    let count = network.actors.count
    var entryCount = ties.count
    if !isSymmetric, modes == nil {
      entryCount += ties.indices.count {
        !ties.isDirected($0) && ties.sources[$0] != ties.targets[$0]
      }
    }
    text += Array("\(modes ?? count) \(modes.map { count - $0 } ?? count) \(entryCount)\n".utf8)
    func append(_ row: UInt32, _ column: UInt32, _ tie: Int) {
      text += Array("\(row + 1) \(column + 1)".utf8)
      if let value = values?[tie] { text += Array(" \(NumberText.shortest(value))".utf8) }
      text.append(Ascii.lineFeed)
    }
    for tie in ties.indices {
      let (source, target) = (ties.sources[tie], ties.targets[tie])
      if let modes {
        append(min(source, target), max(source, target) - UInt32(modes), tie)
      } else if isSymmetric {
        append(max(source, target), min(source, target), tie)
      } else {
        append(source, target, tie)
        if !ties.isDirected(tie), source != target { append(target, source, tie) }
      }
    }
    return text
  }

  /// Returns what a matrix loses: what actors are called, and kinds that are no modes.
  static func losses(of network: Network) -> [Phrase] {
    var losses: [Phrase] = []
    let modes = rectangle(of: network)
    let ids = network.actors.ids
    let expected =
      modes.map { Modes.ids(rows: [], $0, columns: [], ids.count - $0) }
      ?? NumberColumn.counting(to: ids.count)
    if ids != expected { losses.append(Phrase("ids of actors", "主体の id")) }
    if network.actors.kinds != nil, modes == nil {
      losses.append(Phrase("kinds of actors", "主体の種類"))
    }
    return losses
      + network.ties.attributes.losses(besides: { $0 == "value" }, of: Phrase("ties", "つながり"))
  }

  /// Returns the number of rows of a rectangular matrix, nil where a square one is needed.
  private static func rectangle(of network: Network) -> Int? {
    let ties = network.ties
    guard let rows = Modes.firstCount(of: network), rows * 2 != network.actors.count,
      ties.indices.allSatisfy({ tie in
        !ties.isDirected(tie)
          && (Int(ties.sources[tie]) < rows) != (Int(ties.targets[tie]) < rows)
      })
    else { return nil }
    return rows
  }
}

extension NetworkFormat {
  /// Sparse and dense matrices.
  static let matrixMarket = NetworkFormat(
    name: "mtx", title: "Matrix Market", endings: ["mtx", "mm"],
    recognizes: { $0.starts(with: "%%MatrixMarket".utf8) },
    read: { file, options, execution throws(FileProblem) in
      try MatrixMarketFormat.read(file, options, execution)
    },
    write: { network, _ throws(FileProblem) in MatrixMarketFormat.written(network) },
    holds: [
      .synthetic, .isolates, .actorKinds, .directed, .strengths, .tieAttributes, .parallelTies,
      .loops,
    ],
    furtherLosses: MatrixMarketFormat.losses)
}
