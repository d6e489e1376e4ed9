internal import Dispatch
internal import Synchronization

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// The one lane on which Graphviz runs.
///
/// Graphviz keeps state in global variables: two contexts on two threads crash. Everything that
/// calls it is isolated to this actor, whose executor is a single thread with a stack deep enough
/// for Graphviz's recursions.
@globalActor
package actor DrawingLane {
  package static let shared = DrawingLane()

  private let thread = LaneThread()

  package nonisolated var unownedExecutor: UnownedSerialExecutor {
    unsafe thread.asUnownedSerialExecutor()
  }

  /// Does work on the lane while the calling thread waits.
  ///
  /// For synchronous programs; a task that awaits should call isolated functions instead.
  nonisolated static func wait<Result: Sendable>(
    for work: @escaping @Sendable @DrawingLane () -> Result
  ) -> Result {
    let delivery = Delivery<Result>()
    Task { @DrawingLane in delivery.deliver(work()) }
    return delivery.take()
  }
}

/// A value that one thread waits for.
private final class Delivery<Value: Sendable>: Sendable {
  private let value = Mutex<Value?>(nil)
  private let arrived = DispatchSemaphore(value: 0)

  func deliver(_ delivered: Value) {
    value.withLock { $0 = delivered }
    arrived.signal()
  }

  func take() -> Value {
    while true {
      arrived.wait()
      if let delivered = value.withLock({ $0 }) { return delivered }
    }
  }
}

/// An executor that runs its jobs one after another on a thread of its own.
private final class LaneThread: SerialExecutor {
  private let jobs = Mutex<[UnownedJob]>([])
  private let waiting = DispatchSemaphore(value: 0)

  /// Graphviz recurses along paths; 512 KiB, the default off the main thread on macOS, is little.
  private static let stackSize = 16 << 20

  init() {
    let failure = unsafe withUnsafeTemporaryAllocation(of: pthread_attr_t.self, capacity: 1) {
      guard let attributes = $0.baseAddress else { return Int32(1) }
      unsafe pthread_attr_init(attributes)
      defer { unsafe pthread_attr_destroy(attributes) }
      unsafe pthread_attr_setstacksize(attributes, Self.stackSize)
      unsafe pthread_attr_setdetachstate(attributes, Int32(PTHREAD_CREATE_DETACHED))
      return unsafe start(attributes)
    }
    precondition(failure == 0, "the system gave no thread for drawing")
  }

  /// Starts the thread, which keeps its executor alive for ever.
  private func start(_ attributes: UnsafePointer<pthread_attr_t>) -> Int32 {
    let retained = unsafe Unmanaged.passRetained(self).toOpaque()
    #if canImport(Darwin)
      var thread: pthread_t?
      return unsafe pthread_create(
        &thread, attributes,
        { argument in
          unsafe Unmanaged<LaneThread>.fromOpaque(argument).takeUnretainedValue().run()
        }, retained)
    #else
      var thread: pthread_t = 0
      return unsafe pthread_create(
        &thread, attributes,
        { argument in
          guard let argument = unsafe argument else { return nil }
          unsafe Unmanaged<LaneThread>.fromOpaque(argument).takeUnretainedValue().run()
        }, retained)
    #endif
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let unowned = UnownedJob(job)
    jobs.withLock { $0.append(unowned) }
    waiting.signal()
  }

  private func run() -> Never {
    while true {
      waiting.wait()
      let job = jobs.withLock { $0.isEmpty ? nil : $0.removeFirst() }
      if let job { unsafe job.runSynchronously(on: asUnownedSerialExecutor()) }
    }
  }
}
