public import HS256
import HelpdeskIdentity

/// The visitor, as described to Freshdesk Web Chat: a customer whom the site knows, or a visitor whom it does not.
///
/// With enforced authentication visitors need a token too: ``visitor(uuid:)``.
public struct FreshdeskWebChatUser: Sendable {
    /// `freshcat_uuid`, or however it is spelled: tells this user or session from all others. Where the widget has made
    /// one, use that; any other would be another user.
    public let uuid: String
    /// `reference_id`: the customer's ID in the site's own system, always a string; nil for a visitor.
    public let id: String?
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
    ///   - id: The customer's ID in the site's own system.
    ///   - firstName: the first name.
    ///   - lastName: the last name.
    ///   - phoneNumber: the phone number.
    ///   - additionalClaims: further claims.
    /// - Throws: `Finding.Code.claimInvalid` for an empty text; `Finding.Code.claimReserved` for a further claim whose name has a
    ///   meaning.
    public init(
        uuid: String, id: String, firstName: String? = nil, lastName: String? = nil,
        phoneNumber: String? = nil, additionalClaims: JSONObject = [:]
    ) throws(HS256Error) {
        try ClaimText.check("freshcat_uuid", uuid)
        try ClaimText.check("reference_id", id)
        try ClaimText.check("first_name", firstName)
        try ClaimText.check("last_name", lastName)
        try ClaimText.check("phone_number", phoneNumber)
        try ReservedNames.check(additionalClaims, FreshdeskWebChat.profile.rules.reservedNames)
        self.uuid = uuid
        self.id = id
        self.firstName = firstName
        self.lastName = lastName
        self.phoneNumber = phoneNumber
        self.additionalClaims = additionalClaims
    }

    /// A visitor whom the site does not know.
    ///
    /// - Parameter uuid: tells this session from all others.
    /// - Throws: `Finding.Code.claimInvalid` for an empty text.
    public static func visitor(uuid: String) throws(HS256Error) -> FreshdeskWebChatUser {
        try ClaimText.check("freshcat_uuid", uuid)
        return FreshdeskWebChatUser(visitor: uuid)
    }

    private init(visitor uuid: String) {
        self.uuid = uuid
        id = nil
        firstName = nil
        lastName = nil
        phoneNumber = nil
        additionalClaims = [:]
    }

    /// Reads the visitor of a token that keeps all rules. Where several spellings of the uuid are there, the first of the
    /// sample's, the prose's and the mobile clients' counts.
    init(from claims: borrowing ClaimReader) throws(HS256Error) {
        var found: String?
        for name in FreshdeskWebChat.uuidNames where found == nil { found = try claims.stringIfPresent(name) }
        guard let found else { throw .claimMissing("freshcat_uuid") }
        uuid = found
        id = try claims.stringIfPresent(.referenceID)
        firstName = try claims.stringIfPresent(.firstName)
        lastName = try claims.stringIfPresent(.lastName)
        phoneNumber = try claims.stringIfPresent(.phoneNumber)
        additionalClaims = claims.otherMembers
    }
}

extension FreshdeskWebChatUser: Hashable {
    /// Whether everything is the same, code point by code point.
    public static func == (a: FreshdeskWebChatUser, b: FreshdeskWebChatUser) -> Bool {
        a.uuid.hasSameBytes(as: b.uuid) && a.id.hasSameBytes(as: b.id)
            && a.firstName.hasSameBytes(as: b.firstName) && a.lastName.hasSameBytes(as: b.lastName)
            && a.phoneNumber.hasSameBytes(as: b.phoneNumber) && a.additionalClaims == b.additionalClaims
    }

    /// Hashes what ``==(_:_:)`` compares.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(uuid)
        hasher.combine(id)
        hasher.combine(firstName)
        hasher.combine(lastName)
        hasher.combine(phoneNumber)
        hasher.combine(additionalClaims)
    }
}
