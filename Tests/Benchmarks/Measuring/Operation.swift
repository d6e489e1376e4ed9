/// Something that is measured.
struct Operation: Sendable {
  /// Its name, the same as in the script that runs the peers.
  let name: String

  /// What must hold of its result.
  let law: Law

  /// Whether it runs on a graph that was read before.
  let needsGraph: Bool

  /// Makes what it needs besides the graph, outside the timed part.
  let prepare: @Sendable (Subject) -> Void

  /// Runs it.
  let run: @Sendable (Subject) throws -> Outcome

  init(
    _ name: String, _ law: Law, needsGraph: Bool = true,
    prepare: @escaping @Sendable (Subject) -> Void = { _ in },
    run: @escaping @Sendable (Subject) throws -> Outcome
  ) {
    self.name = name
    self.law = law
    self.needsGraph = needsGraph
    self.prepare = prepare
    self.run = run
  }
}
