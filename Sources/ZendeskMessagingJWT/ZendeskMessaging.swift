@_exported public import HS256
@_exported public import HelpdeskIdentity

/// Zendesk messaging: issues and checks the tokens that sign visitors in to the Web Widget and the mobile SDKs.
///
/// ```swift
/// let zendesk = try ZendeskMessaging(keyID: "app_5963ceb97cde542d000dbdb1", key: HS256Key(utf8: secret))
/// let visitor = try ZendeskMessagingUser(id: "12345678", name: "Jane Soap", email: .verified("jane@soap.example"))
/// let token = try zendesk.token(for: visitor)
/// ```
///
/// Key id and secret are made in the Admin Center under "End user authentication"; the secret is used as the text that
/// is shown there. Keep one value for the whole program: it can be used from any number of threads.
///
/// Source: Zendesk, "Enabling authenticated visitors for messaging".
public struct ZendeskMessaging: HelpdeskSystem {
    /// 15 minutes. Zendesk publishes no maximum and advises a short lifetime; the widget asks for a new token itself.
    public static let defaultLifetime: Duration = .seconds(900)

    /// Whether tokens say when they were issued. Zendesk documents no `iat`; its own sample code writes one.
    public enum IssuedAt: Sendable {
        /// Only documented claims are written.
        case omitted
        /// `iat` is written too.
        case written
    }

    /// The `kid` of every token: the id of the signing key, such as `app_5963ceb97cde542d000dbdb1`.
    public let keyID: String
    /// The key with which tokens are signed.
    public let signingKey: SigningKey

    private let issuedAt: IssuedAt

    /// Zendesk messaging with one signing key.
    ///
    /// - Parameters:
    ///   - keyID: the key's id, exactly as the Admin Center shows it.
    ///   - key: the key's shared secret, from its text: `HS256Key(utf8:)`.
    ///   - issuedAt: Whether tokens have an `iat`.
    /// - Throws: `Finding.Code.claimInvalid` for an empty key ID.
    public init(keyID: String, key: HS256Key, issuedAt: IssuedAt = .omitted) throws(HS256Error) {
        guard !keyID.isEmpty else { throw .claimInvalid("kid", reason: "is empty; Zendesk needs the ID of the key") }
        self.keyID = keyID
        self.issuedAt = issuedAt
        signingKey = SigningKey(key, rules: Self.profile.rules, header: JOSEHeader(keyID: keyID))
    }

    /// Writes the claims of a token, in the order of the vendor's sample.
    public func writeClaims(
        of user: ZendeskMessagingUser, at now: NumericDate, until expiration: NumericDate, to claims: inout ClaimWriter
    ) {
        claims.write(.externalID, user.id)
        claims.write(.email, user.email?.address.text)
        claims.write(.emailVerified, user.email?.isVerified)
        claims.write(.expiration, expiration)
        claims.write(.name, user.name)
        claims.write(.scope, "user")
        claims.write(.issuedAt, issuedAt == .written ? now : nil)
        claims.write(membersOf: user.additionalClaims)
    }

    /// The visitor of a token that keeps all rules.
    public func user(from claims: borrowing ClaimReader) throws(HS256Error) -> ZendeskMessagingUser {
        try ZendeskMessagingUser(from: claims)
    }
}

extension ZendeskMessaging: CustomStringConvertible {
    /// The system and its key id; the secret is not in it.
    public var description: String { "ZendeskMessaging(keyID: \(keyID.excerpt))" }
}
