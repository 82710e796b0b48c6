import HS256X86

#if arch(x86_64) && HS256_AVX512
    import _Builtin_intrinsics.intel
#endif

/// Tokens made and opened with the AVX-512 and SHA instructions of x86-64 processors: the claims become text 64 characters
/// at a time, in the very registers from which they are hashed, and bytes again while the hash is worked out.
public enum TokenAVX512 {
    /// Whether the running processor has the instructions, and the system lets them be used.
    public static var isSupported: Bool {
        #if arch(x86_64) && HS256_AVX512
            return Processor.hasAVX512 && Processor.hasSHA
        #else
            return false
        #endif
    }

    /// How many bytes may be written behind a token.
    public static var slack: Int { 64 }

    /// Writes a token.
    ///
    /// Does nothing where it is not compiled in; call it only when ``isSupported`` is true.
    ///
    /// - Parameters:
    ///   - token: what it is made of.
    ///   - outer: the outer hash after the key's block.
    ///   - text: memory for the token and ``slack``, apart from its parts.
    public static func write(_ token: UnsignedToken, outer: SIMD8<UInt32>, to text: UnsafeMutableRawPointer) {
        #if arch(x86_64) && HS256_AVX512
            let text = unsafe TokenText(token, in: text)
            let code = HashState.authenticationCode(inner: token.inner, outer: outer, blockCount: text.blockCount) {
                text.writeBlock($0)
            }
            text.write(code)
        #endif
    }

    /// Writes two tokens, made side by side.
    public static func write(
        _ first: UnsignedToken, _ second: UnsignedToken, outer: SIMD8<UInt32>,
        to firstText: UnsafeMutableRawPointer, _ secondText: UnsafeMutableRawPointer
    ) {
        #if arch(x86_64) && HS256_AVX512
            let texts = unsafe (TokenText(first, in: firstText), TokenText(second, in: secondText))
            let codes = HashState.authenticationCodes(
                inner: (first.inner, second.inner), outer: outer,
                blockCounts: (texts.0.blockCount, texts.1.blockCount)
            ) {
                texts.0.writeBlock($0)
            } _: {
                texts.1.writeBlock($0)
            }
            texts.0.write(codes.0)
            texts.1.write(codes.1)
        #endif
    }

    /// Decodes the payload of a token that was received, and says whether its signature is good.
    ///
    /// Does nothing where it is not compiled in; call it only when ``isSupported`` is true.
    ///
    /// - Parameters:
    ///   - token: the token.
    ///   - outer: the outer hash after the key's block.
    ///   - payload: memory for the bytes and one more, apart from the text: the bits that are left over go there.
    ///   - marks: memory for six bytes for each 64 characters of the payload, and eight more: a bit for each byte of it,
    ///     the first one lowest, and set for those that ``SpecialBytesAVX512`` marks.
    /// - Returns: whether all characters of the payload are in the alphabet, without which the bytes have no meaning; and
    ///   whether the signature is the text for the token's code, found out in constant time.
    public static func open(
        _ token: SignedToken, outer: SIMD8<UInt32>, into payload: UnsafeMutableRawPointer,
        marks: UnsafeMutableRawPointer
    ) -> (isInAlphabet: Bool, isSigned: Bool) {
        #if arch(x86_64) && HS256_AVX512
            var text = unsafe ReceivedText(token, payload: payload, marks: marks)
            // Decoding costs no time between the blocks: there the processor waits for the rounds of the hash.
            let code = HashState.authenticationCode(inner: token.inner, outer: outer, blockCount: text.blockCount) {
                text.decode($0)
                return text.block($0)
            }
            text.markEnd()
            return (text.isInAlphabet, text.hasSignature(code))
        #else
            return (false, false)
        #endif
    }
}
