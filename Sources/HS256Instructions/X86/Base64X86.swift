#if arch(x86_64) && HS256_X86
    import _Builtin_intrinsics.intel
#endif

/// Base64url on the SSSE3 and SSE4.1 instructions of x86-64 processors: twelve bytes, sixteen characters at a time.
///
/// No branch and no address depends on the data. Does nothing where it is not compiled in; call it only where
/// ``isSupported`` is true.
///
/// Source: RFC 4648 5; Wojciech Muła and Daniel Lemire, "Faster Base64 Encoding and Decoding Using AVX2 Instructions",
/// for the multiplications that move the bits.
public enum Base64X86 {
    /// The fewest bytes or characters that can be given: one register full.
    public static var minimumByteCount: Int { 16 }

    /// Whether the running processor has the instructions. Asks the processor each time, so ask once and keep the answer.
    public static var isSupported: Bool { X86Processor.hasSSE41 }

    /// Writes the text for some bytes.
    ///
    /// - Parameters:
    ///   - source: `count` readable bytes.
    ///   - count: At least ``minimumByteCount``.
    ///   - destination: Memory for the text and 16 bytes more, apart from the source.
    public static func encode(_ source: UnsafeRawPointer, count: Int, into destination: UnsafeMutableRawPointer) {
        #if arch(x86_64) && HS256_X86
            var input = unsafe source
            var output = unsafe destination
            var remaining = count
            while remaining >= 16 {
                unsafe output.storeBytes(
                    of: characters(for: sextets(of: input.loadUnaligned(as: SIMD16<UInt8>.self))),
                    as: SIMD16<UInt8>.self)
                unsafe input += 12
                unsafe output += 16
                remaining -= 12
            }
            // Four to fifteen bytes are left, so up to two vectors, taken out of the last sixteen bytes that there are.
            let last = unsafe (input + (remaining - 16)).loadUnaligned(as: SIMD16<UInt8>.self)
            var skipped = 16 - remaining
            while skipped < 16 {
                unsafe output.storeBytes(
                    of: characters(for: sextets(of: last.shiftedDown(by: skipped))), as: SIMD16<UInt8>.self)
                unsafe output += 16
                skipped += 12
            }
        #endif
    }

    /// Writes the bytes for a text.
    ///
    /// - Parameters:
    ///   - source: `count` readable bytes of text.
    ///   - count: At least ``minimumByteCount``.
    ///   - destination: Memory for the bytes and 16 more, apart from the source.
    /// - Returns: Whether all characters are in the alphabet. If not, what was written is meaningless.
    public static func decode(
        _ source: UnsafeRawPointer, count: Int, into destination: UnsafeMutableRawPointer
    ) -> Bool {
        #if arch(x86_64) && HS256_X86
            var input = unsafe source
            var output = unsafe destination
            var remaining = count
            var faults = SIMD16<UInt8>()
            while remaining >= 16 {
                let text = unsafe input.loadUnaligned(as: SIMD16<UInt8>.self)
                unsafe output.storeBytes(of: packed(sextets(for: text, &faults)), as: SIMD16<UInt8>.self)
                unsafe input += 16
                unsafe output += 12
                remaining -= 16
            }
            // The rest, taken out of the last sixteen characters that there are and filled up with the one for zero.
            let last = unsafe (input + (remaining - 16)).loadUnaligned(as: SIMD16<UInt8>.self)
            var text = last.shiftedDown(by: 16 - remaining)
            text.replace(with: .all(0x41), where: SIMD16<UInt8>.lanes .>= .all(UInt8(truncatingIfNeeded: remaining)))
            unsafe output.storeBytes(of: packed(sextets(for: text, &faults)), as: SIMD16<UInt8>.self)
            let halves = register(faults)
            return halves[0] | halves[1] == 0
        #else
            return false
        #endif
    }
}

