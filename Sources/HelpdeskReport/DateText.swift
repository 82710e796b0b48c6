import HelpdeskJWT

/// Writes dates for a person: in UTC, in local time, and as a distance from now.
package struct DateText: Sendable {
    /// How far local time is ahead of UTC at a date, in seconds. Nil if the time zone is not known.
    package typealias Zone = @Sendable (NumericDate) -> Int?

    /// The time that distances count from.
    package let now: NumericDate
    private let zone: Zone

    /// - Parameters:
    ///   - now: The time that distances count from.
    ///   - zone: The reader's time zone. Without one, dates are in UTC only.
    package init(at now: NumericDate, zone: @escaping Zone = { _ in nil }) {
        self.now = now
        self.zone = zone
    }

    /// `2026-01-01 00:15:00 UTC, 2026-01-01 01:15:00 +01:00, in 14 minutes`.
    package func text(_ date: NumericDate) -> String {
        "\(absolute(date)), \(distance(of: date))"
    }

    /// The date in UTC and in local time. Local time is left out if it is the same as UTC at that date.
    package func absolute(_ date: NumericDate) -> String {
        let utc = CalendarTime(date).text + " UTC"
        guard let offset = zone(date), offset != 0 else { return utc }
        return "\(utc), \(CalendarTime(date, offset: offset).text) \(Self.text(ofOffset: offset))"
    }

    /// "in 14 minutes", "2 days ago", or "now".
    private func distance(of date: NumericDate) -> String {
        let distance = date - now
        if distance.components.seconds == 0 { return "now" }
        return distance > .zero ? "in \(distance.inWords)" : "\(distance.inWords) ago"
    }

    /// `+05:30`, without the seconds that some time zones had before 1972.
    private static func text(ofOffset offset: Int) -> String {
        let minutes = offset.magnitude / 60
        return (offset < 0 ? "-" : "+") + Int(minutes / 60).padded(to: 2) + ":" + Int(minutes % 60).padded(to: 2)
    }
}

extension NumericDate {
    /// The date in the form of RFC 3339, for scripts: `2026-01-01T00:15:00Z`, without a fraction.
    package var rfc3339: String { CalendarTime(self).text(separator: "T") + "Z" }

    /// Reads a date such as `2026-01-01T01:15:00+01:00` or `2026-01-01 00:15Z`.
    ///
    /// The time zone is required: `Z`, or the offset from UTC in hours and optionally minutes. Seconds and their
    /// fraction are optional. The result is nil for any other form, for a day or time that does not exist, and for a
    /// date outside 1970 to 9999.
    ///
    /// Source: ISO 8601; the full form is that of RFC 3339 5.6.
    package init?(iso8601 text: String) {
        var rest = ISO8601Scanner(text)
        guard let year = rest.number(4), rest.skip("-"), let month = rest.number(2), rest.skip("-"),
            let day = rest.number(2), rest.skip("T") || rest.skip("t") || rest.skip(" "), let hour = rest.number(2),
            rest.skip(":"), let minute = rest.number(2)
        else { return nil }
        var second = 0
        var nanoseconds = 0
        if rest.skip(":") {
            guard let whole = rest.number(2) else { return nil }
            second = whole
            if rest.skip(".") || rest.skip(",") {
                guard let fraction = rest.fraction() else { return nil }
                nanoseconds = fraction
            }
        }
        let time = CalendarTime(year: year, month: month, day: day, hour: hour, minute: minute, second: second)
        guard let offset = rest.offset(), rest.isAtEnd, let seconds = time.secondsSinceEpoch else { return nil }
        self.init(unixSeconds: seconds - Int64(offset), nanoseconds: nanoseconds)
    }
}

/// Reads the parts of a date from the front of a text.
private struct ISO8601Scanner {
    private var rest: Substring.UTF8View

    init(_ text: String) { rest = text[...].utf8 }

    var isAtEnd: Bool { rest.isEmpty }

