/// The three parts of a token in the compact serialization (RFC 7515 7.1).
package enum TokenSegment: Sendable, CaseIterable {
    /// The first part, the protected header.
    case header
    /// The second part, the payload: the claims.
    case payload
    /// The third part, the signature.
    case signature
}

extension TokenSegment: CustomStringConvertible {
    /// The part's name.
    package var description: String {
        switch self {
        case .header: return "header"
        case .payload: return "payload"
        case .signature: return "signature"
        }
    }
}

/// What a text that is no token may be instead.
package enum TokenResemblance: Sendable, CaseIterable {
    /// Nothing, or only white space.
    case empty
    /// A JSON object, such as the claims, or an answer that has the token in it.
    case jsonObject
    /// Five parts: an encrypted token, a JWE (RFC 7516 7.1).
    case encryptedToken
}

/// What surrounds a token that should be alone.
package enum TokenWrapping: Sendable, CaseIterable {
    /// `Bearer ` in front (RFC 6750 2.1).
    case bearer
    /// `JWT ` in front.
    case jwt
    /// Quotation marks or apostrophes on both sides.
    case quotes
    /// White space before or after.
    case whitespace
    /// Something else in front of it.
    case other
}

extension TokenWrapping: CustomStringConvertible {
    /// What surrounds the token.
    package var description: String {
        switch self {
        case .bearer: return "the prefix \"Bearer\""
        case .jwt: return "the prefix \"JWT\""
        case .quotes: return "quotation marks"
        case .whitespace: return "white space"
        case .other: return "other text"
        }
    }
}

extension TokenWrapping {
    /// What surrounds a token, or nil where nothing known does.
    static func around(_ text: UnsafeBufferPointer<UInt8>) -> TokenWrapping? {
        guard let first = unsafe text.first, let last = unsafe text.last else { return nil }
        if first <= 0x20 || last <= 0x20 { return .whitespace }
        if (first == 0x22 || first == 0x27) && last == first { return .quotes }
        // Schemes of the Authorization header are compared without regard to case (RFC 7235 2.1).
        func begins(with scheme: StaticString) -> Bool {
            guard text.count > scheme.utf8CodeUnitCount else { return false }
            return (0..<scheme.utf8CodeUnitCount).allSatisfy {
                unsafe text[$0] | 0x20 == scheme.utf8Start[$0]
            }
        }
        if begins(with: "bearer ") { return .bearer }
        if begins(with: "jwt ") { return .jwt }
        return nil
    }
}
