private import HS256

/// What every library signs and verifies. The bytes are the same for all but the order of members, which not every
/// library lets its caller choose.
package enum Workload {
    /// 32 bytes, the fewest that HS256 allows (RFC 7518 3.2).
    package static let secret = "0123456789abcdef0123456789abcdef"
    /// `kid` of W1, W2 and W5.
    package static let keyID = "app_5963ceb97cde542d000dbdb1"
    // Inlined, since what it costs to reach a constant of another module is no cost of a token.
    /// `name`.
    @inlinable package static var name: String { "Jane Soap" }
    /// `email` of W1, W2 and W5.
    @inlinable package static var email: String { "janes@soap.example" }
    /// `email` of W3.
    @inlinable package static var shortEmail: String { "a@b.example" }
    /// `exp` where a token is only signed.
    package static let pastExpiration: Int64 = 1_639_608_035
    /// `exp` where a token is verified: the year 2100.
    package static let farExpiration: Int64 = 4_102_444_800
    /// The 100 `customAttributes` of W5.
    package static let attributes = Attributes.numbered(0..<100)

    /// How many different tokens are verified in turn.
    package static let tokenCount = 1_024

    /// What is hashed without any token around it.
    package static let hashedByteCount = 65_536

    /// W1's tokens with an `exp` that has not passed; every library verifies these.
    package static func tokens() throws -> [String] {
        let signer = JWTSigner(key: try HS256Key(utf8: secret), header: JOSEHeader(keyID: keyID))
        var counter = Counter()
        return try counter.next(tokenCount).map { id in
            let payload = """
                {"external_id":"\(id)","email":"\(email)","email_verified":true,\
                "exp":\(farExpiration),"name":"\(name)","scope":"user"}
                """
            return try signer.sign(payload: payload.utf8)
        }
    }

    /// Bytes that are the same in each run, for hashing.
    package static func bytes(_ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ 13) }
    }
}
