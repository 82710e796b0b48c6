public import HS256
public import HelpdeskIdentity

/// A visitor, as Zendesk messaging is told of him.
///
/// The scope, always `user`, and the key's id are not here: they cannot be forgotten.
public struct ZendeskUser: Sendable {
    /// The most Unicode scalars that an external id may have. The page says 255 characters and not of which kind.
    public static let maximumExternalIDLength = 255

    /// `external_id`: the visitor's id in the site's own directory, 1 to 255 Unicode scalars. It never changes and is
    /// never used for anybody else; an e-mail address or a phone number is a bad choice.
    public let externalID: String
    /// `name`: the full name, shown to agents. Optional, but Zendesk advises it.
    public let name: String?
    /// `email` and `email_verified`. Zendesk takes no notice of an unverified address.
    public let email: EmailAddress?
    /// Claims of the site's own. Zendesk documents none; it is not known to read or to refuse them.
    public let additionalClaims: JSONObject

    /// A visitor.
    ///
    /// - Parameters:
    ///   - externalID: the id in the site's own directory, 1 to 255 Unicode scalars.
    ///   - name: the full name.
    ///   - email: the address, and whether it is verified.
    ///   - additionalClaims: further claims.
    /// - Throws: `JWTError.claimInvalid` for an id that is empty or too long, an empty name, or what is no e-mail
    ///   address; `JWTError.claimReserved` for a further claim whose name has a meaning; `JWTError.claimWrongType` or
    ///   `JWTError.dateOutOfRange` for one that RFC 7519 gives another type.
    public init(
        externalID: String, name: String? = nil, email: EmailAddress? = nil, additionalClaims: JSONObject = [:]
    ) throws(JWTError) {
        try ClaimText.check("external_id", externalID, maximumLength: Self.maximumExternalIDLength)
        try ClaimText.check("name", name)
        try email?.checkForm(claim: "email")
        try ReservedNames.check(additionalClaims, ZendeskMessaging.profile.rules.reservedNames)
        self.externalID = externalID
        self.name = name
        self.email = email
        self.additionalClaims = additionalClaims
    }

    /// Reads the visitor of a token that keeps all rules.
    init(from claims: borrowing ClaimReader) throws(JWTError) {
        let externalID = try claims.string("external_id")
        let address = try claims.stringIfPresent("email")
        let isVerified = try claims.boolIfPresent("email_verified") ?? false
        let name = try claims.stringIfPresent("name")
        self.externalID = externalID
        self.name = name
        email = address.map { isVerified ? .verified($0) : .unverified($0) }
        additionalClaims = claims.members(except: ZendeskMessaging.profile.rules.reservedNames)
    }
}

extension ZendeskUser: Equatable {
    /// Whether everything is the same, code point by code point.
    public static func == (a: ZendeskUser, b: ZendeskUser) -> Bool {
        a.externalID.hasSameBytes(as: b.externalID) && a.name.hasSameBytes(as: b.name) && a.email == b.email
            && a.additionalClaims == b.additionalClaims
    }
}

/// The claims as they stand in the token, in the order of the vendor's sample.
public struct ZendeskClaims: WritableClaims {
    let user: ZendeskUser
    let expiration: NumericDate
    let issuedAt: NumericDate?

    /// Writes the claims.
    public func write(to claims: inout ClaimWriter) {
        claims.write("external_id", user.externalID)
        claims.write("email", user.email?.address)
        claims.write("email_verified", user.email?.isVerified)
        claims.write("exp", expiration)
        claims.write("name", user.name)
        claims.write("scope", "user")
        claims.write("iat", issuedAt)
        claims.write(membersOf: user.additionalClaims)
    }
}
