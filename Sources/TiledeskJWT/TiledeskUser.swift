public import HS256
public import HelpdeskIdentity

/// The visitor, as described to Tiledesk.
///
/// `sub` and `aud` are not here: they are always the same for a project. A `role` cannot be said, neither here nor as a
/// claim of the site's own: it would open a session in the dashboard.
public struct TiledeskUser: Sendable {
    /// `_id` without the project's id in front: the visitor's id in the site's own system.
    public let id: String
    /// `firstname`.
    public let firstName: String?
    /// `lastname`.
    public let lastName: String?
    /// `email`. The documentation of today asks for it, that of 2020 did not; the server does not look.
    public let email: EmailAddress?
    /// `attributes`: anything more; they become attributes of the lead. Left out where there are none.
    public let attributes: JSONObject
    /// Claims of the site's own; the server hands them back unchanged.
    public let additionalClaims: JSONObject

    /// A visitor.
    ///
    /// - Parameters:
    ///   - id: the visitor's id in the site's own system.
    ///   - firstName: the first name.
    ///   - lastName: the last name.
    ///   - email: the address.
    ///   - attributes: anything more.
    ///   - additionalClaims: further claims.
    /// - Throws: `Finding.Code.claimInvalid` for an empty text; `Finding.Code.claimReserved` for a
    ///   further claim whose name has a meaning, `role` among them.
    public init(
        id: String, firstName: String? = nil, lastName: String? = nil, email: EmailAddress? = nil,
        attributes: JSONObject = [:], additionalClaims: JSONObject = [:]
    ) throws(HS256Error) {
        try ClaimText.check("_id", id)
        try ClaimText.check("firstname", firstName)
        try ClaimText.check("lastname", lastName)
        try ReservedNames.check(additionalClaims, Tiledesk.profile.rules.reservedNames)
        self.id = id
        self.firstName = firstName
        self.lastName = lastName
        self.email = email
        self.attributes = attributes
        self.additionalClaims = additionalClaims
    }

    /// Reads the visitor of a token that keeps all rules; an id without the prefix is taken as it is.
    init(from claims: borrowing ClaimReader, idPrefix: String) throws(HS256Error) {
        let wireID = try claims.string(.id)
        let hasPrefix = wireID.utf8.count > idPrefix.utf8.count && wireID.beginsWithBytes(of: idPrefix)
        // The prefix is ASCII, so a scalar begins after it.
        id = hasPrefix ? String(wireID[wireID.utf8.index(wireID.startIndex, offsetBy: idPrefix.utf8.count)...]) : wireID
        firstName = try claims.stringIfPresent(.firstName)
        lastName = try claims.stringIfPresent(.lastName)
        email = try claims.stringIfPresent(.email).map { EmailAddress(inToken: $0) }
        attributes = try claims.objectIfPresent(.attributes) ?? [:]
        additionalClaims = claims.otherMembers
    }
}

extension TiledeskUser: Hashable {
    /// Whether everything is the same, code point by code point.
    public static func == (a: TiledeskUser, b: TiledeskUser) -> Bool {
        a.id.hasSameBytes(as: b.id) && a.firstName.hasSameBytes(as: b.firstName)
            && a.lastName.hasSameBytes(as: b.lastName) && a.email == b.email
            && a.attributes == b.attributes && a.additionalClaims == b.additionalClaims
    }

    /// Hashes what ``==(_:_:)`` compares.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(id)
        hasher.combine(firstName)
        hasher.combine(lastName)
        hasher.combine(email)
        hasher.combine(attributes)
        hasher.combine(additionalClaims)
    }
}
