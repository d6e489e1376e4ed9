public import GraphStructure

/// Betweenness that was estimated from samples, with how far it may be from the true one.
public struct ApproximateBetweenness: Sendable, Equatable {
  /// The estimated score of every node.
  public let scores: [Double]

  /// How far the true score of each node is from the estimated one at most.
  ///
  /// All these bounds hold at once, with at least the probability ``confidence``.
  public let errors: [Double]

  /// The error that was asked for, of scaled scores.
  public let epsilon: Double

  /// The probability with which all bounds hold at least.
  public let confidence: Double

  /// How many shortest paths the scores are made of.
  public let sampleCount: Int

  /// How many more were drawn before, to find out how many are needed.
  public let pilotCount: Int

  /// The greatest of all ``errors``; of scaled scores at most ``epsilon``.
  public var greatestError: Double { errors.max() ?? 0 }
}

extension Graph {
  /// Returns the betweenness of every node, estimated from shortest paths drawn at random, with a
  /// proven bound of the error.
  ///
  /// The definition is that of ``betweenness(scaling:execution:)``. A sample is a pair of different
  /// nodes, each ordered pair as likely, and one of the shortest paths from the first to the second,
  /// each as likely; where no path leads, the sample counts for nobody. The share of the samples
  /// that pass through a node estimates its betweenness ÷ *n* (*n* − 1), without bias; times
  /// *n* / (*n* − 2) that is the scaled score, ÷ (*n* − 1)(*n* − 2), and it is the error of this
  /// one that `epsilon` bounds.
  ///
  /// With at least the probability `confidence` **no** node's true scaled score differs from the
  /// estimated one by more than `epsilon`, and none by more than its own, mostly much smaller
  /// ``ApproximateBetweenness/errors``. The proof needs nothing but that samples are independent:
  /// the bound of Chernoff and Hoeffding for each node, both sides and each time at which the
  /// samples are looked at, probabilities of failure added up. How they are shared out follows a
  /// pilot of other samples, as in KADABRA; the number of samples depends neither on the diameter
  /// nor, but for a logarithm, on the number of nodes. Self loops and parallel edges change nothing,
  /// and graphs may be directed and disconnected. However many shortest paths there are, they are
  /// counted right.
  ///
  /// Sample *i* takes its chance from the *i*-th number of a generator with the seed, so the same
  /// seed gives the same bits at any number of threads.
  ///
  /// - Parameters:
  ///   - epsilon: The greatest error of a scaled score, above 0 and below 1.
  ///   - confidence: The least probability with which it holds, above 0 and below 1.
  ///   - seed: Equal seeds give equal samples.
  ///   - scaling: As in ``betweenness(scaling:execution:)``. Errors are scaled with the scores; with
  ///     `.l2` by the length of the estimated scores, whose own error they leave out.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: Scores, errors and how many samples they took; all scores and errors are 0 where
  ///   there are fewer than three nodes.
  /// - Throws: ``MeasureError/parameterOutOfRange(name:value:allowed:)``.
  /// - Complexity: O(log(*n* / (1 − `confidence`)) / `epsilon`²) samples at most, fewer where the
  ///   greatest score is far from ½; each O(*n* + *m*) at most, in small worlds about √*m*. O(*n*)
  ///   space a thread.
  /// - SeeAlso: M. Borassi, E. Natale. KADABRA is an adaptive algorithm for betweenness via random
  ///   approximation. ACM Journal of Experimental Algorithmics 24, 2019; M. Riondato, E. M.
  ///   Kornaropoulos. Fast approximation of betweenness centrality through sampling. Data Mining
  ///   and Knowledge Discovery 30, 2016.
  public func approximateBetweenness(
    epsilon: Double = 0.01, confidence: Double = 0.9, seed: UInt64 = 1,
    scaling: Scaling = .scaled, execution: Execution = .standard
  ) throws(MeasureError) -> ApproximateBetweenness {
    for (name, value) in [("epsilon", epsilon), ("confidence", confidence)]
    where !(value > 0 && value < 1) {
      throw .parameterOutOfRange(name: name, value: value, allowed: "above 0 and below 1")
    }
    guard nodeCount > 2 else {
      let zeros = [Double](repeating: 0, count: nodeCount)
      return ApproximateBetweenness(
        scores: zeros, errors: zeros, epsilon: epsilon, confidence: confidence, sampleCount: 0,
        pilotCount: 0)
    }
    let stretch = Double(nodeCount) / Double(nodeCount - 2)
    let paths = SampledPaths(self, seed: seed)
    // Few beside those that follow: where no score is great, about 1 / epsilon times a logarithm.
    let pilotCount = Int((10 / epsilon).rounded(.up))
    var pilotCounts = [Int32](repeating: 0, count: nodeCount)
    paths.count(0..<pilotCount, into: &pilotCounts, execution.reporting(0..<0.1))
    let shares = SampledShares(
      pilotCounts: pilotCounts, pilotSize: pilotCount, epsilon: epsilon / stretch,
      failure: 1 - confidence)
    var counts = [Int32](repeating: 0, count: nodeCount)
    var sampleCount = 0
    var errors: [Double] = []
    var look = 0
    repeat {
      let next = shares.sampleCount(ofLook: look)
      paths.count(
        pilotCount + sampleCount..<pilotCount + next, into: &counts,
        look == 0 ? execution.reporting(0.1..<1) : execution.silent)
      sampleCount = next
      errors = shares.errors(counts, atLook: look)
      look += 1
    } while errors.contains { $0 * stretch > epsilon } && !execution.isCancelled()
    execution.onProgress?(1)
    let factor =
      switch scaling {
      case .scaled, .l2: stretch
      case .raw: Double(nodeCount * (nodeCount - 1)) / (isDirected ? 1 : 2)
      }
    var scores = counts.map { factor * (Double($0) / Double(sampleCount)) }
    errors = errors.map { factor * $0 }
    if scaling == .l2 {
      let length = scores.reduce(0) { $0 + $1 * $1 }.squareRoot()
      scores.divide(by: length)
      errors.divide(by: length)
    }
    return ApproximateBetweenness(
      scores: scores, errors: errors, epsilon: epsilon, confidence: confidence,
      sampleCount: sampleCount, pilotCount: pilotCount)
  }
}

