#if arch(x86_64) && HS256_AVX512
    import HS256X86
    import _Builtin_intrinsics.intel

    /// The text of a token, which is encoded block by block as it is hashed.
    @safe
    struct TokenText {
        private let token: UnsignedToken
        private let text: UnsafeMutableRawPointer
        /// How long the signing input is (RFC 7515 5.1).
        private let inputByteCount: Int
        private let shifts: Vector

        /// Begins with what is hashed already.
        @inline(__always)
        init(_ token: UnsignedToken, in text: UnsafeMutableRawPointer) {
            self.token = token
            unsafe self.text = text
            inputByteCount = token.prefixByteCount &+ Sextets.count(for: token.payloadByteCount)
            shifts = Sextets.shifts(from: (token.hashedByteCount &- token.prefixByteCount) &* 6 & 7)
            var position = 0
            while position < token.hashedByteCount {
                unsafe text.storeBytes(
                    of: token.prefix.loadUnaligned(fromByteOffset: position, as: Vector.self),
                    toByteOffset: position, as: Vector.self)
                position &+= 64
            }
        }

        /// How many blocks there are to hash.
        @inline(__always)
        var blockCount: Int { MessageBlock.count(for: inputByteCount &- token.hashedByteCount) }

        /// Writes a block of the text, and returns it as it is hashed.
        @inline(__always)
        func writeBlock(_ index: Int) -> MessageBlock {
            let position = token.hashedByteCount &+ 64 &* index
            let rest = inputByteCount &- position
            let block = characters(at: position)
            // Behind the end is what has no meaning, and the code will be.
            if rest > 0 { unsafe text.storeBytes(of: block, toByteOffset: position, as: Vector.self) }
            return MessageBlock(block, rest: rest, of: inputByteCount)
        }

        /// The 64 characters from a position on; of the header's, at most the first 63. What is behind the end has no
        /// meaning.
        @inline(__always)
        private func characters(at position: Int) -> Vector {
            let offset = ((position &- token.prefixByteCount) &* 6) >> 3
            var mask = Mask.first(token.payloadByteCount &- offset)
            if offset < 0 { mask &= .max &<< Mask(truncatingIfNeeded: 0 &- offset) }
            let bytes = unsafe _mm512_maskz_loadu_epi8(mask, token.payload + offset)
            let characters = Sextets.characters(of: bytes, shifts)
            guard position < token.prefixByteCount else { return characters }
            return unsafe _mm512_mask_loadu_epi8(
                characters, Mask.first(token.prefixByteCount &- position), token.prefix + position)
        }

        /// Writes the second dot and the code behind the text.
        @inline(__always)
        func write(_ code: HashState) {
            unsafe text.storeBytes(of: 0x2E, toByteOffset: inputByteCount, as: UInt8.self)
            unsafe text.storeBytes(
                of: Sextets.characters(of: code), toByteOffset: inputByteCount &+ 1, as: Vector.self)
        }
    }
#endif
