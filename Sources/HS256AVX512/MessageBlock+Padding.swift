#if arch(x86_64) && HS256_AVX512
    import HS256X86
    import _Builtin_intrinsics.intel

    extension MessageBlock {
        /// A block of a message behind the key's, padded if it is one of the last (FIPS 180-4 5.1.1).
        ///
        /// - Parameters:
        ///   - bytes: the message from the block's beginning on; what is behind its end has no meaning.
        ///   - rest: how many bytes of the message begin there; negative if it has ended in an earlier block.
        ///   - byteCount: how long the message is.
        @inline(__always)
        init(_ bytes: Vector, rest: Int, of byteCount: Int) {
            guard rest < 64 else {
                self.init(bytes)
                return
            }
            var block = _mm512_maskz_mov_epi8(Mask.first(rest), bytes)
            if rest >= 0 { block = _mm512_mask_set1_epi8(block, 1 &<< Mask(truncatingIfNeeded: rest), -0x80) }
            if rest < 56 { block[7] = Int64((byteCount &+ 64) &* 8).bigEndian }
            self.init(block)
        }

        /// How many blocks the rest of a message takes with its padding: a one bit, and the length in eight bytes.
        @inline(__always)
        static func count(for byteCount: Int) -> Int { (byteCount &+ 9 &+ 63) / 64 }

        /// The words of 64 bytes.
        @inline(__always)
        private init(_ bytes: Vector) {
            let order = Vector(
                0x0405_0607_0001_0203, 0x0c0d_0e0f_0809_0a0b, 0x0405_0607_0001_0203, 0x0c0d_0e0f_0809_0a0b,
                0x0405_0607_0001_0203, 0x0c0d_0e0f_0809_0a0b, 0x0405_0607_0001_0203, 0x0c0d_0e0f_0809_0a0b)
            let words = _mm512_shuffle_epi8(bytes, order)
            self.init(words.lowHalf.lowHalf, words.lowHalf.highHalf, words.highHalf.lowHalf, words.highHalf.highHalf)
        }
    }
#endif
