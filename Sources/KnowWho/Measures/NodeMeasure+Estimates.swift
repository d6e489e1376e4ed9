// Measures by faster ways than computing every score exactly.

extension Graph {
  /// Returns betweenness estimated from samples, and how far off each score may be.
  ///
  /// - Parameters:
  ///   - sampling: How samples are drawn.
  ///   - settings: What it is computed with.
  ///   - convention: What the exact scores would be.
  /// - Returns: The scores and their errors.
  /// - Throws: ``GraphMeasures/MeasureError/stepsOnly(measure:)`` where paths are not measured in
  ///   steps, or what ``GraphMeasures`` says of parameters.
  func betweennessBySamples(
    _ sampling: NodeMeasure.Sampling, _ settings: NodeMeasure.Settings, _ convention: Phrase
  ) throws(MeasureError) -> [NodeMeasure.Column] {
    guard settings.lengths == .steps else {
      throw .stepsOnly(measure: "betweenness by samples")
    }
    let result = try approximateBetweenness(
      epsilon: sampling.epsilon, confidence: sampling.confidence, seed: sampling.seed,
      scaling: settings.scaling ?? .scaled, execution: settings.execution)
    return [
      NodeMeasure.Column(
        name: "betweenness", scores: result.scores, isCount: false,
        convention: Phrase(
          "\(convention.english); estimated: with a probability of at least "
            + "\(sampling.confidence) no scaled score is off by more than \(sampling.epsilon) "
            + "(seed \(sampling.seed), \(result.sampleCount) paths drawn and "
            + "\(result.pilotCount) before to learn how many are needed)",
          "\(convention.japanese)。推定値：\(sampling.confidence) 以上の確率で、どの値の誤差も（基準化した値で）"
            + "\(sampling.epsilon) 以内（乱数の種 \(sampling.seed)、抽出した経路 \(result.sampleCount)、"
            + "必要な数を知るための予備の経路 \(result.pilotCount)）")),
      NodeMeasure.Column(
        name: "betweenness_error", scores: result.errors, isCount: false,
        convention: Phrase(
          "how far the score is off at most; all of these hold at once with a "
            + "probability of at least \(sampling.confidence)",
          "値の誤差の上限。すべてが同時に成り立つ確率は \(sampling.confidence) 以上")),
    ]
  }

  /// Returns harmonic closeness estimated from sketches.
  ///
  /// - Parameters:
  ///   - settings: What it is computed with.
  ///   - convention: What the exact scores would be.
  /// - Returns: The scores.
  /// - Throws: As ``betweennessBySamples(_:_:_:)``.
  func harmonicBySketches(
    _ settings: NodeMeasure.Settings, _ convention: Phrase
  ) throws(MeasureError) -> NodeMeasure.Column {
    guard settings.lengths == .steps else {
      throw .stepsOnly(measure: "harmonic by sketches")
    }
    let precision = settings.fittingPrecision(on: self)
    let scores = try approximateHarmonicCloseness(
      precision: precision, scaling: settings.scaling ?? .scaled, execution: settings.execution)
    let error = (HyperBall.relativeError(precision: precision) * 1000).rounded() / 10
    return NodeMeasure.Column(
      name: "harmonic", scores: scores, isCount: false,
      convention: Phrase(
        "\(convention.english); estimated by sketches of precision \(precision)"
          + (precision == settings.precision ? "" : ", the greatest that fits the memory")
          + ": the count of those within so many steps has a relative standard error of at most "
          + "\(error) %, that of those one step away none",
        "\(convention.japanese)。精度\(precision)のスケッチによる推定値"
          + (precision == settings.precision ? "" : "（メモリーに収まる最大の精度）")
          + "：各歩数以内の相手の数の相対標準誤差は\(error) %以下（1歩の相手の数は正確）"))
  }

  /// Returns harmonic closeness of the nodes that score highest, NaN for others.
  ///
  /// Nodes are never left out that score as much as the last that is asked for.
  ///
  /// - Parameter settings: What it is computed with.
  /// - Returns: The scores; nil where it would take longer than all of them.
  func highestHarmonicCloseness(_ settings: NodeMeasure.Settings) -> [Double]? {
    guard let top = settings.top, settings.lengths == .steps,
      settings.scaling ?? .scaled == .scaled, nodeCount >= NodeMeasure.manyNodes
    else { return nil }
    // One more tells whether the last has an equal.
    var count = top + 1
    while count <= nodeCount / 100, !settings.execution.isCancelled() {
      let found = topHarmonicCloseness(count, execution: settings.execution)
      guard found.scores.count == count else { return nil }
      // What rounding alone tells apart shares a rank.
      if found.scores[top - 1] > found.scores[count - 1] * (1 + 1e-9) {
        var scores = [Double](repeating: .nan, count: nodeCount)
        for (node, score) in zip(found.nodes, found.scores) { scores[node] = score }
        return scores
      }
      count *= 4
    }
    return nil
  }
}

extension NodeMeasure {
  /// With fewer nodes, computing all scores takes no time to speak of.
  static let manyNodes = 10_000
}

extension NodeMeasure.Settings {
  /// Returns the precision asked for, or the greatest that fits the memory where that is less.
  func fittingPrecision(on graph: Graph) -> Int {
    min(
      precision ?? HyperBall.precisions.upperBound,
      graph.greatestPrecision(execution) ?? HyperBall.precisions.lowerBound)
  }
}
