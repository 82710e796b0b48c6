import Foundation
import HS256
import HS256Foundation
import Testing

struct NumericDateDateTests {
    @Test(
        arguments: [
            (0, 0, 0), (1, 1, 0), (0.5, 0, 500_000_000), (1_700_000_000, 1_700_000_000, 0),
            (253_402_300_799, 253_402_300_799, 0),
            (1_700_000_000.25, 1_700_000_000, 250_000_000), (1_700_000_000.123, 1_700_000_000, 123_000_000),
            (1_700_000_000.999_999, 1_700_000_000, 999_999_000), (1_700_000_000.999_999_9, 1_700_000_001, 0),
            (0.000_001, 0, 1_000), (0.000_000_4, 0, 0),
        ] as [(Double, Int64, Int)])
    func fromDate(_ interval: Double, _ seconds: Int64, _ nanoseconds: Int) throws {
        let date = try #require(NumericDate(Date(timeIntervalSince1970: interval)))
        #expect(date.unixSeconds == seconds && date.nanoseconds == nanoseconds)
    }

    @Test(
        arguments: [
            -1, -0.001, -0.000_000_5, -.infinity, .infinity, .nan, 253_402_300_800, 1e300, -1e300, 1_700_000_000_000,
            .greatestFiniteMagnitude,
        ] as [Double])
    func outOfRange(_ interval: Double) {
        #expect(NumericDate(Date(timeIntervalSince1970: interval)) == nil)
    }

    @Test func endsOfTheRange() {
        #expect(NumericDate(Date(NumericDate.epoch)) == .epoch)
        #expect(NumericDate(Date(NumericDate.distantFuture)) == .distantFuture)
        #expect(NumericDate(Date.distantPast) == nil)
        #expect(Date(NumericDate.epoch) == Date(timeIntervalSince1970: 0))
    }

    @Test func toDate() throws {
        let date = try #require(NumericDate(unixSeconds: 1_700_000_000, nanoseconds: 250_000_000))
        #expect(Date(date).timeIntervalSince1970 == 1_700_000_000.25)
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
        let last = calendar.dateComponents([.year, .month, .day, .second], from: Date(NumericDate.distantFuture))
        #expect(last.year == 9999 && last.month == 12 && last.day == 31 && last.second == 59)
    }

    /// Microseconds of our days come back as they were.
    @Test(arguments: [0, 1, 2, 3, 123, 999, 1_000, 123_000, 123_456, 499_999, 500_001, 999_998, 999_999])
    func roundTrip(_ microseconds: Int) throws {
        for seconds in [0, 1, 1_700_000_000, 1_893_456_000, 4_102_444_800] as [Int64] {
            let date = try #require(NumericDate(unixSeconds: seconds, nanoseconds: microseconds * 1_000))
            #expect(NumericDate(Date(date)) == date, "\(seconds)")
        }
    }

    /// Both clocks of the machine are the same one.
    @Test func now() throws {
        let before = Date()
        let now = Date(NumericDate.now)
        #expect(now.timeIntervalSince(before) > -0.001)
        #expect(try #require(NumericDate(Date())) - NumericDate.now < .seconds(60))
    }
}
