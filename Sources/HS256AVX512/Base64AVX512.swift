import HS256X86

#if arch(x86_64) && HS256_AVX512
    import _Builtin_intrinsics.intel
#endif

/// Base64url on the AVX-512 instructions of x86-64 processors, with those for bytes: 48 bytes, 64 characters at a time.
///
/// Nothing depends on the data but the result: no branch and no address. Nothing is written behind the result.
///
/// Source: RFC 4648 5; Wojciech Muła and Daniel Lemire, "Base64 encoding and decoding at almost the speed of a memory
/// copy", for the instructions that move the bits.
public enum Base64AVX512 {
    /// Whether the running processor has the instructions, and the system lets them be used. Asks anew each time.
    public static var isSupported: Bool {
        #if arch(x86_64) && HS256_AVX512
            return Processor.hasAVX512
        #else
            return false
        #endif
    }

    /// Writes the text for some bytes. Does nothing where it is not compiled in.
    ///
    /// - Parameters:
    ///   - source: `count` readable bytes.
    ///   - count: any number.
    ///   - destination: memory for the text, apart from the source.
    public static func encode(_ source: UnsafeRawPointer, count: Int, into destination: UnsafeMutableRawPointer) {
        #if arch(x86_64) && HS256_AVX512
            let shifts = Sextets.shifts(from: 0)
            var offset = 0
            var output = unsafe destination
            while offset < count {
                let rest = min(count &- offset, 48)
                let bytes = unsafe _mm512_maskz_loadu_epi8(Mask.first(rest), source + offset)
                unsafe _mm512_mask_storeu_epi8(
                    output, Mask.first(Sextets.count(for: rest)), Sextets.characters(of: bytes, shifts))
                offset &+= 48
                unsafe output += 64
            }
        #endif
    }

    /// Writes the bytes for a text, and the bits that are left over as one byte more. Does nothing where it is not
    /// compiled in.
    ///
    /// - Parameters:
    ///   - source: `count` readable bytes of text.
    ///   - count: any number.
    ///   - destination: memory for the bytes and one more, apart from the source.
    /// - Returns: zero if all characters are in the alphabet. What is written for others has no meaning.
    public static func decode(
        _ source: UnsafeRawPointer, count: Int, into destination: UnsafeMutableRawPointer
    ) -> UInt64 {
        #if arch(x86_64) && HS256_AVX512
            var faults = Vector()
            var offset = 0
            var output = unsafe destination
            while offset < count {
                _ = unsafe decode64(source + offset, count: count &- offset, into: output, &faults)
                offset &+= 64
                unsafe output += 48
            }
            return _mm512_movepi8_mask(faults)
        #else
            return 0
        #endif
    }

    #if arch(x86_64) && HS256_AVX512
        /// Writes the bytes for the first 64 of `count` characters, or for all of them, and returns them with zeros behind
        /// them. Where a character is outside the alphabet, the high bit of its byte in `faults` is set.
        @inline(__always)
        static func decode64(
            _ source: UnsafeRawPointer, count: Int, into destination: UnsafeMutableRawPointer, _ faults: inout Vector
        ) -> Vector {
            let count = min(count, 64)
            // What is not there is filled up with the character for zero.
            let text = unsafe _mm512_mask_loadu_epi8(
                Vector(repeating: 0x4141_4141_4141_4141), Mask.first(count), source)
            let bytes = Sextets.bytes(of: text, &faults)
            unsafe _mm512_mask_storeu_epi8(destination, Mask.first((count &* 3 &+ 3) / 4), bytes)
            return bytes
        }
    #endif
}
