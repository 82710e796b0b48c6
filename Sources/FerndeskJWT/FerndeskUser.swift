public import HS256
import HelpdeskIdentity

/// A user, as Ferndesk is told of him.
public struct FerndeskUser: Sendable {
    /// `sub`: the user's id in the site's own system. It must stay the same for ever: a user whose id changes is not
    /// linked with what he was before, and his e-mail then belongs to another.
    public let id: String
    /// `email`: must not belong to another `sub` already.
    public let email: String
    /// `name`: shown.
    public let name: String?
    /// `customAttributes`: anything more about the user; left out where there is none.
    public let customAttributes: JSONObject
    /// Claims of the site's own. The page documents none; `customAttributes` is the place for such things.
    public let additionalClaims: JSONObject

    /// A user.
    ///
    /// - Parameters:
    ///   - id: the user's id in the site's own system; as a string also where it is a number there.
    ///   - email: the address.
    ///   - name: the name.
    ///   - customAttributes: anything more about the user.
    ///   - additionalClaims: further claims.
    /// - Throws: `JWTError.claimInvalid` for an empty text or what is no e-mail address; `JWTError.claimReserved` for a
    ///   further claim whose name has a meaning.
    public init(
        id: String, email: String, name: String? = nil, customAttributes: JSONObject = [:],
        additionalClaims: JSONObject = [:]
    ) throws(JWTError) {
        try ClaimText.check("sub", id)
        try EmailAddress.verified(email).checkForm(claim: "email")
        try ClaimText.check("name", name)
        try ReservedNames.check(additionalClaims, Ferndesk.profile.rules.reservedNames)
        self.id = id
        self.email = email
        self.name = name
        self.customAttributes = customAttributes
        self.additionalClaims = additionalClaims
    }

    /// Reads the user of a token that keeps all rules.
    init(from claims: borrowing ClaimReader) throws(JWTError) {
        id = try claims.string("sub")
        email = try claims.string("email")
        name = try claims.stringIfPresent("name")
        customAttributes = try claims.objectIfPresent("customAttributes") ?? [:]
        additionalClaims = claims.members(except: Ferndesk.profile.rules.reservedNames)
    }
}

extension FerndeskUser: Equatable {
    /// Whether everything is the same, code point by code point.
    public static func == (a: FerndeskUser, b: FerndeskUser) -> Bool {
        a.id.hasSameBytes(as: b.id) && a.email.hasSameBytes(as: b.email) && a.name.hasSameBytes(as: b.name)
            && a.customAttributes == b.customAttributes && a.additionalClaims == b.additionalClaims
    }
}

/// The claims as they stand in the token, in the order of the vendor's table.
public struct FerndeskClaims: WritableClaims {
    let user: FerndeskUser
    let expiration: NumericDate

    /// Writes the claims.
    public func write(to claims: inout ClaimWriter) {
        claims.write("sub", user.id)
        claims.write("email", user.email)
        claims.write("name", user.name)
        if !user.customAttributes.isEmpty { claims.write("customAttributes", user.customAttributes) }
        claims.write("exp", expiration)
        claims.write(membersOf: user.additionalClaims)
    }
}
