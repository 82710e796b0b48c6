#if arch(x86_64) && HS256_AVX512
    import HS256X86
    import _Builtin_intrinsics.intel

    /// The text of a token that was received, which is decoded block by block as it is hashed.
    @safe
    struct ReceivedText {
        private let token: SignedToken
        private let payload: UnsafeMutableRawPointer
        private let marks: UnsafeMutableRawPointer
        /// The high bits of the bytes where a character was outside the alphabet.
        private var faults = Vector()

        @inline(__always)
        init(_ token: SignedToken, payload: UnsafeMutableRawPointer, marks: UnsafeMutableRawPointer) {
            self.token = token
            unsafe self.payload = payload
            unsafe self.marks = marks
        }

        /// How many blocks there are to hash: at least as many as ``decode(_:)`` takes for the payload.
        @inline(__always)
        var blockCount: Int { MessageBlock.count(for: token.inputByteCount &- token.hashedByteCount) }

        /// A block of the signing input, as it is hashed.
        @inline(__always)
        func block(_ index: Int) -> MessageBlock {
            let position = token.hashedByteCount &+ 64 &* index
            let rest = token.inputByteCount &- position
            let bytes = unsafe _mm512_maskz_loadu_epi8(Mask.first(rest), token.text + position)
            return MessageBlock(bytes, rest: rest, of: token.inputByteCount)
        }

        /// Decodes 64 characters of the payload, or what there is of them, and marks the special bytes.
        @inline(__always)
        mutating func decode(_ index: Int) {
            let position = token.payloadOffset &+ 64 &* index
            let rest = token.inputByteCount &- position
            if rest <= 0 { return }
            let bytes = unsafe Base64AVX512.decode64(
                token.text + position, count: rest, into: payload + 48 &* index, &faults)
            // 48 bits are six bytes; the sixteen behind them are written over when the next ones are marked.
            unsafe marks.storeBytes(
                of: SpecialBytesAVX512.marks(of: bytes), toByteOffset: 6 &* index, as: Mask.self)
        }

        /// Marks what is behind the payload.
        @inline(__always)
        func markEnd() {
            let blockCount = (token.inputByteCount &- token.payloadOffset &+ 63) / 64
            unsafe marks.storeBytes(of: .max, toByteOffset: 6 &* blockCount, as: Mask.self)
        }

        /// Whether all characters of the payload are in the alphabet.
        @inline(__always)
        var isInAlphabet: Bool { _mm512_movepi8_mask(faults) == 0 }

        /// Whether the signature is the text for a code; takes the same time wherever they differ.
        @inline(__always)
        func hasSignature(_ code: HashState) -> Bool {
            let signature = unsafe _mm512_maskz_loadu_epi8(
                Mask.first(Sextets.codeCount), token.text + (token.inputByteCount &+ 1))
            let difference =
                signature ^ _mm512_maskz_mov_epi8(Mask.first(Sextets.codeCount), Sextets.characters(of: code))
            return _mm512_test_epi8_mask(difference, difference) == 0
        }
    }
#endif
