#if arch(x86_64) && HS256_X86
    import _Builtin_intrinsics.intel.cpuid
    import _Builtin_intrinsics.intel
#endif

/// The SHA-256 compression function on the SHA extensions of x86-64 processors.
///
/// Source: Intel Architecture Instruction Set Extensions, "Intel SHA Extensions"; FIPS 180-4 6.2.2.
public enum SHA256X86 {
    /// Whether the running processor has the SHA, SSSE3 and SSE4.1 instructions that ``compress(state:blocks:count:)``
    /// uses. Asks the processor each time, so ask once and keep the answer.
    public static var isSupported: Bool {
        #if arch(x86_64) && HS256_X86
            var a: UInt32 = 0
            var b: UInt32 = 0
            var c: UInt32 = 0
            var d: UInt32 = 0
            guard unsafe __get_cpuid_count(1, 0, &a, &b, &c, &d) == 1 else { return false }
            let hasSSSE3 = c & (1 << 9) != 0
            let hasSSE41 = c & (1 << 19) != 0
            guard unsafe __get_cpuid_count(7, 0, &a, &b, &c, &d) == 1 else { return false }
            let hasSHA = b & (1 << 29) != 0
            return hasSSSE3 && hasSSE41 && hasSHA
        #else
            return false
        #endif
    }

    /// Works whole blocks into a hash state.
    ///
    /// Does nothing where the back end is not compiled in; call it only when ``isSupported`` is true.
    ///
    /// - Parameters:
    ///   - state: the eight words H0...H7, lane by lane.
    ///   - blocks: `count` times 64 readable bytes, at any alignment.
    ///   - count: the number of blocks.
    public static func compress(state: inout SIMD8<UInt32>, blocks: UnsafeRawPointer, count: Int) {
        #if arch(x86_64) && HS256_X86
            var hash = HashState(state)
            for index in 0..<count { hash.compress(unsafe MessageBlock(blocks + 64 * index)) }
            state = hash.words
        #endif
    }

    /// The authentication code of HMAC, from the last blocks of the inner hash.
    ///
    /// Does nothing where the back end is not compiled in; call it only when ``isSupported`` is true.
    ///
    /// - Parameters:
    ///   - inner: the inner hash so far.
    ///   - outer: the outer hash after the key's block.
    ///   - blocks: the last blocks of the message with its padding: `count` times 64 readable bytes, at any alignment.
    ///   - count: the number of blocks.
    /// - Returns: the eight words of the code, lane by lane.
    public static func authenticationCode(
        inner: SIMD8<UInt32>, outer: SIMD8<UInt32>, lastBlocks blocks: UnsafeRawPointer, count: Int
    ) -> SIMD8<UInt32> {
        #if arch(x86_64) && HS256_X86
            var hash = HashState(inner)
            for index in 0..<count { hash.compress(unsafe MessageBlock(blocks + 64 * index)) }
            var code = HashState(outer)
            code.compress(hash.outerBlock)
            return code.words
        #else
            return outer
        #endif
    }
}
