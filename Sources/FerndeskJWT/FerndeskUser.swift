public import HS256
public import HelpdeskIdentity

/// The user, as described to Ferndesk.
public struct FerndeskUser: Sendable {
    /// `sub`: the user's ID in the site's own system. It must never change: a user whose ID changes is a new user, whose
    /// e-mail address then belongs to the old one.
    public let id: String
    /// `name`: the name that is shown.
    public let name: String?
    /// `email`: must not belong to another `sub` already.
    public let email: EmailAddress
    /// `customAttributes`: anything more about the user. Left out of the token if empty.
    public let customAttributes: JSONObject
    /// Claims of the site's own. The page documents none; `customAttributes` is the place for such things.
    public let additionalClaims: JSONObject

    /// A user.
    ///
    /// - Parameters:
    ///   - id: The user's ID in the site's own system; a string even if it is a number there.
    ///   - name: The name.
    ///   - email: The address.
    ///   - customAttributes: Anything more about the user.
    ///   - additionalClaims: Further claims.
    /// - Throws: `Finding.Code.claimInvalid` for an empty text; `Finding.Code.claimReserved` for a further claim whose name
    ///   has a meaning.
    public init(
        id: String, name: String? = nil, email: EmailAddress, customAttributes: JSONObject = [:],
        additionalClaims: JSONObject = [:]
    ) throws(HS256Error) {
        try ClaimText.check("sub", id)
        try ClaimText.check("name", name)
        try ReservedNames.check(additionalClaims, Ferndesk.profile.rules.reservedNames)
        self.id = id
        self.email = email
        self.name = name
        self.customAttributes = customAttributes
        self.additionalClaims = additionalClaims
    }

    /// Reads the user of a token that keeps all rules.
    init(from claims: borrowing ClaimReader) throws(HS256Error) {
        id = try claims.string(.subject)
        email = EmailAddress(inToken: try claims.string(.email))
        name = try claims.stringIfPresent(.name)
        customAttributes = try claims.objectIfPresent(.customAttributes) ?? [:]
        additionalClaims = claims.otherMembers
    }
}

extension FerndeskUser: Hashable {
    /// Whether everything is the same, code point by code point.
    public static func == (a: FerndeskUser, b: FerndeskUser) -> Bool {
        a.id.hasSameBytes(as: b.id) && a.name.hasSameBytes(as: b.name) && a.email == b.email
            && a.customAttributes == b.customAttributes && a.additionalClaims == b.additionalClaims
    }

    /// Hashes what ``==(_:_:)`` compares.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(id)
        hasher.combine(name)
        hasher.combine(email)
        hasher.combine(customAttributes)
        hasher.combine(additionalClaims)
    }
}
