/// The SHA-256 compression function on the SHA2 instructions of 64-bit Arm processors.
///
/// Source: Arm Architecture Reference Manual, SHA256H, SHA256H2, SHA256SU0 and SHA256SU1; FIPS 180-4 6.2.2.
public enum SHA256Arm {
    /// Whether the back end is compiled in. Whether the running processor has the instructions is another question.
    public static var isCompiledIn: Bool {
        #if arch(arm64) && HS256_ARM
            return true
        #else
            return false
        #endif
    }

    /// Works whole blocks into a hash state.
    ///
    /// Does nothing where the back end is not compiled in; call it only where the processor has the instructions.
    ///
    /// - Parameters:
    ///   - state: the eight words H0...H7, lane by lane.
    ///   - blocks: `count` times 64 readable bytes, at any alignment.
    ///   - count: the number of blocks.
    public static func compress(state: inout SIMD8<UInt32>, blocks: UnsafeRawPointer, count: Int) {
        #if arch(arm64) && HS256_ARM
            var hash = HashState(state)
            for index in 0..<count { unsafe hash.compress(blocks + 64 * index) }
            state = hash.words
        #endif
    }
}
