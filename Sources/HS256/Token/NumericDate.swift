import HS256Primitives

/// A point in time as JWTs write it: seconds since 1970-01-01T00:00:00Z, leap seconds left out.
///
/// From 0 up to the last second of the year 9999. A fraction that was read is kept, and what is finer than a nanosecond
/// is kept as "a little more", so that a comparison never rounds a date into validity. Written dates are whole seconds.
///
/// ```swift
/// let now = NumericDate.now
/// let soon = now.advanced(by: .seconds(900))
/// let then: NumericDate = 1_300_819_380
/// ```
///
/// Source: RFC 7519 2 (NumericDate).
public struct NumericDate: Sendable, Hashable {
    /// The last date there is, 9999-12-31T23:59:59Z.
    public static let distantFuture = NumericDate(checked: maximumSeconds, halfNanoseconds: 0)
    /// The first date there is, 1970-01-01T00:00:00Z.
    public static let epoch = NumericDate(checked: 0, halfNanoseconds: 0)

    static var maximumSeconds: Int64 { 253_402_300_799 }

    /// The whole seconds since the epoch, a fraction rounded down.
    public let unixSeconds: Int64

    /// The fraction in halves of a nanosecond, 0..<2 x 10^9. An odd number means "somewhere between two nanoseconds":
    /// the order of dates stays right whatever the number of digits.
    let halfNanoseconds: UInt32

    private init(checked seconds: Int64, halfNanoseconds: UInt32) {
        unixSeconds = seconds
        self.halfNanoseconds = halfNanoseconds
    }

    /// A date in whole seconds.
    ///
    /// - Parameter unixSeconds: seconds since 1970, 0...253402300799; outside of that the result is nil. Milliseconds, as
    ///   JavaScript's `Date.now()` gives them, are outside.
    public init?(unixSeconds: Int64) {
        self.init(unixSeconds: unixSeconds, nanoseconds: 0)
    }

    /// A date with a fraction.
    ///
    /// - Parameters:
    ///   - unixSeconds: seconds since 1970, 0...253402300799; outside of that the result is nil.
    ///   - nanoseconds: 0..<1000000000; outside of that the result is nil.
    public init?(unixSeconds: Int64, nanoseconds: Int) {
        guard (0...Self.maximumSeconds).contains(unixSeconds), (0..<1_000_000_000).contains(nanoseconds) else {
            return nil
        }
        self.init(checked: unixSeconds, halfNanoseconds: UInt32(nanoseconds) * 2)
    }

    /// A date from the parts of a decimal number.
    init?(unixSeconds: Int64, halfNanoseconds: UInt32) {
        guard (0...Self.maximumSeconds).contains(unixSeconds) else { return nil }
        self.init(checked: unixSeconds, halfNanoseconds: halfNanoseconds)
    }

    /// The nanoseconds of the fraction, rounded down.
    public var nanoseconds: Int { Int(halfNanoseconds / 2) }

    /// The date without its fraction.
    public var wholeSecond: NumericDate { NumericDate(checked: unixSeconds, halfNanoseconds: 0) }

    /// The date that lies `duration` later, or earlier if it is negative; at the ends of the range, the end.
    public func advanced(by duration: Duration) -> NumericDate {
        // A duration may be longer than the whole range, and have more seconds than an Int64 holds.
        guard duration < Self.range else { return .distantFuture }
        guard duration > Self.negativeRange else { return .epoch }
        let (seconds, attoseconds) = duration.components
        let added = Int64(halfNanoseconds) + attoseconds / 500_000_000
        let carry: Int64 = added >= 2_000_000_000 ? 1 : added < 0 ? -1 : 0
        let sum = unixSeconds + seconds + carry
        guard sum >= 0 else { return .epoch }
        guard sum <= Self.maximumSeconds else { return .distantFuture }
        return NumericDate(checked: sum, halfNanoseconds: UInt32(added - carry * 2_000_000_000))
    }

    // Made once: the standard library multiplies 128 bits each time.
    private static let range: Duration = .seconds(maximumSeconds + 1)
    private static let negativeRange: Duration = .seconds(-maximumSeconds - 1)

    /// The date that lies so many seconds later; the last one, if there is none.
    @inline(__always)
    func later(bySeconds seconds: Int64) -> NumericDate {
        NumericDate(checked: min(unixSeconds + seconds, Self.maximumSeconds), halfNanoseconds: halfNanoseconds)
    }

    /// How long it is from `earlier` to `later`; negative if `later` is the earlier one.
    public static func - (later: NumericDate, earlier: NumericDate) -> Duration {
        let halves = Int64(later.halfNanoseconds) - Int64(earlier.halfNanoseconds)
        return .seconds(later.unixSeconds - earlier.unixSeconds) + .nanoseconds(halves / 2)
    }
}

extension NumericDate: Comparable {
    /// Whether `a` is earlier than `b`, fractions included.
    public static func < (a: NumericDate, b: NumericDate) -> Bool {
        a.unixSeconds != b.unixSeconds ? a.unixSeconds < b.unixSeconds : a.halfNanoseconds < b.halfNanoseconds
    }
}

extension NumericDate: ExpressibleByIntegerLiteral {
    /// A date written in the source, in seconds. A literal outside 0...253402300799 is a mistake of the programmer's.
    public init(integerLiteral seconds: Int64) {
        precondition((0...Self.maximumSeconds).contains(seconds), "a NumericDate literal is out of range")
        self.init(checked: seconds, halfNanoseconds: 0)
    }
}

extension NumericDate {
    /// The time by the system's clock: to the nanosecond, on Windows to a tenth of a microsecond.
    ///
    /// Traps on a platform without a clock, and where the clock shows a year before 1970 or after 9999: any answer would be
    /// a wrong one that makes tokens good for ever, or for nobody. Pass the time to each call there.
    public static var now: NumericDate {
        let time = Platform.exactTime
        guard let now = NumericDate(unixSeconds: time.seconds, nanoseconds: time.nanoseconds) else {
            preconditionFailure("the system's clock shows no year from 1970 to 9999: pass the time")
        }
        return now
    }
}

extension Duration {
    /// The duration for a person to read, its two largest units: "3 days 4 hours", "15 seconds". The sign is left out.
    package var inWords: String {
        let seconds = components.seconds.magnitude
        if seconds == 0 { return components.attoseconds == 0 ? "0 seconds" : "less than a second" }
        let parts = [
            (seconds / 31_557_600, "year"), (seconds % 31_557_600 / 86_400, "day"), (seconds % 86_400 / 3_600, "hour"),
            (seconds % 3_600 / 60, "minute"), (seconds % 60, "second"),
        ]
        let first = parts.firstIndex { $0.0 > 0 } ?? parts.count - 1
        return parts[first...].prefix(2).filter { $0.0 > 0 }
            .map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }.joined(separator: " ")
    }
}
