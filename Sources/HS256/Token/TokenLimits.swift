/// How large and how deep a token may be. A signer and a verifier have the same limits unless told otherwise, so that what
/// is signed can be verified.
///
/// ```swift
/// let limits = TokenLimits(maximumByteCount: 65_536)
/// let signer = JWTSigner(key: key, limits: limits)
/// let verifier = try JWTVerifier(key: key, policy: ValidationPolicy(audience: "api", limits: limits))
/// ```
///
/// Source: RFC 8259 9, RFC 8725 3.2.
public struct TokenLimits: Sendable, Hashable {
    /// The most bytes that a token may have in the compact serialization, counted before any other work.
    public let maximumByteCount: Int
    /// How many arrays and objects may be nested in one another, the claims' own object included.
    public let maximumDepth: Int

    /// What the depth may be limited to.
    static var depths: ClosedRange<Int> { 1...128 }

    /// The limits of a token.
    ///
    /// - Parameters:
    ///   - maximumByteCount: The most bytes that a token may have, 16 KiB unless given. At least 1.
    ///   - maximumDepth: The most levels of arrays and objects, 32 unless given. In 1...128, since each level takes some
    ///     of the stack.
    public init(maximumByteCount: Int = 16_384, maximumDepth: Int = 32) {
        precondition(maximumByteCount > 0, "a token has at least one byte")
        precondition(Self.depths.contains(maximumDepth), "the depth of a token is limited to 1...128 levels")
        self.maximumByteCount = maximumByteCount
        self.maximumDepth = maximumDepth
    }
}
