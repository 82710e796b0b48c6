@_exported public import HS256
@_exported public import HelpdeskIdentity

/// Freshdesk Web Chat: issues and checks the tokens of widgets that enforce user authentication.
///
/// ```swift
/// let webChat = try FreshdeskWebChat(key: HS256Key(utf8: encryptionKey))
/// let customer = try FreshdeskWebChatUser(uuid: uuid, id: "ref-123456", firstName: "John")
/// let token = try webChat.token(for: customer)
/// ```
///
/// The encryption key is made once in the admin pages and is the same for all widgets of the account. Keep one value for
/// the whole program: it can be used from any number of threads.
///
/// Source: Freshdesk, "Web Chat: JWT user authentication".
public struct FreshdeskWebChat: HelpdeskSystem {
    /// One hour; no maximum is published.
    public static let defaultLifetime: Duration = .seconds(3_600)

    /// The names under which the visitor's uuid is written. The vendor's page spells the claim in two ways, and the
    /// vendor's own mobile clients in a third; all the names that are chosen get the same value.
    public struct UUIDClaims: OptionSet, Sendable, Hashable {
        /// One bit a name.
        public let rawValue: Int

        /// A set of names.
        public init(rawValue: Int) { self.rawValue = rawValue }

        /// `freshcat_uuid`, as in the page's sample payload.
        public static let freshcat = UUIDClaims(rawValue: 1)
        /// `freshdesk_uuid`, as in the page's prose.
        public static let freshdesk = UUIDClaims(rawValue: 2)
        /// `freshchat_uuid`, as the vendor's mobile clients read it.
        public static let freshchat = UUIDClaims(rawValue: 4)
        /// All three.
        public static let all: UUIDClaims = [.freshcat, .freshdesk, .freshchat]
    }

    /// The names under which the uuid is written.
    public let uuidClaims: UUIDClaims
    /// The key with which tokens are signed.
    public let signingKey: SigningKey

    /// Freshdesk Web Chat of one account.
    ///
    /// - Parameters:
    ///   - key: the encryption key, from its text: `HS256Key(utf8:)`.
    ///   - uuidClaims: The names under which the uuid is written, at least one.
    /// - Throws: `Finding.Code.claimInvalid` if no such claim is named.
    public init(key: HS256Key, uuidClaims: UUIDClaims = .freshcat) throws(HS256Error) {
        guard !uuidClaims.isDisjoint(with: .all) else {
            throw .claimInvalid("freshcat_uuid", reason: "has no name: choose one of UUIDClaims")
        }
        self.uuidClaims = uuidClaims
        signingKey = SigningKey(key, rules: Self.profile.rules)
    }

    /// Writes the claims of a token. `iat` is written beside `exp`, because an older mobile client looks at neither without
    /// the other.
    public func writeClaims(
        of user: FreshdeskWebChatUser, at now: NumericDate, until expiration: NumericDate, to claims: inout ClaimWriter
    ) {
        if uuidClaims.contains(.freshcat) { claims.write(.freshcatUUID, user.uuid) }
        if uuidClaims.contains(.freshdesk) { claims.write(.freshdeskUUID, user.uuid) }
        if uuidClaims.contains(.freshchat) { claims.write(.freshchatUUID, user.uuid) }
        claims.write(.referenceID, user.id)
        claims.write(.firstName, user.firstName)
        claims.write(.lastName, user.lastName)
        claims.write(.phoneNumber, user.phoneNumber)
        claims.write(.issuedAt, now)
        claims.write(.expiration, expiration)
        claims.write(membersOf: user.additionalClaims)
    }

    /// The visitor of a token that keeps all rules.
    public func user(from claims: borrowing ClaimReader) throws(HS256Error) -> FreshdeskWebChatUser {
        try FreshdeskWebChatUser(from: claims)
    }
}

extension FreshdeskWebChat: CustomStringConvertible {
    /// The system; the secret is not in it.
    public var description: String { "FreshdeskWebChat()" }
}
