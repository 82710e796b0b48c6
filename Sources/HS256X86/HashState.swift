#if arch(x86_64) && HS256_X86
    import _Builtin_intrinsics.intel

    /// The next four words of the message schedule, in place of the sixteen-words-ago four: FIPS 180-4 6.2.2 step 1.
    ///
    /// `w0` is W[t-16...t-13], `w1` W[t-12...], `w2` W[t-8...] and `w3` W[t-4...t-1].
    @inlinable
    @inline(__always)
    func schedule(_ w0: inout Register, _ w1: Register, _ w2: Register, _ w3: Register) {
        let t7 = SIMD4(words(w2)[1], words(w2)[2], words(w2)[3], words(w3)[0])
        let partial = words(_mm_sha256msg1_epu32(w0, w1)) &+ t7
        w0 = _mm_sha256msg2_epu32(register(partial), w3)
    }

    /// Four message words from 16 bytes in big-endian order, at any alignment.
    @inlinable
    @inline(__always)
    func load(_ bytes: UnsafeRawPointer) -> Register {
        let littleEndian = unsafe bytes.loadUnaligned(as: SIMD4<UInt32>.self)
        let reversal = Register(0x0405_0607_0001_0203, 0x0c0d_0e0f_0809_0a0b)
        return _mm_shuffle_epi8(register(littleEndian), reversal)
    }

    /// A hash state as the instructions want it: A, B, E, F in one register and C, D, G, H in the other, the first word
    /// highest.
    @frozen
    public struct HashState {
        /// F, E, B, A.
        public var abef: Register
        /// H, G, D, C.
        public var cdgh: Register

        /// - Parameter words: H0...H7, lane by lane.
        @inlinable
        @inline(__always)
        public init(_ words: SIMD8<UInt32>) {
            abef = register(SIMD4(words[5], words[4], words[1], words[0]))
            cdgh = register(SIMD4(words[7], words[6], words[3], words[2]))
        }

        /// H0...H7, lane by lane.
        @inlinable
        @inline(__always)
        public var words: SIMD8<UInt32> { SIMD8(lowHalf: firstWords, highHalf: lastWords) }

        /// H0...H3.
        @inlinable
        @inline(__always)
        var firstWords: SIMD4<UInt32> {
            let (high, low) = (HS256X86.words(abef), HS256X86.words(cdgh))
            return SIMD4(high[3], high[2], low[3], low[2])
        }

        /// H4...H7.
        @inlinable
        @inline(__always)
        var lastWords: SIMD4<UInt32> {
            let (high, low) = (HS256X86.words(abef), HS256X86.words(cdgh))
            return SIMD4(high[1], high[0], low[1], low[0])
        }

        /// The block that holds the digest and its padding, as the outer hash of HMAC takes it: the 32 bytes, a one bit,
        /// zeros, and the length of 64 + 32 bytes in bits, 768 (FIPS 198-1 4, FIPS 180-4 5.1.1).
        @inlinable
        @inline(__always)
        public var outerBlock: MessageBlock {
            MessageBlock(
                register(firstWords), register(lastWords), register(SIMD4(0x8000_0000, 0, 0, 0)),
                register(SIMD4(0, 0, 0, 768)))
        }

        /// Works one block in: FIPS 180-4 6.2.2.
        @inlinable
        @inline(__always)
        public mutating func compress(_ block: MessageBlock) {
            var compression = Compression(self, block)
            Compression.forEachFourRounds { compression.run($0, scheduled: $1) }
            self = compression.result
        }

        /// Works a block into either of two states. Each round waits for the one before it, so the rounds of one hash
        /// leave the processor idle half the time; those of the other fill the gaps.
        @inlinable
        @inline(__always)
        public static func compress(
            _ first: inout HashState, _ firstBlock: MessageBlock, _ second: inout HashState, _ secondBlock: MessageBlock
        ) {
            var one = Compression(first, firstBlock)
            var other = Compression(second, secondBlock)
            Compression.forEachFourRounds {
                one.run($0, scheduled: $1)
                other.run($0, scheduled: $1)
            }
            first = one.result
            second = other.result
        }

        /// The state after the outer hash of an authentication code.
        ///
        /// - Parameters:
        ///   - inner: the inner hash so far.
        ///   - outer: the outer hash after the key's block.
        ///   - blockCount: how many blocks the rest of the message has with its padding.
        ///   - block: makes them, called for each in their order.
        @inlinable
        @inline(__always)
        public static func authenticationCode(
            inner: SIMD8<UInt32>, outer: SIMD8<UInt32>, blockCount: Int, block: (Int) -> MessageBlock
        ) -> HashState {
            var hash = HashState(inner)
            for index in 0..<blockCount { hash.compress(block(index)) }
            var code = HashState(outer)
            code.compress(hash.outerBlock)
            return code
        }

        /// The same for two messages under one key, side by side as far as both have blocks.
        @inlinable
        @inline(__always)
        public static func authenticationCodes(
            inner: (SIMD8<UInt32>, SIMD8<UInt32>), outer: SIMD8<UInt32>, blockCounts: (Int, Int),
            _ first: (Int) -> MessageBlock, _ second: (Int) -> MessageBlock
        ) -> (HashState, HashState) {
            var one = HashState(inner.0)
            var other = HashState(inner.1)
            let common = min(blockCounts.0, blockCounts.1)
            for index in 0..<common { compress(&one, first(index), &other, second(index)) }
            for index in common..<max(common, blockCounts.0) { one.compress(first(index)) }
            for index in common..<max(common, blockCounts.1) { other.compress(second(index)) }
            var codes = (HashState(outer), HashState(outer))
            compress(&codes.0, one.outerBlock, &codes.1, other.outerBlock)
            return codes
        }

        /// A block on its way into a state.
        @frozen
        @usableFromInline
        struct Compression {
            @usableFromInline
            let before: HashState
            @usableFromInline
            var state: HashState
            /// The next words of the message schedule, four a register, in their order.
            @usableFromInline
            var w0, w1, w2, w3: Register

            @inlinable
            @inline(__always)
            init(_ state: HashState, _ block: MessageBlock) {
                before = state
                self.state = state
                (w0, w1, w2, w3) = (block.w0, block.w1, block.w2, block.w3)
            }

            /// Four rounds. `sha256rnds2` does two and reads the low half of its third operand, so the halves are swapped
            /// between the two calls; after four rounds ABEF and CDGH have changed places twice and stand where they
            /// stood.
            @inlinable
            @inline(__always)
            mutating func run(_ constants: SIMD4<UInt32>, scheduled: Bool) {
                if scheduled { schedule(&w0, w1, w2, w3) }
                let sum = HS256X86.words(w0) &+ constants
                state.cdgh = _mm_sha256rnds2_epu32(state.cdgh, state.abef, register(sum))
                let high = SIMD4(sum[2], sum[3], sum[2], sum[3])
                state.abef = _mm_sha256rnds2_epu32(state.abef, state.cdgh, register(high))
                (w0, w1, w2, w3) = (w1, w2, w3, w0)
            }

            /// The state after all rounds.
            @inlinable
            @inline(__always)
            var result: HashState {
                var result = state
                result.abef = register(HS256X86.words(state.abef) &+ HS256X86.words(before.abef))
                result.cdgh = register(HS256X86.words(state.cdgh) &+ HS256X86.words(before.cdgh))
                return result
            }

            /// Calls `body` with the constants of each four rounds, and whether the words for them are still to be made
            /// of earlier ones. The vectors are written with `SIMD4(…)`: an array literal would allocate at run time.
            @inlinable
            @inline(__always)
            static func forEachFourRounds(_ body: (SIMD4<UInt32>, Bool) -> Void) {
                body(SIMD4(0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5), false)
                body(SIMD4(0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5), false)
                body(SIMD4(0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3), false)
                body(SIMD4(0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174), false)
                body(SIMD4(0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc), true)
                body(SIMD4(0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da), true)
                body(SIMD4(0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7), true)
                body(SIMD4(0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967), true)
                body(SIMD4(0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13), true)
                body(SIMD4(0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85), true)
                body(SIMD4(0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3), true)
                body(SIMD4(0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070), true)
                body(SIMD4(0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5), true)
                body(SIMD4(0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3), true)
                body(SIMD4(0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208), true)
                body(SIMD4(0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2), true)
            }
        }
    }

    /// The sixteen words of a block, four a register.
    @frozen
    public struct MessageBlock {
        @usableFromInline
        let w0, w1, w2, w3: Register

        /// The words in their order.
        @inlinable
        @inline(__always)
        public init(_ w0: Register, _ w1: Register, _ w2: Register, _ w3: Register) {
            self.w0 = w0
            self.w1 = w1
            self.w2 = w2
            self.w3 = w3
        }

        /// 64 bytes, at any alignment.
        @inlinable
        @inline(__always)
        public init(_ bytes: UnsafeRawPointer) {
            unsafe self.init(load(bytes), load(bytes + 16), load(bytes + 32), load(bytes + 48))
        }
    }
#endif
