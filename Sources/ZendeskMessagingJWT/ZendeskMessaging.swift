@_exported public import HS256
@_exported public import HelpdeskIdentity

/// Zendesk messaging: issues and checks the tokens that sign visitors in to the Web Widget and the mobile SDKs.
///
/// ```swift
/// let zendesk = ZendeskMessaging(keyID: "app_5963ceb97cde542d000dbdb1", key: try HS256Key(utf8: secret))
/// let user = try ZendeskUser(externalID: "12345678", name: "Jane Soap", email: .verified("jane@soap.example"))
/// let token = try zendesk.token(for: user)
/// ```
///
/// Key id and secret are made in the Admin Center under "End user authentication"; the secret is used as the text that
/// is shown there. Keep one value for the whole program: it can be used from any number of threads.
///
/// Source: Zendesk, "Enabling authenticated visitors for messaging".
public struct ZendeskMessaging: HelpdeskSystem {
    /// The `kid` of every token: the id of the signing key, such as `app_5963ceb97cde542d000dbdb1`.
    public let keyID: String

    private let signer: JWTSigner
    private let verifier: JWTVerifier
    private let writesIssuedAt: Bool

    /// Whether tokens say when they were issued. Zendesk documents no `iat`; its own sample code writes one.
    public enum IssuedAt: Sendable {
        /// Only documented claims are written.
        case omitted
        /// `iat` is written too.
        case written
    }

    /// Zendesk messaging with one signing key.
    ///
    /// - Parameters:
    ///   - keyID: the key's id, exactly as the Admin Center shows it.
    ///   - key: the key's shared secret, from its text: `HS256Key(utf8:)`.
    ///   - issuedAt: whether tokens have an `iat`.
    public init(keyID: String, key: HS256Key, issuedAt: IssuedAt = .omitted) {
        self.keyID = keyID
        signer = JWTSigner(key: key, header: JOSEHeader(keyID: keyID))
        verifier = JWTVerifier(key: key, knownPolicy: Self.policy)
        writesIssuedAt = issuedAt == .written
    }

    /// A token that signs a visitor in.
    ///
    /// - Parameters:
    ///   - user: the visitor.
    ///   - lifetime: how long the token is good, at least one second. Zendesk publishes no maximum and advises a short
    ///     one; the widget asks for a new token when it needs one.
    ///   - now: the time to go by.
    /// - Throws: `JWTError.claimInvalid` for a lifetime under a second or an empty key id.
    public func token(
        for user: ZendeskUser, lifetime: Duration = profile.defaultLifetime, at now: NumericDate = .now
    ) throws(JWTError) -> String {
        guard !keyID.isEmpty else { throw .claimInvalid("kid", reason: "is empty; Zendesk needs the id of the key") }
        return try signer.sign(
            ZendeskClaims(
                user: user, expiration: Self.expiration(after: lifetime, from: now),
                issuedAt: writesIssuedAt ? now : nil))
    }

    /// The visitor that a token speaks of, if Zendesk would accept the token.
    ///
    /// - Parameters:
    ///   - token: the token.
    ///   - now: the time to go by.
    /// - Throws: the first reason for which Zendesk would refuse it.
    public func verify(_ token: String, at now: NumericDate = .now) throws(JWTError) -> ZendeskUser {
        try verifier.verify(token, at: now, rules: rules(at: now), read: ZendeskUser.init(from:))
    }

    /// Everything that is wrong or doubtful about a token for Zendesk, with the remedy. Never throws.
    ///
    /// - Parameters:
    ///   - token: the token, or what was taken for one.
    ///   - secretText: the text of the secret, if it is at hand; some causes can be found only with it.
    ///   - now: the time to go by.
    public func diagnose(_ token: String, secretText: String? = nil, at now: NumericDate = .now) -> [Finding] {
        verifier.diagnose(token, secretText: secretText, at: now, rules: rules(at: now))
    }

    /// `exp` is optional, and Zendesk says nothing of an `aud`; no leeway, as none is documented.
    private static var policy: ValidationPolicy {
        ValidationPolicy(audience: .notChecked, expiration: .mayBeAbsent)
    }
}

extension ZendeskMessaging: CustomStringConvertible {
    /// The system and its key id; the secret is not in it.
    public var description: String { "ZendeskMessaging(keyID: \(keyID.excerpt))" }
}
