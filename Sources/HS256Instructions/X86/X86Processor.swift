#if arch(x86_64)
    import _Builtin_intrinsics.intel
    #if HS256_X86
        import _Builtin_intrinsics.intel.cpuid
    #endif
#endif

/// The running x86-64 processor: what it can do, and the one thing that all of them can and Swift has no words for.
public enum X86Processor {
    /// Whether it has SSSE3 and SSE4.1, which this whole module is compiled for: the compiler uses them where it likes, so
    /// nothing that is compiled here may run without both. Asks the processor each time.
    static var hasSSE41: Bool {
        #if arch(x86_64) && HS256_X86
            let features = answer(leaf: 1).c
            return features & (1 << 9) != 0 && features & (1 << 19) != 0
        #else
            return false
        #endif
    }

    /// Whether it has the SHA extensions, and what the code around them needs. Asks the processor each time.
    static var hasSHA: Bool {
        #if arch(x86_64) && HS256_X86
            return hasSSE41 && answer(leaf: 7).b & (1 << 29) != 0
        #else
            return false
        #endif
    }

    #if arch(x86_64) && HS256_X86
        /// Two of the registers that CPUID fills, both zero for a leaf that the processor does not have.
        private static func answer(leaf: UInt32) -> (b: UInt32, c: UInt32) {
            var a: UInt32 = 0
            var b: UInt32 = 0
            var c: UInt32 = 0
            var d: UInt32 = 0
            return unsafe __get_cpuid_count(leaf, 0, &a, &b, &c, &d) == 1 ? (b, c) : (0, 0)
        }
    #endif

    #if arch(x86_64)
        /// The high bit of each byte, the first byte's lowest. SSE2, so on every x86-64 processor.
        @inlinable
        @inline(__always)
        public static func highBits(of bytes: SIMD16<UInt8>) -> UInt16 {
            // Both are 16 bytes, and every bit pattern is a value of both.
            let mask = unsafe _mm_movemask_epi8(unsafeBitCast(bytes, to: SIMD2<Int64>.self))
            return UInt16(truncatingIfNeeded: mask)
        }
    #endif
}
