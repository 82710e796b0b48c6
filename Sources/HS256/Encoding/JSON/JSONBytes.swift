import HS256Primitives

/// The bytes that JSON strings treat specially: those that have to be escaped, and those at which a reader stops.
@usableFromInline
enum JSONBytes {
    /// Not zero where a byte has to be escaped in a string: `"`, `\`, and everything below 0x20 (RFC 8259 7).
    ///
    /// Arithmetic instead of conditions, so that the compiler can evaluate a loop over a literal: the high bit of the
    /// result is set where a subtraction wraps around that does not for any other byte of ASCII.
    @inlinable
    @inline(__always)
    static func fault(of byte: UInt8) -> UInt8 {
        let (quote, backslash) = (byte ^ 0x22, byte ^ 0x5C)
        return ((byte &- 0x20) & ~byte | (quote &- 1) & ~quote | (backslash &- 1) & ~backslash) & 0x80
    }

    /// Whether nothing in a literal has to be escaped. For a literal, the compiler finds that out.
    @inlinable
    @inline(__always)
    static func needsNoEscape(_ literal: StaticString) -> Bool {
        var faults: UInt8 = 0
        for index in 0..<literal.utf8CodeUnitCount { faults |= unsafe fault(of: literal.utf8Start[index]) }
        return faults == 0
    }

    /// All bits in each lane whose byte has to be escaped: ``fault(of:)`` for sixteen bytes.
    @inline(__always)
    private static func lanesToEscape(_ bytes: SIMD16<UInt8>) -> SIMD16<UInt8> {
        typealias Bytes = SIMD16<UInt8>
        var lanes = Bytes()
        lanes.replace(
            with: Bytes(repeating: 0xFF),
            where: (bytes .< Bytes(repeating: 0x20)) .| (bytes .== Bytes(repeating: 0x22))
                .| (bytes .== Bytes(repeating: 0x5C)))
        return lanes
    }

    // MARK: Writing

    /// Whether nothing in a text has to be escaped.
    @inline(__always)
    static func needsNoEscape(_ text: ShortText) -> Bool {
        // Both are 16 bytes, and every bit pattern is a value of both.
        let bytes = unsafe unsafeBitCast(text.vector, to: SIMD16<UInt8>.self)
        // The zeros after the text would have to be escaped too.
        let own: UInt32 = (1 &<< UInt32(truncatingIfNeeded: text.count)) &- 1
        return UInt32(Backend.highBits(of: lanesToEscape(bytes))) & own == 0
    }

    /// Copies at least sixteen bytes, and says whether none of them has to be escaped; otherwise the copy is meaningless.
    /// The last sixteen are taken whole, so registers may overlap.
    @inline(__always)
    static func copy(
        _ bytes: UnsafePointer<UInt8>, count: Int, to destination: UnsafeMutablePointer<UInt8>
    ) -> Bool {
        let source = unsafe UnsafeRawPointer(bytes)
        let destination = UnsafeMutableRawPointer(destination)
        var lanes = SIMD16<UInt8>()
        var offset = 0
        while true {
            let vector = unsafe source.loadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self)
            unsafe destination.storeBytes(of: vector, toByteOffset: offset, as: SIMD16<UInt8>.self)
            lanes |= lanesToEscape(vector)
            if offset == count &- 16 { return Backend.highBits(of: lanes) == 0 }
            offset = min(offset &+ 16, count &- 16)
        }
    }

    /// Copies bytes up to the first that has to be escaped, and returns how many those are.
    ///
    /// - Parameter destination: Room for all `count` bytes, since sixteen are copied before they are looked at.
    static func copyUpToEscape(
        _ bytes: UnsafePointer<UInt8>, count: Int, to destination: UnsafeMutablePointer<UInt8>
    ) -> Int {
        var offset = 0
        while offset &+ 16 <= count {
            let vector = unsafe UnsafeRawPointer(bytes + offset).loadUnaligned(as: SIMD16<UInt8>.self)
            unsafe UnsafeMutableRawPointer(destination + offset).storeBytes(of: vector, as: SIMD16<UInt8>.self)
            let bits = Backend.highBits(of: lanesToEscape(vector))
            if bits != 0 { return offset &+ bits.trailingZeroBitCount }
            offset &+= 16
        }
        while offset < count, unsafe fault(of: bytes[offset]) == 0 {
            unsafe destination[offset] = bytes[offset]
            offset &+= 1
        }
        return offset
    }

    // MARK: Reading

    /// A bit for each of 64 bytes, the first one lowest, set where a reader of a string has to stop: at bytes that would
    /// have to be escaped, and at bytes of 0x80 and more.
    @inline(__always)
    static func stops(at bytes: UnsafePointer<UInt8>) -> UInt64 {
        var stops: UInt64 = 0
        for offset in stride(from: 0, to: 64, by: 16) {
            let vector = unsafe UnsafeRawPointer(bytes + offset).loadUnaligned(as: SIMD16<UInt8>.self)
            // Bytes of 0x80 and more have the high bit themselves.
            let bits = Backend.highBits(of: lanesToEscape(vector) | vector)
            stops |= UInt64(bits) &<< UInt64(truncatingIfNeeded: offset)
        }
        return stops
    }
}

/// Where a reader of JSON strings has to stop: at quotes, backslashes, control characters, and bytes of 0x80 and more.
///
/// One bit a byte, computed in one pass before the text is read. If each string's end were searched for in its turn, each
/// search would wait for the one before it.
@safe
struct StopBytes {
    private let words: UnsafePointer<UInt64>

    /// Finds the stops of a text. The bits after its end are set too.
    ///
    /// - Parameters:
    ///   - text: The text, which must not be empty.
    ///   - scratch: Where the bits go.
    @unsafe
    @inline(__always)
    init(of text: UnsafeBufferPointer<UInt8>, in scratch: inout Scratch) {
        let words = unsafe scratch.take(text.count / 64 + 1, of: UInt64.self)
        unsafe Self.find(in: text, into: words)
        unsafe self.words = UnsafePointer(words)
    }

    private static func find(in text: UnsafeBufferPointer<UInt8>, into words: UnsafeMutablePointer<UInt64>) {
        guard let bytes = text.baseAddress else { return }
        let wholeCount = text.count / 64
        for index in 0..<wholeCount { unsafe words[index] = JSONBytes.stops(at: bytes + 64 * index) }
        // After the end there are zeros, at which a reader stops.
        var last = SIMD64<UInt8>()
        unsafe withUnsafeMutableBytes(of: &last) { last in
            unsafe last.copyMemory(from: UnsafeRawBufferPointer(start: bytes + 64 * wholeCount, count: text.count % 64))
            // SIMD64<UInt8> is 64 bytes, never none.
            let start = unsafe last.baseAddress.unsafelyUnwrapped.assumingMemoryBound(to: UInt8.self)
            unsafe words[wholeCount] = JSONBytes.stops(at: start)
        }
    }

    /// The offset of the first stop at `start` or after it, or the end of the text.
    ///
    /// - Parameter start: 0 up to the number of bytes.
    @inline(__always)
    func first(from start: Int) -> Int {
        // Shifts instead of divisions, since the compiler does not know that offsets are not negative.
        var index = start &>> 6
        var stops = unsafe words[index] &>> UInt64(truncatingIfNeeded: start)
        if stops != 0 { return start &+ stops.trailingZeroBitCount }
        // There is one at the end at least.
        repeat {
            index &+= 1
            stops = unsafe words[index]
        } while stops == 0
        return (index &<< 6) &+ stops.trailingZeroBitCount
    }
}
