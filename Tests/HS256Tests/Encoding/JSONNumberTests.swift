import HS256
import Testing

@Suite("JSON numbers")
struct JSONNumberTests {
    private func number(_ text: String) throws -> JSONNumber? {
        guard case .number(let number) = try JSONValue(parsing: text) else { return nil }
        return number
    }

    @Test("Whole numbers of any type")
    func integers() {
        #expect(JSONNumber(0).text == "0")
        #expect(JSONNumber(-7).text == "-7")
        #expect(JSONNumber(Int64.min).text == "-9223372036854775808")
        #expect(JSONNumber(UInt64.max).text == "18446744073709551615")
        #expect(JSONNumber(UInt8(255)).int64 == 255)
        #expect(JSONNumber(Int64.min).int64 == .min)
        #expect(JSONNumber(Int64.max).int64 == .max)
        #expect(JSONNumber(UInt64.max).int64 == nil)
    }

    @Test(
        "An integer is read when there is neither fraction nor exponent, and it fits",
        arguments: [
            ("0", 0), ("-0", 0), ("42", 42), ("-42", -42), ("9223372036854775807", .max),
            ("-9223372036854775808", .min), ("9223372036854775808", nil), ("-9223372036854775809", nil), ("1.0", nil),
            ("1e3", nil), ("1E3", nil), ("100000000000000000000", nil),
        ] as [(String, Int64?)])
    func int64(text: String, value: Int64?) throws {
        #expect(try number(text)?.int64 == value)
    }

    @Test(
        "A number with a fraction gives the same number back",
        arguments: [
            0, -0.0, 1, 1.5, -2.25, 0.1, 1.0 / 3, 1e15, 1e16, 1e17, 1e-4, 1e-5, 1_700_000_000.123, .pi,
            .greatestFiniteMagnitude, .leastNonzeroMagnitude, .leastNormalMagnitude, 123_456_789_012_345_680,
        ])
    func double(value: Double) throws {
        let written = try #require(JSONNumber(value))
        #expect(written.double == value)
        #expect(written.double.sign == value.sign)
        #expect(try number(written.text)?.double == value)
    }

    @Test(
        "JSON has no word for infinity or \"not a number\"",
        arguments: [.infinity, -.infinity, .nan, .signalingNaN] as [Double])
    func notFinite(value: Double) {
        #expect(JSONNumber(value) == nil)
    }

    @Test("More digits than a Double holds are kept, and read as the nearest")
    func manyDigits() throws {
        let digits = "3.14159265358979323846264338327950288419716939937510"
        #expect(try number(digits)?.text == digits)
        #expect(try number(digits)?.double == .pi)
        #expect(try number("1e400")?.double == .infinity)
        #expect(try number("-1e400")?.double == -.infinity)
        #expect(try number("1e-400")?.double == 0)
    }

    @Test("Numbers are equal by their text")
    func equality() throws {
        #expect(JSONNumber(1) == JSONNumber(UInt8(1)))
        #expect(try number("1.0") != JSONNumber(1))
        #expect(try number("1.0") == JSONNumber(1.0 as Double))
    }
}
