/// A token that has been found good: only a ``JWTVerifier`` makes one.
public struct VerifiedJWT: Sendable {
    /// The header.
    public let header: JOSEHeader
    /// All claims.
    public let claims: JWTClaims
    /// The place of the key that the token is signed with, in the verifier's ``KeyRing/entries``.
    public let keyIndex: Int
    /// The id of that key in the ring, if it has one there.
    public let keyID: String?

    init(header: JOSEHeader, claims: JWTClaims, keyIndex: Int, keyID: String?) {
        self.header = header
        self.claims = claims
        self.keyIndex = keyIndex
        self.keyID = keyID
    }
}
