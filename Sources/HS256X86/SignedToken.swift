/// A token as it was received, whose header is known, and how far that is hashed.
///
/// Valid as long as the memory that it names is.
@safe
public struct SignedToken {
    /// The text.
    public let text: UnsafeRawPointer
    /// Where the payload begins: behind the header and its dot.
    public let payloadOffset: Int
    /// How long the signing input is: header, dot and payload. Behind it are a dot and 43 characters.
    public let inputByteCount: Int
    /// How many bytes of the text are hashed already.
    public let hashedByteCount: Int
    /// The inner hash so far.
    public let inner: SIMD8<UInt32>

    /// - Parameters:
    ///   - text: readable bytes: the signing input, a dot, and 43 more.
    ///   - payloadOffset: the length of the encoded header and its dot.
    ///   - inputByteCount: the length of header, dot and payload.
    ///   - hashedByteCount: a multiple of 64, and at most `payloadOffset`.
    ///   - inner: the hash after those bytes.
    @unsafe
    @inline(__always)
    public init(
        text: UnsafeRawPointer, payloadOffset: Int, inputByteCount: Int, hashedByteCount: Int, inner: SIMD8<UInt32>
    ) {
        unsafe self.text = text
        self.payloadOffset = payloadOffset
        self.inputByteCount = inputByteCount
        self.hashedByteCount = hashedByteCount
        self.inner = inner
    }
}
