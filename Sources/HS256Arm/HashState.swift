#if arch(arm64) && HS256_ARM
    import _Builtin_intrinsics.arm.neon

    /// A hash state as the instructions want it.
    struct HashState {
        /// A, B, C, D, the first one lowest.
        private var abcd: SIMD4<UInt32>
        /// E, F, G, H.
        private var efgh: SIMD4<UInt32>

        /// - Parameter words: H0...H7, lane by lane.
        @inline(__always)
        init(_ words: SIMD8<UInt32>) {
            abcd = words.lowHalf
            efgh = words.highHalf
        }

        /// H0...H7, lane by lane.
        var words: SIMD8<UInt32> { SIMD8(lowHalf: abcd, highHalf: efgh) }

        /// Works one block in: FIPS 180-4 6.2.2.
        ///
        /// - Parameter block: 64 readable bytes, at any alignment.
        @inline(__always)
        mutating func compress(_ block: UnsafeRawPointer) {
            let before = self
            var schedule = unsafe MessageSchedule(block)
            // The vectors are written with `SIMD4(…)`: an array literal would allocate at run time.
            run(schedule.next(), SIMD4(0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5))
            run(schedule.next(), SIMD4(0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5))
            run(schedule.next(), SIMD4(0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3))
            run(schedule.next(), SIMD4(0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174))
            run(schedule.next(), SIMD4(0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc))
            run(schedule.next(), SIMD4(0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da))
            run(schedule.next(), SIMD4(0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7))
            run(schedule.next(), SIMD4(0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967))
            run(schedule.next(), SIMD4(0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13))
            run(schedule.next(), SIMD4(0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85))
            run(schedule.next(), SIMD4(0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3))
            run(schedule.next(), SIMD4(0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070))
            run(schedule.next(), SIMD4(0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5))
            run(schedule.next(), SIMD4(0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3))
            run(schedule.next(), SIMD4(0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208))
            run(schedule.next(), SIMD4(0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2))
            abcd &+= before.abcd
            efgh &+= before.efgh
        }

        /// Four rounds. Either half of the next state needs both halves of this one.
        @inline(__always)
        private mutating func run(_ words: SIMD4<UInt32>, _ constants: SIMD4<UInt32>) {
            let sum = words &+ constants
            let before = abcd
            abcd = vsha256hq_u32(abcd, efgh, sum)
            efgh = vsha256h2q_u32(efgh, before, sum)
        }
    }

    /// The words of a block, and those that are made of them: FIPS 180-4 6.2.2 step 1.
    private struct MessageSchedule {
        /// The next sixteen words, four a register, in their order.
        private var w0, w1, w2, w3: SIMD4<UInt32>

        @inline(__always)
        init(_ block: UnsafeRawPointer) {
            w0 = unsafe Self.words(block)
            w1 = unsafe Self.words(block + 16)
            w2 = unsafe Self.words(block + 32)
            w3 = unsafe Self.words(block + 48)
        }

        /// Four words from 16 bytes in big-endian order.
        @inline(__always)
        private static func words(_ bytes: UnsafeRawPointer) -> SIMD4<UInt32> {
            let bytes = unsafe bytes.loadUnaligned(as: SIMD16<UInt8>.self)
            // Both are 16 bytes, and every bit pattern is a value of both.
            return unsafe unsafeBitCast(vrev32q_u8(bytes), to: SIMD4<UInt32>.self)
        }

        /// The next four words. Those sixteen places further on take their place.
        @inline(__always)
        mutating func next() -> SIMD4<UInt32> {
            let words = w0
            let later = vsha256su1q_u32(vsha256su0q_u32(w0, w1), w2, w3)
            (w0, w1, w2, w3) = (w1, w2, w3, later)
            return words
        }
    }
#endif
