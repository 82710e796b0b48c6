/// What a token is made of: the encoded header, the claims, and how far the header is hashed.
///
/// Valid as long as the memory that it names is.
@safe
public struct UnsignedToken {
    /// The encoded header and the dot behind it.
    public let prefix: UnsafeRawPointer
    /// How many bytes those are.
    public let prefixByteCount: Int
    /// How many of them are hashed already.
    public let hashedByteCount: Int
    /// The inner hash so far.
    public let inner: SIMD8<UInt32>
    /// The claims.
    public let payload: UnsafeRawPointer
    /// How many bytes those are.
    public let payloadByteCount: Int

    /// - Parameters:
    ///   - prefix: `prefixByteCount` readable bytes.
    ///   - prefixByteCount: the length of the encoded header and its dot.
    ///   - hashedByteCount: a multiple of 64, and all of the prefix but fewer than 64 bytes.
    ///   - inner: the hash after those bytes.
    ///   - payload: `payloadByteCount` readable bytes.
    ///   - payloadByteCount: the length of the claims.
    @unsafe
    @inline(__always)
    public init(
        prefix: UnsafeRawPointer, prefixByteCount: Int, hashedByteCount: Int, inner: SIMD8<UInt32>,
        payload: UnsafeRawPointer, payloadByteCount: Int
    ) {
        unsafe self.prefix = prefix
        self.prefixByteCount = prefixByteCount
        self.hashedByteCount = hashedByteCount
        self.inner = inner
        unsafe self.payload = payload
        self.payloadByteCount = payloadByteCount
    }
}
