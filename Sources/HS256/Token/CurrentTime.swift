import HS256Primitives

/// The time that dates are compared with, as far as it is known: it lies between two dates.
///
/// To ask the clock for the exact time takes 20 ns, and the processor finishes everything else first. The second that it
/// was in at its last tick, some milliseconds ago, is at hand on Linux. Nearly every date of a token is further away than
/// that, and what a rule says of it is clear then; for the others ``exact`` is asked for.
@usableFromInline
package struct CurrentTime: Sendable {
    /// The time is this or later.
    @usableFromInline
    package let earliest: NumericDate
    private let isExact: Bool

    /// A time that is given.
    @inline(__always)
    init(exactly time: NumericDate) {
        earliest = time
        isExact = true
    }

    /// A time that is given, or that of the system.
    @inline(__always)
    init(_ time: NumericDate?) {
        self = if let time { CurrentTime(exactly: time) } else { .system }
    }

    /// - Parameter second: the second that the clock was in at its last tick.
    init(secondOfLastTick second: NumericDate) {
        earliest = second
        isExact = false
    }

    /// The time is this or earlier.
    @inline(__always)
    package var latest: NumericDate {
        // Ticks are hundredths of a second at most. In a virtual machine some may be late.
        isExact ? earliest : earliest.later(bySeconds: 10)
    }

    /// The time of the system.
    @usableFromInline
    package static var system: CurrentTime {
        guard let second = Platform.secondOfLastTick.flatMap({ NumericDate(unixSeconds: $0) }) else {
            return CurrentTime(exactly: .now)
        }
        return CurrentTime(secondOfLastTick: second)
    }

    /// The time itself.
    package var exact: NumericDate { isExact ? earliest : .now }
}
