internal import NetworkData

/// A meeting, and who was there.
struct MeetingRecord {
  /// When it was held, where known.
  var date: PartialDate?

  /// How long it was.
  var hours: Double

  /// Whether its sheet marks who was absent, so that no mark means not expected.
  var marksAbsence: Bool

  /// The mark of each member, by its position.
  private(set) var marks: [Int: AttendanceMark] = [:]

  /// Takes a mark; of several people of a firm the best one counts.
  mutating func mark(_ member: Int, _ mark: AttendanceMark) {
    let order: [AttendanceMark] = [.unmarked, .absent, .partly, .present]
    let old = marks[member] ?? .unmarked
    let isBetter = (order.firstIndex(of: mark) ?? 0) > (order.firstIndex(of: old) ?? 0)
    if isBetter { marks[member] = mark }
  }

  /// The members who were there, and for how long.
  var attendees: [(member: Int, hours: Double)] {
    marks.sorted { $0.key < $1.key }.compactMap { member, mark in
      switch mark {
      case .present: (member, hours)
      case .partly: (member, hours / 2)
      case .absent, .unmarked: nil
      }
    }
  }
}

/// Time that two members spent at meetings together.
struct CoAttendance {
  /// The members, the lesser position first.
  var pair: (Int, Int)
  /// Hours: at each meeting those of the one who stayed less.
  var hours = 0.0
  /// The number of meetings.
  var meetings = 0
  /// The first and the last meeting, where dates are known.
  var first: PartialDate?
  var last: PartialDate?

  /// The most pairs of members that are counted at all meetings together.
  static let pairLimit = 20_000_000

  /// Returns the time that members spent together.
  ///
  /// - Parameter meetings: The meetings.
  /// - Returns: A record a pair that met, in the order of the pairs; nil if there are more than
  ///   ``pairLimit``.
  /// - Complexity: O(attendees²) a meeting.
  static func all(at meetings: [MeetingRecord]) -> [CoAttendance]? {
    var total = 0
    var found: [UInt64: CoAttendance] = [:]
    for meeting in meetings {
      let attendees = meeting.attendees
      total += attendees.count * (attendees.count - 1) / 2
      guard total <= pairLimit else { return nil }
      for (place, one) in attendees.enumerated() {
        for other in attendees[(place + 1)...] {
          let key = UInt64(one.member) << 32 | UInt64(other.member)
          found[key, default: CoAttendance(pair: (one.member, other.member))].add(
            min(one.hours, other.hours), on: meeting.date)
        }
      }
    }
    return found.sorted { $0.key < $1.key }.map(\.value)
  }

  private mutating func add(_ hours: Double, on date: PartialDate?) {
    self.hours += hours
    meetings += 1
    guard let date else { return }
    if first.map({ date.earliestDay < $0.earliestDay }) ?? true { first = date }
    if last.map({ date.latestDay > $0.latestDay }) ?? true { last = date }
  }
}
