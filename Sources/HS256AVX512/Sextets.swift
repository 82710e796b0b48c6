#if arch(x86_64) && HS256_AVX512
    import HS256X86
    import _Builtin_intrinsics.intel

    /// From bytes to characters and back, a vector at a time.
    enum Sextets {
        /// How many sextets there are in `byteCount` bytes, the last one filled up with zeros.
        @inline(__always)
        static func count(for byteCount: Int) -> Int { (byteCount &* 4 &+ 2) / 3 }

        /// The characters for 48 bytes, of which the first one begins at a bit of the first byte.
        ///
        /// Each eight characters take six bytes, so there are eight bytes for them, enough wherever the first one begins.
        ///
        /// - Parameters:
        ///   - bytes: 50 bytes; if the first character begins at the first bit, 48.
        ///   - shifts: where the first character begins, from ``shifts(from:)``.
        @inline(__always)
        static func characters(of bytes: Vector, _ shifts: Vector) -> Vector {
            characters(for: _mm512_multishift_epi64_epi8(shifts, _mm512_permutexvar_epi8(groups, bytes)))
        }

        /// How many characters an authentication code takes.
        static var codeCount: Int { 43 }

        /// The characters for an authentication code. What is behind them has no meaning.
        @inline(__always)
        static func characters(of code: HashState) -> Vector {
            let words = Vector(lowHalf: SIMD4(lowHalf: code.abef, highHalf: code.cdgh), highHalf: SIMD4())
            return characters(
                for: _mm512_multishift_epi64_epi8(shifts(from: 0), _mm512_permutexvar_epi8(digestOrder, words)))
        }

        /// The characters for the low six bits of each byte.
        @inline(__always)
        static func characters(for sextets: Vector) -> Vector {
            _mm512_permutexvar_epi8(sextets, alphabet)
        }

        /// How far each of eight characters is to be shifted down in its group.
        ///
        /// - Parameter bit: where the first one begins, 0, 2, 4 or 6, counted from the highest bit.
        @inline(__always)
        static func shifts(from bit: Int) -> Vector {
            Vector(repeating: 0x1016_1C22_282E_343A &- Int64(bit) &* 0x0101_0101_0101_0101)
        }

        /// The bytes for 64 characters, and sixteen zeros. Where a character is outside the alphabet, the high bit of its
        /// byte in `faults` is set.
        @inline(__always)
        static func bytes(of text: Vector, _ faults: inout Vector) -> Vector {
            let sextets = _mm512_permutex2var_epi8(lowValues, text, highValues)
            faults |= sextets | text
            let pairs = _mm512_maddubs_epi16(sextets, Vector(repeating: 0x0140_0140_0140_0140))
            let quadruples = _mm512_madd_epi16(pairs, Vector(repeating: 0x0001_1000_0001_1000))
            return _mm512_maskz_permutexvar_epi8(Mask.first(48), bytesOfQuadruples, quadruples)
        }

        /// For each eight characters the eight bytes that they may be in, the last one first: a number is made of them.
        private static var groups: Vector {
            Vector(
                0x0001_0203_0405_0607, 0x0607_0809_0A0B_0C0D, 0x0C0D_0E0F_1011_1213, 0x1213_1415_1617_1819,
                0x1819_1A1B_1C1D_1E1F, 0x1E1F_2021_2223_2425, 0x2425_2627_2829_2A2B, 0x2A2B_2C2D_2E2F_3031)
        }

        /// Where the digest's bytes are in its two registers, for each eight characters the last byte first; behind the
        /// digest there is zero.
        private static var digestOrder: Vector {
            Vector(
                0x0F0E_0D0C_0B0A_0908, 0x0908_1F1E_1D1C_1B1A, 0x1B1A_1918_0706_0504, 0x0504_0302_0100_1716,
                0x1716_1514_1312_1110, 0x1110_2020_2020_2020, 0, 0)
        }

        /// The alphabet, the first character lowest.
        private static var alphabet: Vector {
            Vector(
                0x4847_4645_4443_4241, 0x504F_4E4D_4C4B_4A49, 0x5857_5655_5453_5251, 0x6665_6463_6261_5A59,
                0x6E6D_6C6B_6A69_6867, 0x7675_7473_7271_706F, 0x3332_3130_7A79_7877, 0x5F2D_3938_3736_3534)
        }

        /// The values of the characters 0x00...0x3F, and 0x80 for those that have none.
        private static var lowValues: Vector {
            let none = Int64(bitPattern: 0x8080_8080_8080_8080)
            return Vector(
                none, none, none, none, none, Int64(bitPattern: 0x8080_3E80_8080_8080), 0x3B3A_3938_3736_3534,
                Int64(bitPattern: 0x8080_8080_8080_3D3C))
        }

        /// The same for 0x40...0x7F.
        private static var highValues: Vector {
            Vector(
                0x0605_0403_0201_0080, 0x0E0D_0C0B_0A09_0807, 0x1615_1413_1211_100F, 0x3F80_8080_8019_1817,
                0x201F_1E1D_1C1B_1A80, 0x2827_2625_2423_2221, 0x302F_2E2D_2C2B_2A29,
                Int64(bitPattern: 0x8080_8080_8033_3231))
        }

        /// Where the three bytes are in the 32 bits for four characters, the highest one first.
        private static var bytesOfQuadruples: Vector {
            Vector(
                0x090A_0405_0600_0102, 0x1610_1112_0C0D_0E08, 0x1C1D_1E18_191A_1415, 0x292A_2425_2620_2122,
                0x3630_3132_2C2D_2E28, 0x3C3D_3E38_393A_3435, 0, 0)
        }
    }
#endif
