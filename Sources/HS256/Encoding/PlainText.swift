import HS256X86

/// Which bytes of a string stand for themselves in JSON: all but `"`, `\` and those below 0x20 (RFC 8259 7).
@usableFromInline
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
    @inlinable
    @inline(__always)
    static func isSpecial(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == 0x22 || byte == 0x5C
    }

    /// Whether nothing of a literal must be escaped. For a literal, the compiler finds that out.
    @inlinable
    @inline(__always)
    static func isPlain(_ literal: StaticString) -> Bool {
        // Without a branch, which `isSpecial` has: with one the compiler leaves the loop as it is.
        var special: UInt8 = 0
        for index in 0..<literal.utf8CodeUnitCount {
            let byte = unsafe literal.utf8Start[index]
            special |= (byte < 0x20 ? 1 : 0) | (byte == 0x22 ? 1 : 0) | (byte == 0x5C ? 1 : 0)
        }
        return special == 0
    }

    /// Copies at least sixteen bytes if they all stand for themselves, and says whether they do; if not, what is copied has
    /// no meaning. The last sixteen are taken whole, so that vectors may overlap.
    @inline(__always)
    static func copy(
        _ bytes: UnsafePointer<UInt8>, count: Int, to destination: UnsafeMutablePointer<UInt8>
    ) -> Bool {
        let source = unsafe UnsafeRawPointer(bytes)
        let destination = UnsafeMutableRawPointer(destination)
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

    /// Whether all bytes of a text stand for themselves.
    @inline(__always)
    static func isPlain(_ text: ShortText) -> Bool {
        // Both are 16 bytes, and every bit pattern is a value of both.
        let bytes = unsafe unsafeBitCast(text.vector, to: SIMD16<UInt8>.self)
        let special = specialLanes(of: bytes)
        // The zeros behind it are special too.
        #if arch(x86_64)
            let own: UInt32 = (1 &<< UInt32(truncatingIfNeeded: text.count)) &- 1
            return UInt32(X86Bytes.highBits(of: special)) & own == 0
        #else
            let numbers = SIMD16<UInt8>(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
            let behind = numbers .>= SIMD16(repeating: UInt8(truncatingIfNeeded: text.count))
            return isZero(special.replacing(with: 0, where: behind))
        #endif
    }

    /// A bit for each of 64 bytes, the first one lowest: zero for ASCII that stands for itself.
    @inline(__always)
    static func marks(at bytes: UnsafePointer<UInt8>) -> UInt64 {
        #if arch(x86_64)
            var marks: UInt64 = 0
            for offset in stride(from: 0, to: 64, by: 16) {
                let vector = unsafe UnsafeRawPointer(bytes + offset).loadUnaligned(as: SIMD16<UInt8>.self)
                // Bytes of 0x80 and more have the high bit, which the mask is made of, themselves.
                let mask = X86Bytes.highBits(of: specialLanes(of: vector) | vector)
                marks |= UInt64(mask) &<< UInt64(truncatingIfNeeded: offset)
            }
            return marks
        #else
            return unsafe marksPortably(at: bytes)
        #endif
    }

    /// The same on any processor.
    @inline(__always)
    static func marksPortably(at bytes: UnsafePointer<UInt8>) -> UInt64 {
        var marks: UInt64 = 0
        for offset in stride(from: 0, to: 64, by: 8) {
            let word = unsafe word(at: bytes + offset)
            let plain =
                bytesOver(0x1F, in: word) & bytesOver(0, in: word ^ ones &* 0x22)
                & bytesOver(0, in: word ^ ones &* 0x5C)
            let special = ~plain & highBits | word & highBits
            // The high bits as the highest byte of a product, the first one lowest.
            let mask = ((special &>> 7) &* 0x0102_0408_1020_4080) &>> 56
            marks |= mask &<< UInt64(truncatingIfNeeded: offset)
        }
        return marks
    }

    /// The high bit of each byte whose low seven bits are over `limit`, and no other bits.
    @inline(__always)
    private static func bytesOver(_ limit: UInt64, in word: UInt64) -> UInt64 {
        ((word & ~highBits) &+ ones &* (0x7F &- limit)) & highBits
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
