@testable import HS256
import Testing

/// JSON numbers as dates: every form there is, and nothing rounded.
struct NumericDateParsingTests {
    @Test(
        arguments: [
            ("0", 0, 0), ("-0", 0, 0), ("0.0", 0, 0), ("-0.0e5", 0, 0), ("0e999999999999", 0, 0), ("0E-9", 0, 0),
            ("1", 1, 0),
            ("1700000000", 1_700_000_000, 0), ("1700000000.0", 1_700_000_000, 0),
            ("1700000000.5", 1_700_000_000, 500_000_000),
            ("1.7e9", 1_700_000_000, 0), ("1.7E+9", 1_700_000_000, 0), ("17e8", 1_700_000_000, 0),
            ("0.17e10", 1_700_000_000, 0),
            ("17000000000e-1", 1_700_000_000, 0), ("1700000000000e-3", 1_700_000_000, 0),
            ("0.00000017e16", 1_700_000_000, 0),
            ("170000000000000000000e-11", 1_700_000_000, 0), ("1700000000123456789e-9", 1_700_000_000, 123_456_789),
            ("1.700000000123456789e9", 1_700_000_000, 123_456_789), ("1e0", 1, 0), ("1e-1", 0, 100_000_000),
            ("0.001", 0, 1_000_000), ("1.000000001", 1, 1), ("0.000000001", 0, 1), ("1e-9", 0, 1), ("10e-10", 0, 1),
            ("1.50", 1, 500_000_000), ("2.5000000000000000000000000", 2, 500_000_000),
            ("9999999999.999999999", 9_999_999_999, 999_999_999),
            ("253402300799", 253_402_300_799, 0), ("2.53402300799e11", 253_402_300_799, 0),
            ("253402300799.999999999", 253_402_300_799, 999_999_999), ("100000000000", 100_000_000_000, 0),
            ("1e11", 100_000_000_000, 0),
            ("1.7e0000000000000000000000009", 1_700_000_000, 0),
            // Up to twelve characters, which are mostly all digits.
            ("1234567", 1_234_567, 0), ("12345678", 12_345_678, 0), ("123456789", 123_456_789, 0),
            ("9876543210", 9_876_543_210, 0), ("12345678901", 12_345_678_901, 0),
            ("123456789012", 123_456_789_012, 0), ("1234567.5", 1_234_567, 500_000_000),
            ("12345678.25", 12_345_678, 250_000_000), ("1234567e1", 12_345_670, 0), ("12345678E+2", 1_234_567_800, 0),
        ] as [(String, Int64, Int)])
    func forms(_ text: String, _ seconds: Int64, _ nanoseconds: Int) throws {
        let date = try Reading.date(text)
        #expect(date == NumericDate(unixSeconds: seconds, nanoseconds: nanoseconds))
        #expect(date.unixSeconds == seconds && date.nanoseconds == nanoseconds)
        // The other way in: a claim set that is made of JSON.
        let value = try JSONValue(parsing: text)
        #expect(JWTClaims(["exp": value]).expiration == date)
    }

    /// What is finer than a nanosecond is kept as "a little more", and never rounded to either side.
    @Test(arguments: [
        "0.0000000000000000001", "0.00000000099999999999", "1e-10", "1e-400", "1e-999999999999", "0.1e-9",
    ])
    func finerThanANanosecond(_ text: String) throws {
        let date = try Reading.date(text)
        #expect(date > .epoch)
        #expect(try date < Reading.date("0.000000001"))
        #expect(date.unixSeconds == 0 && date.nanoseconds == 0)
        #expect(try Reading.date("1700000000.9999999999999999999") < 1_700_000_001)
        #expect(try Reading.date("1699999999.99999999999999999999") < 1_700_000_000)
    }

    @Test(arguments: [
        "-1", "-0.5", "-1e-400", "-1e308", "-253402300800", "-1700000000000", "253402300800", "2.534023008e11",
        "999999999999",
        "1e14", "1e16", "1e308", "1e400", "1e999999999999999999999999", "18446744073709551616",
        "123456789012345678901234567890", "253402300800.0",
        "100000000000000",
    ])
    func outOfRange(_ text: String) throws {
        #expect(throws: HS256Error(.dateOutOfRange("d", likelyUnit: nil))) { try Reading.date(text) }
        #expect(try JWTClaims(["exp": JSONValue(parsing: text)]).expiration == nil)
    }

    @Test(arguments: ["1700000000000000", "1e15", "9999999999999999", "1.7e15"])
    func microseconds(_ text: String) throws {
        #expect(throws: HS256Error(.dateOutOfRange("d", likelyUnit: .microseconds))) { try Reading.date(text) }
    }

    @Test(arguments: ["1700000000000000000", "9223372036854775807", "1e18"])
    func nanoseconds(_ text: String) throws {
        #expect(throws: HS256Error(.dateOutOfRange("d", likelyUnit: .nanoseconds))) { try Reading.date(text) }
    }

    /// Milliseconds of our days have 13 digits, those after the year 5138 more than 14.
    @Test(arguments: ["1700000000000", "1700000000000.5", "1.7e12", "1000000000000", "99999999999999", "1e13", "17e11"])
    func milliseconds(_ text: String) throws {
        #expect(throws: HS256Error(.dateOutOfRange("d", likelyUnit: .milliseconds))) { try Reading.date(text) }
    }

    /// Hundreds of digits, before and behind the point.
    @Test func manyDigits() throws {
        let zeros = String(repeating: "0", count: 500)
        #expect(try Reading.date("1700000000." + zeros) == 1_700_000_000)
        #expect(try Reading.date("1700000000." + zeros + "1") > 1_700_000_000)
        #expect(try Reading.date("17" + zeros + "e-492") == 1_700_000_000)
        #expect(try Reading.date("0." + zeros + "17e510") == 1_700_000_000)
        #expect(throws: HS256Error.self) { try Reading.date("1" + zeros) }
    }

    /// Every power of ten, written in two ways, against whole numbers.
    @Test(arguments: 0...11)
    func powersOfTen(_ exponent: Int) throws {
        let power = (0..<exponent).reduce(Int64(1)) { product, _ in product * 10 }
        let expected = try #require(NumericDate(unixSeconds: power))
        #expect(try Reading.date("1e\(exponent)") == expected)
        #expect(try Reading.date("1" + String(repeating: "0", count: exponent)) == expected)
        #expect(try Reading.date("0." + String(repeating: "0", count: exponent) + "1e\(exponent * 2 + 1)") == expected)
    }
}
