/// The SHA-256 compression function on the SHA extensions of x86-64 processors.
///
/// Source: Intel Architecture Instruction Set Extensions, "Intel SHA Extensions"; FIPS 180-4 6.2.2.
public enum SHA256X86 {
    /// Whether the running processor has the SHA, SSSE3 and SSE4.1 instructions that ``compress(state:blocks:count:)``
    /// uses. Asks the processor each time, so ask once and keep the answer.
    public static var isSupported: Bool { Processor.hasSHA }

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

    /// The authentication code of a message.
    ///
    /// Does nothing where the back end is not compiled in; call it only when ``isSupported`` is true.
    ///
    /// - Parameters:
    ///   - message: what is left of the message to be hashed.
    ///   - outer: the outer hash after the key's block.
    /// - Returns: the eight words of the code, lane by lane.
    public static func authenticationCode(of message: PaddedMessage, outer: SIMD8<UInt32>) -> SIMD8<UInt32> {
        #if arch(x86_64) && HS256_X86
            return HashState.authenticationCode(
                inner: message.inner, outer: outer, blockCount: message.blockCount
            ) { message.block($0) }.words
        #else
            return outer
        #endif
    }

    /// Two authentication codes under one key, worked out side by side.
    ///
    /// Does nothing where the back end is not compiled in; call it only when ``isSupported`` is true.
    ///
    /// - Parameters:
    ///   - first: a message and how far it is hashed.
    ///   - second: another one.
    ///   - outer: the outer hash after the key's block.
    /// - Returns: the eight words of either code, lane by lane.
    public static func authenticationCodes(
        of first: PaddedMessage, _ second: PaddedMessage, outer: SIMD8<UInt32>
    ) -> (SIMD8<UInt32>, SIMD8<UInt32>) {
        #if arch(x86_64) && HS256_X86
            let codes = HashState.authenticationCodes(
                inner: (first.inner, second.inner), outer: outer, blockCounts: (first.blockCount, second.blockCount)
            ) {
                first.block($0)
            } _: {
                second.block($0)
            }
            return (codes.0.words, codes.1.words)
        #else
            return (outer, outer)
        #endif
    }
}
