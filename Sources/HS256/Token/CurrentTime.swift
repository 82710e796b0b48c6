/// The time that dates are compared with, as far as it is known: it lies between two dates.
///
/// To ask the clock for the exact time takes 20 ns, and the processor finishes everything else first. What the clock said
/// at its last tick, some milliseconds ago, takes 5. Nearly every date of a token is further away than that, and what a
/// rule says of it is clear then; for the others ``exact`` is asked for.
struct CurrentTime {
    /// The time is this or later.
    let earliest: NumericDate
    /// The time is this or earlier.
    let latest: NumericDate

    /// A time that is given.
    @inline(__always)
    init(exactly time: NumericDate) {
        earliest = time
        latest = time
    }

    /// A time that is given, or that of the system.
    @inline(__always)
    init(_ time: NumericDate?) {
        self = if let time { CurrentTime(exactly: time) } else { .system }
    }

    /// - Parameter second: the second that the clock was in at its last tick.
    init(secondOfLastTick second: NumericDate) {
        earliest = second
        // The second itself, and a hundred ticks of the slowest clock there is.
        latest = second.later(bySeconds: 2)
    }

    /// The time of the system.
    static var system: CurrentTime {
        guard let second = Platform.secondOfLastTick.flatMap({ NumericDate(unixSeconds: $0) }) else {
            return CurrentTime(exactly: .now)
        }
        return CurrentTime(secondOfLastTick: second)
    }

    /// The time itself.
    var exact: NumericDate {
        earliest == latest ? earliest : .now
    }
}
