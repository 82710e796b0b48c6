/// Which bytes of a string stand for themselves in JSON: all but `"`, `\` and those below 0x20 (RFC 8259 7).
enum PlainText {
    static var highBits: UInt64 { 0x8080_8080_8080_8080 }
    private static var ones: UInt64 { 0x0101_0101_0101_0101 }

    /// Eight bytes, the first one lowest.
    @inline(__always)
    static func word(at bytes: UnsafePointer<UInt8>) -> UInt64 {
        unsafe UInt64(littleEndian: UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self))
    }

    /// The high bit of each byte that must be escaped, and zero where the eight bytes are plain. Above the first special
    /// byte, counted from the low end, bits may be wrong; the lowest set bit is right. Bytes of 0x80 and more count as
    /// plain.
    @inline(__always)
    static func specialBytes(in word: UInt64) -> UInt64 {
        let control = word &- ones &* 0x20
        let quote = (word ^ (ones &* 0x22)) &- ones
        let backslash = (word ^ (ones &* 0x5C)) &- ones
        return (control | quote | backslash) & ~word & highBits
    }

    /// Whether a byte must be escaped.
    @inline(__always)
    static func isSpecial(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == 0x22 || byte == 0x5C
    }

    /// Copies bytes if they all stand for themselves, and says whether they do; if not, what is copied has no meaning.
    ///
    /// Both ends of a text are taken whole, so that vectors and words may overlap, but only of a text under four bytes is
    /// a byte looked at alone.
    @inline(__always)
    static func copy(
        _ bytes: UnsafePointer<UInt8>, count: Int, to destination: UnsafeMutablePointer<UInt8>
    ) -> Bool {
        let source = unsafe UnsafeRawPointer(bytes)
        let destination = UnsafeMutableRawPointer(destination)
        if count >= 16 {
            var special = SIMD16<UInt8>()
            var offset = 0
            while true {
                let vector = unsafe source.loadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self)
                unsafe destination.storeBytes(of: vector, toByteOffset: offset, as: SIMD16<UInt8>.self)
                special |= specialLanes(of: vector)
                if offset == count &- 16 { return isZero(special) }
                offset = min(offset &+ 16, count &- 16)
            }
        }
        if count >= 8 {
            let first = unsafe source.loadUnaligned(as: SIMD8<UInt8>.self)
            let last = unsafe source.loadUnaligned(fromByteOffset: count &- 8, as: SIMD8<UInt8>.self)
            unsafe destination.storeBytes(of: first, as: SIMD8<UInt8>.self)
            unsafe destination.storeBytes(of: last, toByteOffset: count &- 8, as: SIMD8<UInt8>.self)
            return isZero(specialLanes(of: SIMD16(lowHalf: first, highHalf: last)))
        }
        if count >= 4 {
            let first = unsafe source.loadUnaligned(as: UInt32.self)
            let last = unsafe source.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self)
            unsafe destination.storeBytes(of: first, as: UInt32.self)
            unsafe destination.storeBytes(of: last, toByteOffset: count &- 4, as: UInt32.self)
            return specialBytes(in: UInt64(first) | UInt64(last) << 32) == 0
        }
        for offset in 0..<count {
            let byte = unsafe bytes[offset]
            if isSpecial(byte) { return false }
            unsafe destination.storeBytes(of: byte, toByteOffset: offset, as: UInt8.self)
        }
        return true
    }

    /// Non-zero in each lane whose byte must be escaped.
    @inline(__always)
    private static func specialLanes(of bytes: SIMD16<UInt8>) -> SIMD16<UInt8> {
        typealias Bytes = SIMD16<UInt8>
        var lanes = Bytes()
        lanes.replace(
            with: Bytes(repeating: 0xFF),
            where: (bytes .< Bytes(repeating: 0x20)) .| (bytes .== Bytes(repeating: 0x22))
                .| (bytes .== Bytes(repeating: 0x5C)))
        return lanes
    }

    @inline(__always)
    private static func isZero(_ bytes: SIMD16<UInt8>) -> Bool {
        // Both are 16 bytes, and every bit pattern is a value of both.
        let halves = unsafe unsafeBitCast(bytes, to: SIMD2<UInt64>.self)
        return halves[0] | halves[1] == 0
    }
}
