public import HS256
public import HelpdeskIdentity

/// The visitor, as described to Zendesk messaging.
///
/// The scope, always `user`, and the key's ID are set for you.
public struct ZendeskMessagingUser: Sendable {
    /// The most Unicode scalars that an ID may have. The vendor's page says 255 characters, and not of which kind.
    public static let maximumIDLength = 255

    /// The visitor's e-mail address, together with what the site knows about it. One cannot be given without the other.
    public enum Email: Sendable, Hashable {
        /// The visitor has shown that the address is theirs, by a link that was sent there or by an identity provider that
        /// checked it.
        case verified(EmailAddress)
        /// The address was typed in, and nobody checked it. Zendesk ignores it.
        case unverified(EmailAddress)

        /// The address.
        public var address: EmailAddress {
            switch self {
            case .verified(let address), .unverified(let address): return address
            }
        }

        /// Whether the visitor has shown that the address is theirs.
        public var isVerified: Bool {
            switch self {
            case .verified: return true
            case .unverified: return false
            }
        }
    }

    /// `external_id`: the visitor's ID in the site's own directory, 1 to 255 Unicode scalars. It never changes and is
    /// never used for anybody else; an e-mail address or a phone number is a bad choice.
    public let id: String
    /// `name`: the full name, shown to agents. Optional, but Zendesk advises it.
    public let name: String?
    /// `email` and `email_verified`.
    public let email: Email?
    /// Claims of the site's own. Zendesk documents none; it is not known to read or to refuse them.
    public let additionalClaims: JSONObject

    /// A visitor.
    ///
    /// - Parameters:
    ///   - id: The visitor's ID in the site's own directory, 1 to 255 Unicode scalars.
    ///   - name: the full name.
    ///   - email: the address, and whether it is verified.
    ///   - additionalClaims: further claims.
    /// - Throws: `Finding.Code.claimInvalid` for an ID that is empty or too long, or an empty name;
    ///   `Finding.Code.claimReserved` for a further claim whose name has a meaning; `Finding.Code.claimWrongType` or
    ///   `Finding.Code.dateOutOfRange` for one that RFC 7519 gives another type.
    public init(
        id: String, name: String? = nil, email: Email? = nil, additionalClaims: JSONObject = [:]
    ) throws(HS256Error) {
        try ClaimText.check("external_id", id, maximumLength: Self.maximumIDLength)
        try ClaimText.check("name", name)
        try ReservedNames.check(additionalClaims, ZendeskMessaging.profile.rules.reservedNames)
        self.id = id
        self.name = name
        self.email = email
        self.additionalClaims = additionalClaims
    }

    /// Reads the visitor of a token that keeps all rules.
    init(from claims: borrowing ClaimReader) throws(HS256Error) {
        let id = try claims.string(.externalID)
        let address = try claims.stringIfPresent(.email).map { EmailAddress(inToken: $0) }
        let isVerified = try claims.boolIfPresent(.emailVerified) ?? false
        let name = try claims.stringIfPresent(.name)
        self.id = id
        self.name = name
        email = address.map { isVerified ? .verified($0) : .unverified($0) }
        additionalClaims = claims.otherMembers
    }
}

extension ZendeskMessagingUser: Hashable {
    /// Whether everything is the same, code point by code point.
    public static func == (a: ZendeskMessagingUser, b: ZendeskMessagingUser) -> Bool {
        a.id.hasSameBytes(as: b.id) && a.name.hasSameBytes(as: b.name) && a.email == b.email
            && a.additionalClaims == b.additionalClaims
    }

    /// Hashes what ``==(_:_:)`` compares.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(id)
        hasher.combine(name)
        hasher.combine(email)
        hasher.combine(additionalClaims)
    }
}