/// Shortest paths between random nodes.
private struct SampledPaths: Sendable {
  let outgoing: Arcs
  let incoming: Arcs
  let seed: UInt64

  /// What one thread draws with.
  struct Scratch {
    var sampler: PathSampler<Double>
    /// For pairs with more paths than a `Double` holds; made when the first is met.
    var patientSampler: PathSampler<ScaledNumber>?
  }

  init(_ graph: Graph, seed: UInt64) {
    outgoing = graph.simpleArcs(.outgoing)
    incoming = graph.isDirected ? graph.simpleArcs(.incoming) : outgoing
    self.seed = seed
  }

  /// Draws some of the samples and counts how many pass through each node.
  func count(_ samples: Range<Int>, into counts: inout [Int32], _ execution: Execution) {
    counts = execution.reduceChunks(
      of: samples.count, chunkSize: Execution.sourcesPerChunk, into: counts,
      makeScratch: { Scratch(sampler: PathSampler(outgoing, reversed: incoming)) },
      work: { range, scratch in
        var inner: [UInt32] = []
        for sample in range { draw(samples.lowerBound + sample, &scratch, &inner) }
        return inner
      },
      merge: { counts, inner in
        for node in inner { counts[Int(node)] += 1 }
      })
  }

  /// Draws one sample and adds the nodes inside its path to others.
  private func draw(_ sample: Int, _ scratch: inout Scratch, _ inner: inout [UInt32]) {
    // The state of a generator moves by a fixed step a number, so its i-th number is found at once.
    var seeds = RandomBits(seed: seed &+ UInt64(sample) &* 0x9E37_79B9_7F4A_7C15)
    var generator = RandomBits(seed: seeds.next())
    let nodeCount = outgoing.nodeCount
    let source = generator.nextIndex(below: nodeCount)
    var target = generator.nextIndex(below: nodeCount - 1)
    if target >= source { target += 1 }
    let ends = generator
    guard !scratch.sampler.draw(from: source, to: target, using: &generator, into: &inner) else {
      return
    }
    var patient = scratch.patientSampler ?? PathSampler(outgoing, reversed: incoming)
    scratch.patientSampler = nil
    generator = ends
    _ = patient.draw(from: source, to: target, using: &generator, into: &inner)
    scratch.patientSampler = patient
  }
}

extension Execution {
  /// The same way to carry out work whose progress is a part of that of a longer one.
  fileprivate func reporting(_ part: Range<Double>) -> Execution {
    tellingProgress { part.lowerBound + $0 * (part.upperBound - part.lowerBound) }
  }
}
