extension JSONWriter {
    /// Writes an integer in decimal digits.
    @usableFromInline
    mutating func write(_ value: Int64) {
        // The dates from 2001 to 2286. Where the text goes on is clear before the digits are.
        if _fastPath(value >= 1_000_000_000 && value < 10_000_000_000 && buffer.hasRoom(for: 10)) {
            writeTenDigits(value.magnitude)
        } else {
            writeOther(value)
        }
    }

    /// The same for any integer.
    @inline(never)
    private mutating func writeOther(_ value: Int64) {
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

    @inline(__always)
    private mutating func writeTenDigits(_ number: UInt64) {
        let first = DecimalDigits.text(ofTwoDigits: number / 100_000_000)
        let last = DecimalDigits(number % 100_000_000).text
        unsafe buffer.append(count: 10) { room in
            let room = UnsafeMutableRawPointer(room)
            unsafe room.storeBytes(of: first.littleEndian, as: UInt16.self)
            unsafe room.storeBytes(of: last.littleEndian, toByteOffset: 2, as: UInt64.self)
        }
    }

    /// Writes the digits from an index on: all eight are stored, and those that count are counted in.
    @inline(__always)
    private mutating func write(_ digits: DecimalDigits, from first: Int) {
        let text = digits.text >> UInt64(8 * first)
        unsafe UnsafeMutableRawPointer(buffer.room(for: 8)).storeBytes(of: text.littleEndian, as: UInt64.self)
        buffer.commit(8 - first, of: 8)
    }
}
