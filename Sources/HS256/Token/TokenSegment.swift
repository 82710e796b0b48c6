/// The three parts of a token in the compact serialization (RFC 7515 7.1).
public enum TokenSegment: Sendable, CaseIterable {
    /// The first part, the protected header.
    case header
    /// The second part, the payload: the claims.
    case payload
    /// The third part, the signature.
    case signature
}

extension TokenSegment: CustomStringConvertible {
    /// The part's name.
    public var description: String {
        switch self {
        case .header: return "header"
        case .payload: return "payload"
        case .signature: return "signature"
        }
    }
}

/// What a text that is no token may be instead.
public enum TokenResemblance: Sendable, CaseIterable {
    /// Nothing, or only white space.
    case empty
    /// A JSON object, such as the claims, or an answer that has the token in it.
    case jsonObject
    /// Five parts: an encrypted token, a JWE (RFC 7516 7.1).
    case encryptedToken
}

/// What stands around a token that should stand alone.
public enum TokenWrapping: Sendable, CaseIterable {
    /// `Bearer ` in front (RFC 6750 2.1).
    case bearer
    /// `JWT ` in front.
    case jwt
    /// Quotation marks or apostrophes on both sides.
    case quotes
    /// White space in front or behind.
    case whitespace
}

extension TokenWrapping: CustomStringConvertible {
    /// What stands around the token.
    public var description: String {
        switch self {
        case .bearer: return "the prefix \"Bearer \""
        case .jwt: return "the prefix \"JWT \""
        case .quotes: return "quotation marks"
        case .whitespace: return "white space"
        }
    }
}
