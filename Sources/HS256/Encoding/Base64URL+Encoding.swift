import HS256AVX512
import HS256X86

extension Base64URL {
    /// How many characters `byteCount` bytes take: four for three, and two or three for what is left over.
    @inline(__always)
    static func encodedByteCount(_ byteCount: Int) -> Int {
        // Of a number of bytes that is in memory, four times as many fit into 64 bits, but not into every `Int`.
        Int((UInt64(truncatingIfNeeded: byteCount) &* 4 &+ 2) / 3)
    }

    /// Writes the text for `source` to `destination`, which must have room for ``encodedByteCount(_:)`` bytes and
    /// ``slack``; fewer than sixteen bytes need no slack. The two must not overlap.
    static func encode(
        _ source: UnsafeBufferPointer<UInt8>, into destination: UnsafeMutablePointer<UInt8>,
        backend: Base64Backend = .current
    ) {
        guard let input = source.baseAddress else { return }
        switch backend {
        case .x86AVX512:
            unsafe Base64AVX512.encode(input, count: source.count, into: destination)
        case .x86SSE41 where source.count >= Base64X86.vectorByteCount:
            unsafe Base64X86.encode(input, count: source.count, into: destination)
        case .x86SSE41, .portable:
            unsafe encodePortably(source, into: destination)
        }
    }

    /// The same in plain Swift. Writes nothing behind the text.
    private static func encodePortably(
        _ source: UnsafeBufferPointer<UInt8>, into destination: UnsafeMutablePointer<UInt8>
    ) {
        guard var input = source.baseAddress else { return }
        var output = unsafe destination
        var remaining = source.count

        // Twelve bytes at a time, as long as a thirteenth can be read.
        while remaining > 12 {
            let text = characters(for: unsafe sextets(of: input))
            unsafe UnsafeMutableRawPointer(output).storeBytes(of: text, as: SIMD16<UInt8>.self)
            unsafe input += 12
            unsafe output += 16
            remaining -= 12
        }
        // Up to twelve bytes are left, and they may be the last that can be read.
        var rest = SIMD16<UInt8>()
        unsafe withUnsafeMutableBytes(of: &rest) { rest in
            unsafe rest.copyMemory(from: UnsafeRawBufferPointer(start: input, count: remaining))
        }
        var text = unsafe withUnsafeBytes(of: rest) { rest in
            unsafe characters(for: sextets(of: rest.baseAddress.unsafelyUnwrapped.assumingMemoryBound(to: UInt8.self)))
        }
        unsafe withUnsafeBytes(of: &text) { text in
            let count = encodedByteCount(remaining)
            unsafe UnsafeMutableRawPointer(output).copyMemory(
                from: text.baseAddress.unsafelyUnwrapped, byteCount: count)
        }
    }

    /// Four groups of three bytes as sextets; the last of the four loads reads one byte further than the twelve.
    @inline(__always)
    private static func sextets(of input: UnsafePointer<UInt8>) -> SIMD16<UInt8> {
        let first = unsafe bigEndianWord(input)
        let second = unsafe bigEndianWord(input + 3)
        let third = unsafe bigEndianWord(input + 6)
        let fourth = unsafe bigEndianWord(input + 9)
        return sextets(SIMD4(first, second, third, fourth))
    }

    @inline(__always)
    private static func bigEndianWord(_ input: UnsafePointer<UInt8>) -> UInt32 {
        unsafe UInt32(bigEndian: UnsafeRawPointer(input).loadUnaligned(as: UInt32.self))
    }

    /// The four sextets in the three high bytes of each lane, spread to the lane's four bytes in the order of memory.
    @inline(__always)
    private static func sextets(_ groups: SIMD4<UInt32>) -> SIMD16<UInt8> {
        let first = (groups &>> 26) & SIMD4(repeating: 0x0000_003F)
        let second = (groups &>> 12) & SIMD4(repeating: 0x0000_3F00)
        let third = (groups &<< 2) & SIMD4(repeating: 0x003F_0000)
        let fourth = (groups &<< 16) & SIMD4(repeating: 0x3F00_0000)
        let lanes = first | second | third | fourth
        // Both are 16 bytes, and every bit pattern is a value of both. All supported processors are little-endian.
        return unsafe unsafeBitCast(lanes, to: SIMD16<UInt8>.self)
    }

    /// The characters for sixteen sextets, by arithmetic: each range of the alphabet is one addition.
    @inline(__always)
    private static func characters(for sextets: SIMD16<UInt8>) -> SIMD16<UInt8> {
        typealias Bytes = SIMD16<UInt8>
        var offset = Bytes(repeating: 0x41)  // 0...25 to A-Z
        offset.replace(with: Bytes(repeating: 0x61 - 26), where: sextets .> Bytes(repeating: 25))
        offset.replace(with: Bytes(repeating: 0x30 &- 52), where: sextets .> Bytes(repeating: 51))
        offset.replace(with: Bytes(repeating: 0x2D &- 62), where: sextets .> Bytes(repeating: 61))
        offset.replace(with: Bytes(repeating: 0x5F - 63), where: sextets .> Bytes(repeating: 62))
        return sextets &+ offset
    }
}
