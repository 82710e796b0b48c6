extension Base64URL {
    /// How many characters `byteCount` bytes take: four for three, and two or three for what is left over.
    @inline(__always)
    static func encodedByteCount(_ byteCount: Int) -> Int {
        byteCount / 3 * 4 + (byteCount % 3 * 4 + 2) / 3
    }

    /// Writes the text for `source` to `destination`, which must have room for ``encodedByteCount(_:)`` bytes.
    ///
    /// The source may lie in the same memory if it starts where the text will end or behind, or if it lies so that no
    /// byte of it is written over before it is read; the two loops read before they write.
    static func encode(_ source: UnsafeBufferPointer<UInt8>, into destination: UnsafeMutablePointer<UInt8>) {
        guard var input = source.baseAddress else { return }
        var output = unsafe destination
        var remaining = source.count

        // Twelve bytes at a time. The last of the four loads reads one byte further than the twelve.
        while remaining > 12 {
            let first = unsafe bigEndianWord(input)
            let second = unsafe bigEndianWord(input + 3)
            let third = unsafe bigEndianWord(input + 6)
            let fourth = unsafe bigEndianWord(input + 9)
            let text = characters(for: sextets(SIMD4(first, second, third, fourth)))
            unsafe UnsafeMutableRawPointer(output).storeBytes(of: text, as: SIMD16<UInt8>.self)
            unsafe input += 12
            unsafe output += 16
            remaining -= 12
        }
        while remaining >= 3 {
            let group = unsafe UInt32(input[0]) << 24 | UInt32(input[1]) << 16 | UInt32(input[2]) << 8
            unsafe store(group, count: 4, at: output)
            unsafe input += 3
            unsafe output += 4
            remaining -= 3
        }
        if remaining == 2 {
            unsafe store(UInt32(input[0]) << 24 | UInt32(input[1]) << 16, count: 3, at: output)
        } else if remaining == 1 {
            unsafe store(UInt32(input[0]) << 24, count: 2, at: output)
        }
    }

    /// Writes the first `count` of the four characters for the three high bytes of `group`.
    @inline(__always)
    private static func store(_ group: UInt32, count: Int, at output: UnsafeMutablePointer<UInt8>) {
        for index in 0..<count {
            let sextet = UInt8(truncatingIfNeeded: group &>> (26 - 6 * UInt32(index))) & 63
            unsafe output[index] = character(for: sextet)
        }
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

    /// The character for one sextet: the same arithmetic without branches.
    @inline(__always)
    private static func character(for sextet: UInt8) -> UInt8 {
        // Each mask is all ones when the sextet is past the end of a range, else zero.
        func past(_ last: UInt8) -> UInt8 { UInt8(bitPattern: (Int8(bitPattern: last &- sextet)) &>> 7) }
        return sextet &+ 0x41
            &+ (past(25) & (0x61 - 26 - 0x41))
            &+ (past(51) & (0x30 &- 52 &- (0x61 - 26)))
            &+ (past(61) & (0x2D &- 62 &- (0x30 &- 52)))
            &+ (past(62) & (0x5F - 63 &- (0x2D &- 62)))
    }
}
