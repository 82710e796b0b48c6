#if arch(x86_64) && HS256_X86
    import _Builtin_intrinsics.intel
    import _Builtin_intrinsics.intel.cpuid
#endif

/// What the running processor can do. Each question asks it anew.
public enum Processor {
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
    public static var hasSHA: Bool {
        #if arch(x86_64) && HS256_X86
            return hasSSE41 && answer(leaf: 7).b & (1 << 29) != 0
        #else
            return false
        #endif
    }

    /// AVX-512 with its instructions for bytes (BW, VBMI), and what code compiled for them needs, if the system saves
    /// their registers when it switches between programs.
    public static var hasAVX512: Bool {
        #if arch(x86_64) && HS256_X86
            // F, BW, VL, BMI1, BMI2; VBMI
            let (b, c) = answer(leaf: 7)
            let wanted: UInt32 = 1 << 16 | 1 << 30 | 1 << 31 | 1 << 3 | 1 << 8
            return hasSSE41 && b & wanted == wanted && c & (1 << 1) != 0 && savesVectors
        #else
            return false
        #endif
    }

    #if arch(x86_64) && HS256_X86
        /// Whether the system saves the mask registers and all of the wide ones. What it saves stands in a register that
        /// only XGETBV reads, for which there is no intrinsic; so XSAVE is asked to save them, and says in its header
        /// which of them it knows. A bit that it does not know it leaves as it was.
        private static var savesVectors: Bool {
            // OSXSAVE, without which XSAVE cannot be executed.
            guard answer(leaf: 1).c & (1 << 27) != 0 else { return false }
            let wanted: UInt64 = 1 << 1 | 1 << 2 | 1 << 5 | 1 << 6 | 1 << 7
            // The size of everything that is saved; the header is 512 bytes behind the beginning.
            let size = max(Int(answer(leaf: 0xD).b), 576)
            return unsafe withUnsafeTemporaryAllocation(byteCount: size, alignment: 64) { area in
                unsafe area.initializeMemory(as: UInt8.self, repeating: 0)
                func header(leftAs bits: UInt64) -> UInt64 {
                    unsafe area.storeBytes(of: bits, toByteOffset: 512, as: UInt64.self)
                    unsafe _xsave64(area.baseAddress.unsafelyUnwrapped, wanted)
                    return unsafe area.load(fromByteOffset: 512, as: UInt64.self)
                }
                return (header(leftAs: 0) ^ header(leftAs: wanted)) & wanted == 0
            }
        }

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
