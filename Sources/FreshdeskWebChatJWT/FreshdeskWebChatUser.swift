public import HS256
import HelpdeskIdentity

/// A visitor, as Freshdesk Web Chat is told of him: a customer whom the site knows, or a visitor whom it does not.
///
/// With enforced authentication visitors need a token too: ``visitor(uuid:)``.
public struct FreshdeskWebChatUser: Sendable {
    /// `freshcat_uuid` or however it is spelt: tells this user or session from all others. Where the widget has made one,
    /// it is that one; another would be another user.
    public let uuid: String
    /// `reference_id`: the customer's id in the site's own system, always a string; nil for a visitor.
    public let referenceID: String?
    /// `first_name`.
    public let firstName: String?
    /// `last_name`.
    public let lastName: String?
    /// `phone_number`, in the international form in the vendor's sample: `+1234567890`.
    public let phoneNumber: String?
    /// Claims of the site's own, such as `email`, which the page does not list.
    public let additionalClaims: JSONObject

    /// A customer whom the site knows.
    ///
    /// - Parameters:
    ///   - uuid: tells this user from all others.
    ///   - referenceID: the customer's id in the site's own system.
    ///   - firstName: the first name.
    ///   - lastName: the last name.
    ///   - phoneNumber: the phone number.
    ///   - additionalClaims: further claims.
    /// - Throws: `JWTError.claimInvalid` for an empty text; `JWTError.claimReserved` for a further claim whose name has a
    ///   meaning.
    public init(
        uuid: String, referenceID: String, firstName: String? = nil, lastName: String? = nil,
        phoneNumber: String? = nil, additionalClaims: JSONObject = [:]
    ) throws(JWTError) {
        try ClaimText.check("freshcat_uuid", uuid)
        try ClaimText.check("reference_id", referenceID)
        try ClaimText.check("first_name", firstName)
        try ClaimText.check("last_name", lastName)
        try ClaimText.check("phone_number", phoneNumber)
        try ReservedNames.check(additionalClaims, FreshdeskWebChat.reservedNames)
        self.uuid = uuid
        self.referenceID = referenceID
        self.firstName = firstName
        self.lastName = lastName
        self.phoneNumber = phoneNumber
        self.additionalClaims = additionalClaims
    }

    /// A visitor whom the site does not know.
    ///
    /// - Parameter uuid: tells this session from all others.
    /// - Throws: `JWTError.claimInvalid` for an empty text.
    public static func visitor(uuid: String) throws(JWTError) -> FreshdeskWebChatUser {
        try ClaimText.check("freshcat_uuid", uuid)
        return FreshdeskWebChatUser(visitor: uuid)
    }

    private init(visitor uuid: String) {
        self.uuid = uuid
        referenceID = nil
        firstName = nil
        lastName = nil
        phoneNumber = nil
        additionalClaims = [:]
    }

    /// Reads the visitor of a token that keeps all rules. Where several spellings of the uuid are there, the first of the
    /// sample's, the prose's and the mobile clients' counts.
    init(from claims: borrowing ClaimReader) throws(JWTError) {
        var found: String?
        for name in FreshdeskWebChat.uuidNames where found == nil { found = try claims.stringIfPresent(name) }
        guard let found else { throw .claimMissing("freshcat_uuid") }
        uuid = found
        referenceID = try claims.stringIfPresent("reference_id")
        firstName = try claims.stringIfPresent("first_name")
        lastName = try claims.stringIfPresent("last_name")
        phoneNumber = try claims.stringIfPresent("phone_number")
        additionalClaims = claims.members(except: FreshdeskWebChat.reservedNames)
    }
}

extension FreshdeskWebChatUser: Equatable {
    /// Whether everything is the same, code point by code point.
    public static func == (a: FreshdeskWebChatUser, b: FreshdeskWebChatUser) -> Bool {
        a.uuid.hasSameBytes(as: b.uuid) && a.referenceID.hasSameBytes(as: b.referenceID)
            && a.firstName.hasSameBytes(as: b.firstName) && a.lastName.hasSameBytes(as: b.lastName)
            && a.phoneNumber.hasSameBytes(as: b.phoneNumber) && a.additionalClaims == b.additionalClaims
    }
}

/// The claims as they stand in the token.
public struct FreshdeskWebChatClaims: WritableClaims {
    let user: FreshdeskWebChatUser
    let uuidClaims: FreshdeskWebChat.UUIDClaims
    let issuedAt: NumericDate
    let expiration: NumericDate

    /// Writes the claims. `iat` stands beside `exp`, because an older mobile client looks at neither without the other.
    public func write(to claims: inout ClaimWriter) {
        if uuidClaims.contains(.freshcat) { claims.write("freshcat_uuid", user.uuid) }
        if uuidClaims.contains(.freshdesk) { claims.write("freshdesk_uuid", user.uuid) }
        if uuidClaims.contains(.freshchat) { claims.write("freshchat_uuid", user.uuid) }
        claims.write("reference_id", user.referenceID)
        claims.write("first_name", user.firstName)
        claims.write("last_name", user.lastName)
        claims.write("phone_number", user.phoneNumber)
        claims.write("iat", issuedAt)
        claims.write("exp", expiration)
        claims.write(membersOf: user.additionalClaims)
    }
}
