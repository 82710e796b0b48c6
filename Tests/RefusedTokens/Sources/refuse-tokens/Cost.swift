/// What some work costs.
enum Cost {
    /// How many bytes it allocates, once everything that is made only once has been made.
    static func bytes(_ work: () -> Void) -> Int {
        work()
        let before = HeapCounter.byteCount
        work()
        return HeapCounter.byteCount - before
    }

    /// The shortest time of several runs, in nanoseconds: what else the machine does only ever adds to it.
    static func nanoseconds(_ work: () -> Void) -> Int {
        let clock = ContinuousClock()
        let shortest = (0..<9).map { _ in clock.measure(work) }.min() ?? .zero
        return Int(shortest.components.seconds) * 1_000_000_000 + Int(shortest.components.attoseconds / 1_000_000_000)
    }
}
