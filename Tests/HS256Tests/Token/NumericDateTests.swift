@testable import HS256
import Testing

struct NumericDateTests {
    private static let last: Int64 = 253_402_300_799

    @Test func range() {
        #expect(NumericDate(unixSeconds: 0) == .epoch)
        #expect(NumericDate(unixSeconds: Self.last) == .distantFuture)
        for seconds in [-1, Self.last + 1, 1_700_000_000_000, .max, .min] as [Int64] {
            #expect(NumericDate(unixSeconds: seconds) == nil)
        }
        #expect(NumericDate(unixSeconds: 0, nanoseconds: 999_999_999)?.nanoseconds == 999_999_999)
        #expect(NumericDate(unixSeconds: Self.last, nanoseconds: 999_999_999) != nil)
        for nanoseconds in [-1, 1_000_000_000, .max, .min] {
            #expect(NumericDate(unixSeconds: 0, nanoseconds: nanoseconds) == nil)
        }
        let literal: NumericDate = 253_402_300_799
        #expect(literal == .distantFuture)
    }

    @Test func wholeSecond() throws {
        let date = try #require(NumericDate(unixSeconds: 7, nanoseconds: 999_999_999))
        #expect(date.wholeSecond == 7)
        #expect(date.wholeSecond.nanoseconds == 0)
        #expect(try Reading.date("7.0000000000001").wholeSecond == 7)
    }

    @Test func order() throws {
        let texts = [
            "0", "0.0000000000001", "0.000000001", "0.0000000011", "0.000000002", "0.999999999", "0.9999999999", "1",
        ]
        let dates = try texts.map { try Reading.date($0) }
        for (index, date) in dates.enumerated() {
            for (other, later) in dates.enumerated() { #expect((date < later) == (index < other)) }
        }
        #expect(Set(dates).count == dates.count)
    }

    // MARK: Arithmetic

    @Test(
        arguments: [
            (100, 0, .seconds(5), 105, 0),
            (100, 0, .seconds(-5), 95, 0),
            (100, 500_000_000, .milliseconds(500), 101, 0),
            (100, 500_000_000, .milliseconds(-500), 100, 0),
            (100, 0, .nanoseconds(-1), 99, 999_999_999),
            (100, 0, .milliseconds(-1_500), 98, 500_000_000),
            (100, 200_000_000, .milliseconds(-1_500), 98, 700_000_000),
            (100, 999_999_999, .nanoseconds(1), 101, 0),
            (100, 7, .zero, 100, 7),
            (0, 0, .zero, 0, 0),
            (1, 0, .seconds(-1), 0, 0),
            (0, 500_000_000, .milliseconds(-500), 0, 0),
            (253_402_300_798, 0, .seconds(1), 253_402_300_799, 0),
            (253_402_300_799, 0, .milliseconds(500), 253_402_300_799, 500_000_000),
            (253_402_300_799, 0, .seconds(-253_402_300_799), 0, 0),
        ] as [(Int64, Int, Duration, Int64, Int)])
    func advanced(_ seconds: Int64, _ nanoseconds: Int, _ by: Duration, _ laterSeconds: Int64, _ later: Int) throws {
        let date = try #require(NumericDate(unixSeconds: seconds, nanoseconds: nanoseconds))
        #expect(date.advanced(by: by) == NumericDate(unixSeconds: laterSeconds, nanoseconds: later))
    }

    /// At the ends of the range, the end; and no duration is too long.
    @Test func advancedOverTheEnds() throws {
        let past: [Duration] = [
            .seconds(-1), .nanoseconds(-1), .seconds(Int64.min), .seconds(Int64.min) * 2, .seconds(Int64.min) * 10,
            .milliseconds(-1_001),
        ]
        for duration in past { #expect(NumericDate.epoch.advanced(by: duration) == .epoch, "\(duration)") }
        let future: [Duration] = [
            .seconds(1), .seconds(Int64.max), .seconds(Int64.max) * 2, .seconds(Int64.max) * 10, .milliseconds(1_001),
        ]
        let last = NumericDate.distantFuture
        for duration in future { #expect(last.advanced(by: duration) == last, "\(duration)") }
        #expect(NumericDate.epoch.advanced(by: .seconds(Int64.max)) == last)
        #expect(last.advanced(by: .seconds(Int64.min)) == .epoch)
        let almost = try #require(NumericDate(unixSeconds: Self.last, nanoseconds: 999_999_999))
        #expect(almost.advanced(by: .nanoseconds(1)) == last)
    }

    /// A date that lies between two nanoseconds stays there.
    @Test func advancedBetweenNanoseconds() throws {
        let between = try Reading.date("10.0000000001")
        let later = between.advanced(by: .nanoseconds(5))
        #expect(try later > Reading.date("10.000000005") && later < Reading.date("10.000000006"))
        #expect(later.advanced(by: .nanoseconds(-5)) == between)
    }

    @Test func difference() throws {
        #expect(NumericDate(105) - NumericDate(100) == .seconds(5))
        #expect(NumericDate(100) - NumericDate(105) == .seconds(-5))
        let a = try #require(NumericDate(unixSeconds: 100, nanoseconds: 250_000_000))
        let b = try #require(NumericDate(unixSeconds: 101))
        #expect(b - a == .milliseconds(750))
        #expect(a - b == .milliseconds(-750))
        #expect(a - a == .zero)
        #expect(NumericDate.distantFuture - .epoch == .seconds(253_402_300_799))
    }

    /// The clock stands between the day of this test and the year 2100.
    @Test func now() {
        let first = NumericDate.now
        #expect(first > 1_760_000_000 && first < 4_102_444_800)
        #expect(NumericDate.now >= first)
    }
}
