import HelpdeskJWT

/// Writes dates for a person: in UTC, in local time, and as a distance from now.
package struct DateText: Sendable {
    /// How far local time is ahead of UTC at a date, in seconds. Nil where no time zone is known.
    package typealias Zone = @Sendable (NumericDate) -> Int?

    /// The time that distances count from.
    package let now: NumericDate
    private let zone: Zone

    /// - Parameters:
    ///   - now: The time that distances count from.
    ///   - zone: The reader's time zone. Without one, dates are in UTC alone.
    package init(at now: NumericDate, zone: @escaping Zone = { _ in nil }) {
        self.now = now
        self.zone = zone
    }

    /// `2026-01-01 00:15:00 UTC, 2026-01-01 01:15:00 +01:00, in 14 minutes`.
    package func text(_ date: NumericDate) -> String {
        "\(absolute(date)), \(distance(of: date))"
    }

    /// The date in UTC and in local time. A time zone that is UTC at that date adds nothing, and is left out.
    package func absolute(_ date: NumericDate) -> String {
        let utc = CalendarTime(date).text + " UTC"
        guard let offset = zone(date), offset != 0 else { return utc }
        return "\(utc), \(CalendarTime(date, offset: offset).text) \(Self.text(ofOffset: offset))"
    }

    /// "in 14 minutes", "2 days ago" or "now".
    private func distance(of date: NumericDate) -> String {
        let distance = date - now
        if distance.components.seconds == 0 { return "now" }
        return distance > .zero ? "in \(distance.inWords)" : "\(distance.inWords) ago"
    }

    /// `+05:30`; the seconds that some time zones had before 1972 are left out.
    private static func text(ofOffset offset: Int) -> String {
        let minutes = offset.magnitude / 60
        return (offset < 0 ? "-" : "+") + Int(minutes / 60).padded(to: 2) + ":" + Int(minutes % 60).padded(to: 2)
    }
}

extension NumericDate {
    /// The date as RFC 3339 writes it, for scripts: `2026-01-01T00:15:00Z`. A fraction is left out.
    package var rfc3339: String { CalendarTime(self).text(separator: "T") + "Z" }

    /// The date in a text such as `2026-01-01T01:15:00+01:00` or `2026-01-01 00:15Z`.
    ///
    /// The time zone must be there: `Z`, or hours and maybe minutes ahead of UTC. Seconds and their fraction may be left
    /// out. Nil for any other form, for a day or a time that does not exist, and for a date outside 1970 to 9999.
    ///
    /// Source: ISO 8601; the form with everything in it is that of RFC 3339 5.6.
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

/// Takes the parts of a date off the front of a text.
private struct ISO8601Scanner {
    private var rest: Substring.UTF8View

    init(_ text: String) { rest = text[...].utf8 }

    var isAtEnd: Bool { rest.isEmpty }

    /// Takes a character off, if it is next.
    mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard let first = rest.first, UInt32(first) == character.value else { return false }
        rest.removeFirst()
        return true
    }

    /// Takes a number of so many digits off.
    mutating func number(_ digitCount: Int) -> Int? {
        let digits = rest.prefix(digitCount)
        guard digits.count == digitCount, digits.allSatisfy({ $0.isASCIIDigit }) else { return nil }
        rest = rest.dropFirst(digitCount)
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    /// Takes a fraction of a second off: its nanoseconds. What is finer is left out.
    mutating func fraction() -> Int? {
        let digits = rest.prefix { $0.isASCIIDigit }
        guard !digits.isEmpty else { return nil }
        rest = rest.dropFirst(digits.count)
        let zeros = [UInt8](repeating: 0x30, count: 9)
        return (digits.prefix(9) + zeros).prefix(9).reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    /// Takes a time zone off: how far it is ahead of UTC, in seconds.
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

    /// A date as a clock shows it that is so many seconds ahead of UTC.
    init(_ date: NumericDate, offset: Int = 0) {
        self.init(secondsSinceEpoch: date.unixSeconds + Int64(offset))
    }

    private init(secondsSinceEpoch seconds: Int64) {
        // Years that begin in March have their leap day last, and months of which five have 153 days. Counted from March of
        // year 0, which is 719,468 days before 1970.
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

    /// The seconds since 1970 at which a clock in UTC shows this; nil for a day or a time that does not exist.
    var secondsSinceEpoch: Int64? {
        guard (1...12).contains(month), (1...31).contains(day), hour < 24, minute < 60, second < 60 else { return nil }
        let marchYear = month <= 2 ? year - 1 : year
        guard marchYear >= 0 else { return nil }
        let dayOfYear = (153 * (month <= 2 ? month + 9 : month - 3) + 2) / 5 + day - 1
        let days = marchYear / 400 * 146_097 + Self.days(inYears: marchYear % 400) + dayOfYear - 719_468
        let seconds = Int64(days) * 86_400 + Int64(hour * 3_600 + minute * 60 + second)
        // The 30th of February has a number, which is that of a day in March.
        return CalendarTime(secondsSinceEpoch: seconds) == self ? seconds : nil
    }

    /// The days of the first years of a cycle of 400, each from March.
    private static func days(inYears years: Int) -> Int { 365 * years + years / 4 - years / 100 }

    /// `2026-01-01 00:15:00`.
    var text: String { text(separator: " ") }

    func text(separator: String) -> String {
        year.padded(to: 4) + "-" + month.padded(to: 2) + "-" + day.padded(to: 2) + separator + hour.padded(to: 2) + ":"
            + minute.padded(to: 2) + ":" + second.padded(to: 2)
    }
}

extension Int {
    /// The digits of a number that is not negative, with zeros in front.
    fileprivate func padded(to width: Int) -> String {
        let digits = String(self)
        return String(repeating: "0", count: Swift.max(width - digits.utf8.count, 0)) + digits
    }
}
