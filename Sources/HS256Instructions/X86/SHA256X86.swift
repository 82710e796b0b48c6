/// The SHA-256 compression function on the SHA extensions of x86-64 processors.
///
/// Does nothing where it is not compiled in; call it only where ``isSupported`` is true.
///
/// Source: Intel Architecture Instruction Set Extensions, "Intel SHA Extensions"; FIPS 180-4 6.2.2.
public enum SHA256X86 {
    /// Whether the running processor has the SHA, SSSE3 and SSE4.1 instructions used here. Asks the processor each time,
    /// so ask once and keep the answer.
    public static var isSupported: Bool { X86Processor.hasSHA }

    /// Works whole blocks into a hash state.
    ///
    /// - Parameters:
    ///   - state: The eight words H0...H7, lane by lane.
    ///   - blocks: `count` times 64 readable bytes, at any alignment.
    ///   - count: The number of blocks.
    public static func compress(_ state: inout SIMD8<UInt32>, _ blocks: UnsafeRawPointer, count: Int) {
        #if arch(x86_64) && HS256_X86
            var hash = HashState(state)
            for index in 0..<count {
                var compression = unsafe Compression(hash, blocks + 64 * index)
                RoundConstants.forEachFour { compression.runFourRounds($0, needsSchedule: $1) }
                hash = compression.result
            }
            state = hash.words
        #endif
    }
}

#if arch(x86_64) && HS256_X86
    import _Builtin_intrinsics.intel

    /// A hash state as the instructions take it, the first word of each register highest.
    private struct HashState {
        /// A, B, E, F.
        var abef: Register
        /// C, D, G, H.
        var cdgh: Register

        /// - Parameter words: H0...H7, lane by lane.
        @inline(__always)
        init(_ words: SIMD8<UInt32>) {
            abef = register(SIMD4(words[5], words[4], words[1], words[0]))
            cdgh = register(SIMD4(words[7], words[6], words[3], words[2]))
        }

        /// H0...H7, lane by lane.
        @inline(__always)
        var words: SIMD8<UInt32> {
            let (high, low) = (HS256Instructions.words(abef), HS256Instructions.words(cdgh))
            return SIMD8(high[3], high[2], low[3], low[2], high[1], high[0], low[1], low[0])
        }
    }

    /// One block on its way into a state.
    private struct Compression {
        private let before: HashState
        private var state: HashState
        /// The next sixteen words of the message schedule, four a register, in order.
        private var w0, w1, w2, w3: Register

        /// - Parameter block: 64 readable bytes, at any alignment.
        @inline(__always)
        init(_ state: HashState, _ block: UnsafeRawPointer) {
            before = state
            self.state = state
            w0 = unsafe Self.messageWords(block)
            w1 = unsafe Self.messageWords(block + 16)
            w2 = unsafe Self.messageWords(block + 32)
            w3 = unsafe Self.messageWords(block + 48)
        }

        /// Four message words from 16 bytes in big-endian order.
        @inline(__always)
        private static func messageWords(_ bytes: UnsafeRawPointer) -> Register {
            let littleEndian = unsafe bytes.loadUnaligned(as: SIMD4<UInt32>.self)
            let reversal = Register(0x0405_0607_0001_0203, 0x0c0d_0e0f_0809_0a0b)
            return _mm_shuffle_epi8(register(littleEndian), reversal)
        }

        /// Replaces W(t-16)...W(t-13) with the next four words: FIPS 180-4 6.2.2 step 1.
        @inline(__always)
        private mutating func schedule() {
            let t7 = SIMD4(words(w2)[1], words(w2)[2], words(w2)[3], words(w3)[0])
            let partial = words(_mm_sha256msg1_epu32(w0, w1)) &+ t7
            w0 = _mm_sha256msg2_epu32(register(partial), w3)
        }

        /// Four rounds: FIPS 180-4 6.2.2 step 3.
        ///
        /// `sha256rnds2` does two and reads the low half of its third operand, so the halves are swapped between the two
        /// calls. After four rounds ABEF and CDGH have changed places twice and are back where they were.
        @inline(__always)
        mutating func runFourRounds(_ constants: SIMD4<UInt32>, needsSchedule: Bool) {
            if needsSchedule { schedule() }
            let sum = words(w0) &+ constants
            state.cdgh = _mm_sha256rnds2_epu32(state.cdgh, state.abef, register(sum))
            let high = SIMD4(sum[2], sum[3], sum[2], sum[3])
            state.abef = _mm_sha256rnds2_epu32(state.abef, state.cdgh, register(high))
            (w0, w1, w2, w3) = (w1, w2, w3, w0)
        }

        /// The state after all rounds: FIPS 180-4 6.2.2 step 4.
        @inline(__always)
        var result: HashState {
            var result = state
            result.abef = register(words(state.abef) &+ words(before.abef))
            result.cdgh = register(words(state.cdgh) &+ words(before.cdgh))
            return result
        }
    }
#endif
