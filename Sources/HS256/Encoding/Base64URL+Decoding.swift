import HS256AVX512
import HS256X86

extension Base64URL {
    /// How many bytes a text of `characterCount` characters gives if it is good.
    @inline(__always)
    static func decodedByteCount(_ characterCount: Int) -> Int {
        characterCount / 4 * 3 + characterCount % 4 * 3 / 4
    }

    /// Writes the bytes for `source` to `destination`, which must have room for ``decodedByteCount(_:)`` bytes and
    /// ``slack``. The two must not overlap.
    ///
    /// The whole text is read before the verdict, so a refused text takes as long as a good one.
    ///
    /// - Returns: the number of bytes.
    @discardableResult
    static func decode(
        _ source: UnsafeBufferPointer<UInt8>, into destination: UnsafeMutablePointer<UInt8>,
        backend: Base64Backend = .current
    ) throws(Base64URLError) -> Int {
        guard let input = source.baseAddress else { return 0 }
        let isInAlphabet: Bool
        switch backend {
        case .x86AVX512:
            isInAlphabet = unsafe Base64AVX512.decode(input, count: source.count, into: destination) == 0
        case .x86SSE41 where source.count >= Base64X86.vectorByteCount:
            isInAlphabet = unsafe Base64X86.decode(input, count: source.count, into: destination) == 0
        case .x86SSE41, .portable:
            isInAlphabet = unsafe decodePortably(source, into: destination)
        }
        return unsafe try check(source, decodedTo: destination, isInAlphabet: isInAlphabet)
    }

    /// What is to be said of a text that has been decoded.
    ///
    /// - Parameters:
    ///   - source: the text.
    ///   - destination: the bytes, and behind them what is left over of the last character.
    ///   - isInAlphabet: whether all characters are.
    /// - Returns: the number of bytes.
    static func check(
        _ source: UnsafeBufferPointer<UInt8>, decodedTo destination: UnsafePointer<UInt8>, isInAlphabet: Bool
    ) throws(Base64URLError) -> Int {
        guard isInAlphabet else { throw unsafe firstFault(in: source) }
        guard source.count % 4 != 1 else { throw .impossibleLength(source.count) }
        let count = decodedByteCount(source.count)
        guard unsafe source.count % 4 == 0 || destination[count] == 0 else { throw .nonZeroTrailingBits }
        return count
    }

    /// The same in plain Swift, with no verdict but whether all characters are in the alphabet.
    private static func decodePortably(
        _ source: UnsafeBufferPointer<UInt8>, into destination: UnsafeMutablePointer<UInt8>
    ) -> Bool {
        guard var input = source.baseAddress else { return true }
        var output = unsafe destination
        var remaining = source.count
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

    /// Where a text that has been found invalid is so.
    private static func firstFault(in source: UnsafeBufferPointer<UInt8>) -> Base64URLError {
        for offset in 0..<source.count {
            var invalid = SIMD16<UInt8>()
            let byte = unsafe source[offset]
            _ = sextets(for: SIMD16(repeating: byte), &invalid)
            if invalid != SIMD16() {
                return byte == 0x3D ? .padding(offset: offset) : .invalidByte(byte, offset: offset)
            }
        }
        preconditionFailure("a text without an invalid byte was taken for invalid")
    }

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
