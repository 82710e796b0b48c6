#if arch(x86_64) && HS256_X86_SHA
    import _Builtin_intrinsics.intel

    /// A 128-bit register of four words, as the intrinsics know it.
    private typealias Register = SIMD2<Int64>

    @inline(__always)
    private func register(_ words: SIMD4<UInt32>) -> Register {
        unsafe unsafeBitCast(words, to: Register.self)
    }

    @inline(__always)
    private func words(_ register: Register) -> SIMD4<UInt32> {
        unsafe unsafeBitCast(register, to: SIMD4<UInt32>.self)
    }

    /// Four rounds. `sha256rnds2` does two and reads the low half of its third operand, so the halves are swapped
    /// between the two calls; after four rounds ABEF and CDGH have changed places twice and stand where they stood.
    @inline(__always)
    private func fourRounds(
        _ abef: inout Register, _ cdgh: inout Register, _ message: Register, _ constants: SIMD4<UInt32>
    ) {
        let sum = words(message) &+ constants
        cdgh = _mm_sha256rnds2_epu32(cdgh, abef, register(sum))
        let high = SIMD4(sum[2], sum[3], sum[2], sum[3])
        abef = _mm_sha256rnds2_epu32(abef, cdgh, register(high))
    }

    /// The next four words of the message schedule, in place of the sixteen-words-ago four: FIPS 180-4 6.2.2 step 1.
    ///
    /// `w0` is W[t-16...t-13], `w1` W[t-12...], `w2` W[t-8...] and `w3` W[t-4...t-1].
    @inline(__always)
    private func schedule(_ w0: inout Register, _ w1: Register, _ w2: Register, _ w3: Register) {
        let t7 = SIMD4(words(w2)[1], words(w2)[2], words(w2)[3], words(w3)[0])
        let partial = words(_mm_sha256msg1_epu32(w0, w1)) &+ t7
        w0 = _mm_sha256msg2_epu32(register(partial), w3)
    }

    /// Four message words from 16 bytes in big-endian order, at any alignment.
    @inline(__always)
    private func load(_ bytes: UnsafeRawPointer) -> Register {
        let littleEndian = unsafe bytes.loadUnaligned(as: SIMD4<UInt32>.self)
        let reversal = Register(0x0405_0607_0001_0203, 0x0c0d_0e0f_0809_0a0b)
        return _mm_shuffle_epi8(register(littleEndian), reversal)
    }

    /// `SHA256X86.compress` itself. The vectors of constants are written with `SIMD4(…)`: an array literal would
    /// allocate an array at run time.
    internal func compressWithSHAInstructions(
        _ state: inout SIMD8<UInt32>, _ blocks: UnsafeRawPointer, _ count: Int
    ) {
        var abef = register(SIMD4(state[5], state[4], state[1], state[0]))
        var cdgh = register(SIMD4(state[7], state[6], state[3], state[2]))

        var block = unsafe blocks
        for _ in 0..<count {
            let savedABEF = abef
            let savedCDGH = cdgh
            var w0 = unsafe load(block)
            var w1 = unsafe load(block + 16)
            var w2 = unsafe load(block + 32)
            var w3 = unsafe load(block + 48)

            fourRounds(&abef, &cdgh, w0, SIMD4(0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5))
            fourRounds(&abef, &cdgh, w1, SIMD4(0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5))
            fourRounds(&abef, &cdgh, w2, SIMD4(0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3))
            fourRounds(&abef, &cdgh, w3, SIMD4(0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174))

            schedule(&w0, w1, w2, w3)
            fourRounds(&abef, &cdgh, w0, SIMD4(0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc))
            schedule(&w1, w2, w3, w0)
            fourRounds(&abef, &cdgh, w1, SIMD4(0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da))
            schedule(&w2, w3, w0, w1)
            fourRounds(&abef, &cdgh, w2, SIMD4(0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7))
            schedule(&w3, w0, w1, w2)
            fourRounds(&abef, &cdgh, w3, SIMD4(0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967))

            schedule(&w0, w1, w2, w3)
            fourRounds(&abef, &cdgh, w0, SIMD4(0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13))
            schedule(&w1, w2, w3, w0)
            fourRounds(&abef, &cdgh, w1, SIMD4(0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85))
            schedule(&w2, w3, w0, w1)
            fourRounds(&abef, &cdgh, w2, SIMD4(0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3))
            schedule(&w3, w0, w1, w2)
            fourRounds(&abef, &cdgh, w3, SIMD4(0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070))

            schedule(&w0, w1, w2, w3)
            fourRounds(&abef, &cdgh, w0, SIMD4(0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5))
            schedule(&w1, w2, w3, w0)
            fourRounds(&abef, &cdgh, w1, SIMD4(0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3))
            schedule(&w2, w3, w0, w1)
            fourRounds(&abef, &cdgh, w2, SIMD4(0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208))
            schedule(&w3, w0, w1, w2)
            fourRounds(&abef, &cdgh, w3, SIMD4(0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2))

            abef = register(words(abef) &+ words(savedABEF))
            cdgh = register(words(cdgh) &+ words(savedCDGH))
            unsafe block += 64
        }

        let high = words(abef)
        let low = words(cdgh)
        state = SIMD8(high[3], high[2], low[3], low[2], high[1], high[0], low[1], low[0])
    }
#endif
