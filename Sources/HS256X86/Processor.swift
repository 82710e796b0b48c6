#if arch(x86_64) && HS256_X86
    import _Builtin_intrinsics.intel.cpuid
#endif

/// What the running processor can do. Each question asks it anew.
enum Processor {
    /// SSSE3 and SSE4.1, which everything in this module is compiled for: the compiler uses them where it likes, so nothing
    /// here may run without both.
    static var hasSSE41: Bool {
        #if arch(x86_64) && HS256_X86
            let features = answer(leaf: 1).c
            return features & (1 << 9) != 0 && features & (1 << 19) != 0
        #else
            return false
        #endif
    }

    /// The SHA extensions, and what the code around them needs.
    static var hasSHA: Bool {
        #if arch(x86_64) && HS256_X86
            return hasSSE41 && answer(leaf: 7).b & (1 << 29) != 0
        #else
            return false
        #endif
    }

    #if arch(x86_64) && HS256_X86
        /// Two of the registers that CPUID fills, zero for a leaf that there is not.
        private static func answer(leaf: UInt32) -> (b: UInt32, c: UInt32) {
            var a: UInt32 = 0
            var b: UInt32 = 0
            var c: UInt32 = 0
            var d: UInt32 = 0
            return unsafe __get_cpuid_count(leaf, 0, &a, &b, &c, &d) == 1 ? (b, c) : (0, 0)
        }
    #endif
}
