/// A queue from which the earliest day comes first, and of the same day what was put in first.
struct DayQueue<Element> {
  private var heap: [(day: Int, number: Int, element: Element)] = []
  private var count = 0

  mutating func push(_ element: Element, on day: Int) {
    heap.append((day, count, element))
    count += 1
    var place = heap.count - 1
    while place > 0, precedes(place, (place - 1) / 2) {
      heap.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  mutating func pop() -> (day: Int, element: Element)? {
    guard let first = heap.first, let last = heap.popLast() else { return nil }
    guard !heap.isEmpty else { return (first.day, first.element) }
    heap[0] = last
    var place = 0
    while true {
      var least = place
      for child in [2 * place + 1, 2 * place + 2] where child < heap.count {
        if precedes(child, least) { least = child }
      }
      if least == place { return (first.day, first.element) }
      heap.swapAt(place, least)
      place = least
    }
  }

  private func precedes(_ first: Int, _ second: Int) -> Bool {
    (heap[first].day, heap[first].number) < (heap[second].day, heap[second].number)
  }
}
