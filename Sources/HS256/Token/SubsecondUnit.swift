/// What developers take for seconds.
package enum SubsecondUnit: String, Sendable, Hashable {
    /// JavaScript's `Date.now()`.
    case milliseconds
    /// PostgreSQL's and Python's `time.time_ns() // 1000`.
    case microseconds
    /// Go's `UnixNano()`.
    case nanoseconds

    /// The unit in which a number of so many digits is a date of our days. Milliseconds with 14 digits are dates up to the
    /// year 5138.
    init?(digitCount: Int) {
        switch digitCount {
        case 13...14: self = .milliseconds
        case 16: self = .microseconds
        case 19: self = .nanoseconds
        default: return nil
        }
    }

    /// How many of it a second has.
    var countPerSecond: Int {
        switch self {
        case .milliseconds: return 1_000
        case .microseconds: return 1_000_000
        case .nanoseconds: return 1_000_000_000
        }
    }
}
