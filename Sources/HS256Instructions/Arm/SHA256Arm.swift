/// The SHA-256 compression function on the SHA2 instructions of 64-bit Arm processors.
///
/// Source: Arm Architecture Reference Manual, SHA256H, SHA256H2, SHA256SU0 and SHA256SU1; FIPS 180-4 6.2.2.
public enum SHA256Arm {
    /// Whether this is compiled in. Whether the running processor has the instructions is another question.
    public static var isCompiledIn: Bool {
        #if arch(arm64) && HS256_ARM
            return true
        #else
            return false
        #endif
    }

    /// Works whole blocks into a hash state.
    ///
    /// Does nothing where it is not compiled in; call it only where the processor has the instructions.
    ///
    /// - Parameters:
    ///   - state: The eight words H0...H7, lane by lane.
    ///   - blocks: `count` times 64 readable bytes, at any alignment.
    ///   - count: The number of blocks.
    public static func compress(_ state: inout SIMD8<UInt32>, _ blocks: UnsafeRawPointer, count: Int) {
        #if arch(arm64) && HS256_ARM
            for index in 0..<count {
                var compression = unsafe Compression(state, blocks + 64 * index)
                RoundConstants.forEachFour { compression.runFourRounds($0, needsSchedule: $1) }
                state = compression.result
            }
        #endif
    }
}

#if arch(arm64) && HS256_ARM
    import _Builtin_intrinsics.arm.neon

    /// One block on its way into a state.
    private struct Compression {
        private let before: SIMD8<UInt32>
        /// A, B, C, D, the first one lowest.
        private var abcd: SIMD4<UInt32>
        /// E, F, G, H.
        private var efgh: SIMD4<UInt32>
        /// The next sixteen words of the message schedule, four a register, in order.
        private var w0, w1, w2, w3: SIMD4<UInt32>

        /// - Parameters:
        ///   - state: H0...H7, lane by lane.
        ///   - block: 64 readable bytes, at any alignment.
        @inline(__always)
        init(_ state: SIMD8<UInt32>, _ block: UnsafeRawPointer) {
            before = state
            abcd = state.lowHalf
            efgh = state.highHalf
            w0 = unsafe Self.messageWords(block)
            w1 = unsafe Self.messageWords(block + 16)
            w2 = unsafe Self.messageWords(block + 32)
            w3 = unsafe Self.messageWords(block + 48)
        }

        /// Four message words from 16 bytes in big-endian order.
        @inline(__always)
        private static func messageWords(_ bytes: UnsafeRawPointer) -> SIMD4<UInt32> {
            let bytes = unsafe bytes.loadUnaligned(as: SIMD16<UInt8>.self)
            // Both are 16 bytes, and every bit pattern is a value of both.
            return unsafe unsafeBitCast(vrev32q_u8(bytes), to: SIMD4<UInt32>.self)
        }

        /// Four rounds: FIPS 180-4 6.2.2 steps 1 and 3. Either half of the next state needs both halves of this one.
        @inline(__always)
        mutating func runFourRounds(_ constants: SIMD4<UInt32>, needsSchedule: Bool) {
            if needsSchedule { w0 = vsha256su1q_u32(vsha256su0q_u32(w0, w1), w2, w3) }
            let sum = w0 &+ constants
            let abcdBefore = abcd
            abcd = vsha256hq_u32(abcd, efgh, sum)
            efgh = vsha256h2q_u32(efgh, abcdBefore, sum)
            (w0, w1, w2, w3) = (w1, w2, w3, w0)
        }

        /// The state after all rounds: FIPS 180-4 6.2.2 step 4.
        @inline(__always)
        var result: SIMD8<UInt32> { before &+ SIMD8(lowHalf: abcd, highHalf: efgh) }
    }
#endif
