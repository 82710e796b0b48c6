/// Eight decimal digits, made side by side in one register: halves, quarters, eighths, with multiplications in place of
/// divisions.
///
/// Source: Paul Khuong, "How to print integers really fast".
struct DecimalDigits {
    /// The values of the digits, one a byte, the first digit lowest.
    private let values: UInt64

    /// The digits of a number under 10^8, with zeros in front.
    @inline(__always)
    init(_ number: UInt64) {
        // Two numbers under 10^4, then four under 10^2, then eight digits; each quotient is exact in its range.
        let halves = number / 10_000 | (number % 10_000) << 32
        let hundreds = (halves &* 10_486) >> 20 & 0x0000_007F_0000_007F
        let quarters = hundreds | (halves &- hundreds &* 100) << 16
        let tens = (quarters &* 103) >> 10 & 0x000F_000F_000F_000F
        values = tens | (quarters &- tens &* 10) << 8
    }

    /// The digits as text, the first one lowest.
    @inline(__always)
    var text: UInt64 { values | 0x3030_3030_3030_3030 }

    /// The two digits of a number under 100 as text, the first one lowest.
    @inline(__always)
    static func text(ofTwoDigits number: UInt64) -> UInt16 {
        let tens = (number &* 103) >> 10
        return UInt16(truncatingIfNeeded: tens | (number &- tens &* 10) << 8 | 0x3030)
    }

    /// The index of the first digit that is not zero; the last digit counts always.
    @inline(__always)
    var firstSignificant: Int { min(values.trailingZeroBitCount / 8, 7) }

    /// The number that eight digits say, the first one lowest. For other characters it has no meaning.
    @inline(__always)
    static func value(of text: UInt64) -> UInt32 {
        // Each time, pairs of neighbours become one: ten times the first and the second.
        let digits = text & 0x0F0F_0F0F_0F0F_0F0F
        let pairs = (digits &* 10 &+ digits >> 8) & 0x00FF_00FF_00FF_00FF
        let quarters = (pairs &* 100 &+ pairs >> 16) & 0x0000_FFFF_0000_FFFF
        return UInt32(truncatingIfNeeded: quarters &* 10_000 &+ quarters >> 32)
    }

    /// How many of eight characters are digits before the first other one.
    @inline(__always)
    static func countOfDigits(in text: UInt64) -> Int { others(in: text).trailingZeroBitCount / 8 }

    /// The high bit of the first of eight characters that is no digit, and maybe of later ones; zero where all are digits.
    @inline(__always)
    static func others(in text: UInt64) -> UInt64 {
        let values = text ^ 0x3030_3030_3030_3030
        // The high bit of each byte that is over nine; what is carried to later bytes does not matter.
        return (values | (values &+ 0x7676_7676_7676_7676)) & ByteWord.highBits
    }
}

/// Hexadecimal digits, for `\u` escapes and for secrets given in hexadecimal.
package enum Hexadecimal {
    /// 0...15, or nil for a byte that is no digit.
    @inline(__always)
    package static func value(of digit: UInt8) -> UInt8? {
        switch digit {
        case 0x30...0x39: return digit - 0x30
        case 0x41...0x46: return digit - 0x41 + 10
        case 0x61...0x66: return digit - 0x61 + 10
        default: return nil
        }
    }

    /// The lower-case digit for 0...15.
    @inline(__always)
    static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? 0x30 + value : 0x61 + value - 10
    }

    /// The lower-case digits for some bytes, as text.
    static func encode(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        bytes.flatMap { [digit($0 >> 4), digit($0 & 15)] }
    }

    /// The bytes for pairs of digits in either case, or nil where a digit is missing or there is anything else.
    static func decode(_ text: String) -> [UInt8]? {
        let digits = Array(text.utf8)
        guard digits.count % 2 == 0 else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(digits.count / 2)
        for index in stride(from: 0, to: digits.count, by: 2) {
            guard let high = value(of: digits[index]), let low = value(of: digits[index + 1]) else { return nil }
            bytes.append(high << 4 | low)
        }
        return bytes
    }

    /// A text in which a mark and two digits stand for a byte: `%` in URLs (RFC 3986 2.1), `=` in mail (RFC 2045 6.7).
    ///
    /// - Returns: The bytes; a mark without two digits stands for itself.
    package static func unescape(_ text: ArraySlice<UInt8>, mark: UInt8) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        var rest = text
        while let first = rest.popFirst() {
            if first == mark, rest.count >= 2, let high = value(of: rest[rest.startIndex]),
                let low = value(of: rest[rest.startIndex + 1])
            {
                result.append(high << 4 | low)
                rest = rest.dropFirst(2)
            } else {
                result.append(first)
            }
        }
        return result
    }
}
