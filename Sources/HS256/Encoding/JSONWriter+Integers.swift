extension JSONWriter {
    /// Writes an integer in decimal digits.
    mutating func write(_ value: Int64) {
        if value < 0 { write(byte: 0x2D) }
        let magnitude = value.magnitude
        // Int64.min has 19 digits: three, and two times eight.
        let low = DecimalDigits(magnitude % 100_000_000)
        guard magnitude >= 100_000_000 else { return write(low, from: low.firstSignificant) }
        let rest = magnitude / 100_000_000
        let middle = DecimalDigits(rest % 100_000_000)
        if rest < 100_000_000 {
            write(middle, from: middle.firstSignificant)
        } else {
            let high = DecimalDigits(rest / 100_000_000)
            write(high, from: high.firstSignificant)
            write(middle, from: 0)
        }
        write(low, from: 0)
    }

    /// Writes the digits from an index on: all eight are stored, and those that count are counted in.
    @inline(__always)
    private mutating func write(_ digits: DecimalDigits, from first: Int) {
        let text = digits.text >> UInt64(8 * first)
        unsafe UnsafeMutableRawPointer(buffer.room(for: 8)).storeBytes(of: text.littleEndian, as: UInt64.self)
        buffer.commit(8 - first)
    }
}

/// Eight decimal digits, made side by side in one register: halves, quarters, eighths, with multiplications in place of
/// divisions.
///
/// Source: Paul Khuong, "How to print integers really fast".
private struct DecimalDigits {
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

    /// The index of the first digit that is not zero; the last digit counts always.
    @inline(__always)
    var firstSignificant: Int { min(values.trailingZeroBitCount / 8, 7) }
}