#if arch(x86_64) && HS256_X86
    /// Twelve bytes as sixteen sextets.
    @inline(__always)
    private func sextets(of input: SIMD16<UInt8>) -> SIMD16<UInt8> {
        // Each three bytes a, b, c as the two words b:a and c:b, so that each word holds two whole sextets.
        let spread = _mm_shuffle_epi8(
            register(input), register(SIMD16(1, 0, 2, 1, 4, 3, 5, 4, 7, 6, 8, 7, 10, 9, 11, 10)))
        let first = _mm_mulhi_epu16(
            spread & Register(repeating: 0x0FC0_FC00_0FC0_FC00), Register(repeating: 0x0400_0040_0400_0040))
        let second = _mm_mullo_epi16(
            spread & Register(repeating: 0x003F_03F0_003F_03F0), Register(repeating: 0x0100_0010_0100_0010))
        return bytes(first | second)
    }

    /// The characters for sixteen sextets: what has to be added is chosen out of a register by the sextet's range.
    @inline(__always)
    private func characters(for sextets: SIMD16<UInt8>) -> SIMD16<UInt8> {
        // 0 for a to z, 1...10 for the digits, 11 for -, 12 for _, and then 13 for A to Z.
        var range = bytes(_mm_subs_epu8(register(sextets), register(.all(51))))
        range.replace(with: .all(13), where: sextets .< .all(26))
        let digit: UInt8 = 0x30 &- 52
        let offsets = SIMD16(
            0x61 - 26, digit, digit, digit, digit, digit, digit, digit, digit, digit, digit,
            0x2D &- 62, 0x5F - 63, 0x41, 0, 0)
        return sextets &+ bytes(_mm_shuffle_epi8(register(offsets), register(range)))
    }

    /// The sextets of sixteen characters. Where one is outside the alphabet, `faults` becomes non-zero.
    @inline(__always)
    private func sextets(for text: SIMD16<UInt8>, _ faults: inout SIMD16<UInt8>) -> SIMD16<UInt8> {
        let high = (text &>> .all(4)) & .all(0x0F)
        let low = text & .all(0x0F)
        // A bit for each column of the ASCII table, and for each row the columns in which it holds no character:
        // 1 column 2, 2 column 3, 4 columns 4 and 6, 8 column 5, 16 column 7, 32 all others.
        let column = SIMD16<UInt8>(32, 32, 1, 2, 4, 8, 4, 16, 32, 32, 32, 32, 32, 32, 32, 32)
        let row = SIMD16<UInt8>(
            32 | 1 | 4, 32 | 1, 32 | 1, 32 | 1, 32 | 1, 32 | 1, 32 | 1, 32 | 1, 32 | 1, 32 | 1,
            32 | 1 | 2, 32 | 1 | 2 | 8 | 16, 32 | 1 | 2 | 8 | 16, 32 | 2 | 8 | 16, 32 | 1 | 2 | 8 | 16, 32 | 1 | 2 | 16)
        faults |= bytes(
            _mm_shuffle_epi8(register(column), register(high)) & _mm_shuffle_epi8(register(row), register(low)))
        let offsets = SIMD16<UInt8>(
            0, 0, 62 &- 0x2D, 52 &- 0x30, 0 &- 0x41, 0 &- 0x41, 26 &- 0x61, 26 &- 0x61, 0, 0, 0, 0, 0, 0, 0, 0)
        var offset = bytes(_mm_shuffle_epi8(register(offsets), register(high)))
        offset.replace(with: .all(63 &- 0x5F), where: text .== .all(0x5F))
        return text &+ offset
    }

    /// Sixteen sextets as twelve bytes and four zeros.
    @inline(__always)
    private func packed(_ sextets: SIMD16<UInt8>) -> SIMD16<UInt8> {
        let pairs = _mm_maddubs_epi16(register(sextets), Register(repeating: 0x0140_0140_0140_0140))
        let groups = _mm_madd_epi16(pairs, Register(repeating: 0x0001_1000_0001_1000))
        let order = SIMD16<UInt8>(2, 1, 0, 6, 5, 4, 10, 9, 8, 14, 13, 12, 0x80, 0x80, 0x80, 0x80)
        return bytes(_mm_shuffle_epi8(groups, register(order)))
    }

    extension SIMD16<UInt8> {
        /// 0, 1, 2 and so on.
        @inline(__always)
        fileprivate static var lanes: Self { Self(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15) }

        /// The lanes from `count` on, followed by zeros.
        @inline(__always)
        fileprivate func shiftedDown(by count: Int) -> Self {
            let order = Self.lanes &+ .all(UInt8(truncatingIfNeeded: count))
            // A lane number of 16 or more gets its high bit set, for which the shuffle gives zero.
            let marked = _mm_adds_epu8(register(order), register(.all(0x70)))
            return bytes(_mm_shuffle_epi8(register(self), marked))
        }
    }
#endif
