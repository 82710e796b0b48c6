import Foundation
import HelpdeskJWT
import HelpdeskReport
import Testing

@Suite("Dates in words")
struct DateTextTests {
    private let now: NumericDate = 1_767_225_600

    @Test("are in UTC alone without a time zone, or if it is UTC")
    func utc() throws {
        #expect(DateText(at: now).text(now) == "2026-01-01 00:00:00 UTC, now")
        #expect(DateText(at: now, zone: { _ in 0 }).absolute(now) == "2026-01-01 00:00:00 UTC")
    }

    @Test(
        "are in local time too",
        arguments: [
            (3_600, "2026-01-01 01:00:00 +01:00"), (-18_000, "2025-12-31 19:00:00 -05:00"),
            (20_700, "2026-01-01 05:45:00 +05:45"), (-1_800, "2025-12-31 23:30:00 -00:30"),
        ])
    func local(offset: Int, text: String) throws {
        let dates = DateText(at: now, zone: { _ in offset })
        #expect(dates.text(now.advanced(by: .seconds(60))).hasPrefix("2026-01-01 00:01:00 UTC, "))
        #expect(dates.absolute(now) == "2026-01-01 00:00:00 UTC, \(text)")
    }

    @Test("ask for the time zone of each date, which changes with the season")
    func season() throws {
        let summer = try #require(NumericDate(iso8601: "2026-07-01T00:00:00Z"))
        let dates = DateText(at: now, zone: { $0 < summer ? 3_600 : 7_200 })
        #expect(dates.absolute(now).hasSuffix("+01:00"))
        #expect(dates.absolute(summer).hasSuffix("2026-07-01 02:00:00 +02:00"))
    }

    @Test(
        "say how far away they are",
        arguments: [(0, "now"), (1, "in 1 second"), (-90, "1 minute 30 seconds ago"), (172_800, "in 2 days")])
    func distance(seconds: Int, text: String) throws {
        #expect(DateText(at: now).text(now.advanced(by: .seconds(seconds))).hasSuffix("UTC, \(text)"))
    }

    /// Foundation has a calendar of its own.
    @Test("are those of Foundation, for days all over the calendar, and are read as they are written")
    func foundation() throws {
        var generator = SystemRandomNumberGenerator()
        let ends: [Int64] = [0, 951_782_399, 951_782_400, 951_868_800, 4_107_542_400, 253_402_300_799]
        let others = (0..<3_000).map { _ in Int64.random(in: 0...253_402_300_799, using: &generator) }
        for seconds in ends + others {
            let date = try #require(NumericDate(unixSeconds: seconds))
            let expected = Date(timeIntervalSince1970: TimeInterval(seconds)).formatted(.iso8601)
            #expect(date.rfc3339 == expected)
            #expect(NumericDate(iso8601: expected) == date)
        }
    }
}

@Suite("ISO 8601")
struct ISO8601Tests {
    @Test(
        "is read with every time zone, with or without seconds",
        arguments: [
            "2026-01-01T00:00:00Z", "2026-01-01t00:00:00z", "2026-01-01 00:00:00Z", "2026-01-01T00:00Z",
            "2026-01-01T01:00:00+01:00", "2025-12-31T19:00:00-05:00", "2026-01-01T05:45:00+0545", "2026-01-01T01:00+01",
            "2026-01-01T00:00:00-00:00", "2026-01-01T00:00:00.0Z",
        ])
    func forms(text: String) throws {
        #expect(NumericDate(iso8601: text) == 1_767_225_600)
    }

    @Test("keeps a fraction to the nanosecond, and leaves out what is finer")
    func fraction() throws {
        let half = NumericDate(iso8601: "2026-01-01T00:00:00.5Z")
        #expect(half == NumericDate(unixSeconds: 1_767_225_600, nanoseconds: 500_000_000))
        let long = NumericDate(iso8601: "2026-01-01T00:00:00,1234567899Z")
        #expect(long == NumericDate(unixSeconds: 1_767_225_600, nanoseconds: 123_456_789))
    }

    @Test("knows leap years")
    func leapYears() throws {
        #expect(NumericDate(iso8601: "2024-02-29T00:00:00Z") != nil)
        #expect(NumericDate(iso8601: "2000-02-29T00:00:00Z") != nil)
        #expect(NumericDate(iso8601: "2026-02-29T00:00:00Z") == nil)
        #expect(NumericDate(iso8601: "2100-02-29T00:00:00Z") == nil)
    }

    @Test(
        "is refused without a time zone, in any other form, and for what does not exist",
        arguments: [
            "", "2026", "2026-01-01", "2026-01-01T00:00:00", "20260101T000000Z", "2026-1-1T00:00:00Z",
            "2026-01-01T00:00:00 Z", " 2026-01-01T00:00:00Z", "2026-01-01T00:00:00Z ", "2026-13-01T00:00:00Z",
            "2026-00-01T00:00:00Z", "2026-01-00T00:00:00Z", "2026-04-31T00:00:00Z", "2026-01-01T24:00:00Z",
            "2026-01-01T00:60:00Z", "2026-01-01T00:00:60Z", "2026-01-01T00:00:00.Z", "2026-01-01T00:00:00+24:00",
            "2026-01-01T00:00:00+01:60", "2026-01-01T00:00:00+1", "2026-01-01T00:00:00+01:", "2026-01-01T00:00:00+01:0",
            "1969-12-31T23:59:59Z", "1970-01-01T00:00:00+00:01", "9999-12-31T23:59:59-00:01", "0000-01-01T00:00:00Z",
            "２０２６-01-01T00:00:00Z", "2026-01-01T00:00:00+01:00:00", "-2026-01-01T00:00:00Z", "tomorrow",
        ])
    func refused(text: String) throws {
        #expect(NumericDate(iso8601: text) == nil)
    }

    @Test("reaches both ends of the range")
    func ends() throws {
        #expect(NumericDate(iso8601: "1970-01-01T00:00:00Z") == .epoch)
        #expect(NumericDate(iso8601: "9999-12-31T23:59:59Z") == .distantFuture)
    }
}
