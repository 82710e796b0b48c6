#if arch(x86_64)
    import _Builtin_intrinsics.intel

    /// What every x86-64 processor can do with sixteen bytes, and Swift has no words for.
    public enum X86Bytes {
        /// The high bit of each byte, the first one lowest.
        @inlinable
        @inline(__always)
        public static func highBits(of bytes: SIMD16<UInt8>) -> UInt16 {
            // Both are 16 bytes, and every bit pattern is a value of both.
            let mask = unsafe _mm_movemask_epi8(unsafeBitCast(bytes, to: SIMD2<Int64>.self))
            return UInt16(truncatingIfNeeded: mask)
        }
    }
#endif
