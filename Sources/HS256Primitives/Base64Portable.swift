/// Base64url in plain Swift, sixteen characters at a time, without tables and without branches on the data.
enum Base64Portable {
    /// Writes the text for some bytes, and nothing after it.
    ///
    /// - Parameters:
    ///   - source: `count` readable bytes.
    ///   - destination: Memory for the text, apart from the source.
    static func encode(_ source: UnsafePointer<UInt8>, count: Int, into destination: UnsafeMutablePointer<UInt8>) {
        var input = unsafe source
        var output = unsafe destination
        var remaining = count

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
            let count = Base64.encodedByteCount(remaining)
            unsafe UnsafeMutableRawPointer(output).copyMemory(
                from: text.baseAddress.unsafelyUnwrapped, byteCount: count)
        }
    }

    /// Writes the bytes for a text, and up to ``Base64/slack`` bytes more.
    ///
    /// The whole text is read before the verdict, so a bad text takes as long as a good one.
    ///
    /// - Returns: Whether all characters are in the alphabet.
    static func decode(
        _ source: UnsafePointer<UInt8>, count: Int, into destination: UnsafeMutablePointer<UInt8>
    ) -> Bool {
        var input = unsafe source
        var output = unsafe destination
        var remaining = count
        var invalid = SIMD16<UInt8>()

        while remaining >= 16 {
            let text = unsafe UnsafeRawPointer(input).loadUnaligned(as: SIMD16<UInt8>.self)
            unsafe store(packed(sextets(for: text, &invalid)), at: output)
            unsafe input += 16
            unsafe output += 12
            remaining -= 16
        }
        // What is left is filled up with the character for zero.
        var text = SIMD16<UInt8>(repeating: 0x41)
        unsafe withUnsafeMutableBytes(of: &text) { text in
            unsafe text.copyMemory(from: UnsafeRawBufferPointer(start: input, count: remaining))
        }
        unsafe store(packed(sextets(for: text, &invalid)), at: output)
        return invalid == SIMD16()
    }

}

// MARK: Encoding

extension Base64Portable {
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

// MARK: Decoding

extension Base64Portable {
    /// The sextets of sixteen characters. Where a character is outside the alphabet, `invalid` becomes non-zero.
    @inline(__always)
    private static func sextets(for text: SIMD16<UInt8>, _ invalid: inout SIMD16<UInt8>) -> SIMD16<UInt8> {
        typealias Bytes = SIMD16<UInt8>
        // `inRange` is unsigned: a character below the range wraps round to far above its length.
        @inline(__always)
        func inRange(_ first: UInt8, _ count: UInt8) -> SIMDMask<SIMD16<Int8>> {
            (text &- Bytes(repeating: first)) .< Bytes(repeating: count)
        }
        var offset = Bytes(repeating: 0)
        var bad = Bytes(repeating: 1)
        let zero = Bytes(repeating: 0)
        let upper = inRange(0x41, 26)
        let lower = inRange(0x61, 26)
        let digit = inRange(0x30, 10)
        let minus = text .== Bytes(repeating: 0x2D)
        let underscore = text .== Bytes(repeating: 0x5F)
        offset.replace(with: Bytes(repeating: 0 &- 0x41), where: upper)
        offset.replace(with: Bytes(repeating: 26 &- 0x61), where: lower)
        offset.replace(with: Bytes(repeating: 52 &- 0x30), where: digit)
        offset.replace(with: Bytes(repeating: 62 &- 0x2D), where: minus)
        offset.replace(with: Bytes(repeating: 63 &- 0x5F), where: underscore)
        bad.replace(with: zero, where: upper .| lower .| digit .| minus .| underscore)
        invalid |= bad
        return text &+ offset
    }

    /// Each four sextets as one lane, in the low 24 bits, the first sextet highest.
    @inline(__always)
    private static func packed(_ sextets: SIMD16<UInt8>) -> SIMD4<UInt32> {
        // Both are 16 bytes, and every bit pattern is a value of both. All supported processors are little-endian.
        let lanes = unsafe unsafeBitCast(sextets, to: SIMD4<UInt32>.self)
        let byte = SIMD4<UInt32>(repeating: 0x3F)
        return (lanes & byte) &<< 18 | ((lanes &>> 8) & byte) &<< 12 | ((lanes &>> 16) & byte) &<< 6
            | ((lanes &>> 24) & byte)
    }

    /// Writes the twelve bytes of four groups.
    @inline(__always)
    private static func store(_ groups: SIMD4<UInt32>, at output: UnsafeMutablePointer<UInt8>) {
        let (a, b, c, d) = (groups[0], groups[1], groups[2], groups[3])
        let output = UnsafeMutableRawPointer(output)
        unsafe output.storeBytes(of: (a &<< 8 | b &>> 16).bigEndian, toByteOffset: 0, as: UInt32.self)
        unsafe output.storeBytes(of: (b &<< 16 | c &>> 8).bigEndian, toByteOffset: 4, as: UInt32.self)
        unsafe output.storeBytes(of: (c &<< 24 | d).bigEndian, toByteOffset: 8, as: UInt32.self)
    }
}