    /// Skips a character if it comes next.
    mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard let first = rest.first, UInt32(first) == character.value else { return false }
        rest.removeFirst()
        return true
    }

    /// Reads a number of exactly `digitCount` digits.
    mutating func number(_ digitCount: Int) -> Int? {
        let digits = rest.prefix(digitCount)
        guard digits.count == digitCount, digits.allSatisfy({ $0.isASCIIDigit }) else { return nil }
        rest = rest.dropFirst(digitCount)
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    /// Reads a fraction of a second, in nanoseconds. Further digits are dropped.
    mutating func fraction() -> Int? {
        let digits = rest.prefix { $0.isASCIIDigit }
        guard !digits.isEmpty else { return nil }
        rest = rest.dropFirst(digits.count)
        let zeros = [UInt8](repeating: 0x30, count: 9)
        return (digits.prefix(9) + zeros).prefix(9).reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    /// Reads a time zone: how far it is ahead of UTC, in seconds.
    mutating func offset() -> Int? {
        if skip("Z") || skip("z") { return 0 }
        let sign = skip("+") ? 1 : skip("-") ? -1 : 0
        guard sign != 0, let hours = number(2), hours < 24 else { return nil }
        let isFollowed = skip(":")
        guard let minutes = number(2) else { return isFollowed || !isAtEnd ? nil : sign * hours * 3_600 }
        return minutes < 60 ? sign * (hours * 3_600 + minutes * 60) : nil
    }
}

/// A day of the Gregorian calendar and a time of day.
private struct CalendarTime: Equatable {
    var year, month, day, hour, minute, second: Int

    init(year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int) {
        self.year = year
        self.month = month
        self.day = day
        self.hour = hour
        self.minute = minute
        self.second = second
    }

    /// A date on a clock that is `offset` seconds ahead of UTC.
    init(_ date: NumericDate, offset: Int = 0) {
        self.init(secondsSinceEpoch: date.unixSeconds + Int64(offset))
    }

    private init(secondsSinceEpoch seconds: Int64) {
        // If years begin in March, the leap day comes last, and every five months have 153 days. Days count from March
        // of year 0, which is 719,468 days before 1970.
        let (dayNumber, secondOfDay) = (seconds + 719_468 * 86_400).quotientAndRemainder(dividingBy: 86_400)
        let (cycle, dayOfCycle) = Int(dayNumber).quotientAndRemainder(dividingBy: 146_097)
        let yearOfCycle = (dayOfCycle - dayOfCycle / 1_460 + dayOfCycle / 36_524 - dayOfCycle / 146_096) / 365
        let dayOfYear = dayOfCycle - Self.days(inYears: yearOfCycle)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        year = cycle * 400 + yearOfCycle + (month <= 2 ? 1 : 0)
        day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        hour = Int(secondOfDay) / 3_600
        minute = Int(secondOfDay) % 3_600 / 60
        second = Int(secondOfDay) % 60
    }

    /// This time in UTC, in seconds since 1970; nil for a day or time that does not exist.
    var secondsSinceEpoch: Int64? {
        guard (1...12).contains(month), (1...31).contains(day), hour < 24, minute < 60, second < 60 else { return nil }
        let marchYear = month <= 2 ? year - 1 : year
        guard marchYear >= 0 else { return nil }
        let dayOfYear = (153 * (month <= 2 ? month + 9 : month - 3) + 2) / 5 + day - 1
        let days = marchYear / 400 * 146_097 + Self.days(inYears: marchYear % 400) + dayOfYear - 719_468
        let seconds = Int64(days) * 86_400 + Int64(hour * 3_600 + minute * 60 + second)
        // February 30 has the number of a day in March.
        return CalendarTime(secondsSinceEpoch: seconds) == self ? seconds : nil
    }

    /// The days in the first years of a 400-year cycle. Each year begins in March.
    private static func days(inYears years: Int) -> Int { 365 * years + years / 4 - years / 100 }

    /// `2026-01-01 00:15:00`.
    var text: String { text(separator: " ") }

    func text(separator: String) -> String {
        year.padded(to: 4) + "-" + month.padded(to: 2) + "-" + day.padded(to: 2) + separator + hour.padded(to: 2) + ":"
            + minute.padded(to: 2) + ":" + second.padded(to: 2)
    }
}

extension Int {
    /// The digits of a nonnegative number, with leading zeros.
    fileprivate func padded(to width: Int) -> String {
        let digits = String(self)
        return String(repeating: "0", count: Swift.max(width - digits.utf8.count, 0)) + digits
    }
}
