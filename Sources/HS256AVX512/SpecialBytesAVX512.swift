import HS256X86

#if arch(x86_64) && HS256_AVX512
    import _Builtin_intrinsics.intel
#endif

/// The search for the bytes of a JSON text that are not plain ASCII, 64 at a time on the AVX-512 instructions.
public enum SpecialBytesAVX512 {
    /// Whether the running processor has the instructions, and the system lets them be used. Asks anew each time.
    public static var isSupported: Bool { Base64AVX512.isSupported }

    /// Marks quotes, backslashes, bytes under 0x20 and bytes of 0x80 and more, and what is behind the end. Does nothing
    /// where it is not compiled in.
    ///
    /// - Parameters:
    ///   - text: `count` readable bytes.
    ///   - count: any number.
    ///   - words: memory for `count / 64 + 1` words, a bit for each byte, the first one lowest.
    public static func mark(_ text: UnsafeRawPointer, count: Int, into words: UnsafeMutablePointer<UInt64>) {
        #if arch(x86_64) && HS256_AVX512
            for index in 0...count / 64 {
                let offset = 64 &* index
                // What is behind the end is zero, and so is marked.
                let bytes = unsafe _mm512_maskz_loadu_epi8(Mask.first(count &- offset), text + offset)
                unsafe words[index] = marks(of: bytes)
            }
        #endif
    }

    #if arch(x86_64) && HS256_AVX512
        /// A bit for each byte that is special.
        @inline(__always)
        static func marks(of bytes: Vector) -> Mask {
            // As numbers with a sign, bytes of 0x80 and more are under 0x20 as well.
            let others = _mm512_movepi8_mask(_mm512_subs_epi8(bytes, repeated(0x20)))
            return others | lanes(of: bytes, equalTo: 0x22) | lanes(of: bytes, equalTo: 0x5C)
        }

        @inline(__always)
        private static func lanes(of bytes: Vector, equalTo byte: Int64) -> Mask {
            let difference = bytes ^ repeated(byte)
            return _mm512_testn_epi8_mask(difference, difference)
        }

        @inline(__always)
        private static func repeated(_ byte: Int64) -> Vector { Vector(repeating: byte &* 0x0101_0101_0101_0101) }
    #endif
}
