@_exported public import HS256
@_exported public import HelpdeskIdentity

/// Freshdesk's help widget: issues and checks the tokens that let customers see restricted articles and the form.
///
/// ```swift
/// let widget = FreshdeskHelpWidget(key: try HS256Key(utf8: sharedSecretKey))
/// let customer = try FreshdeskHelpWidgetUser(name: "Jane Soap", email: "jane@soap.example")
/// let token = try widget.token(for: customer)
/// ```
///
/// The shared secret key is the account's, in Admin, Account, Security, Widget settings. Keep one value for the whole
/// program: it can be used from any number of threads.
///
/// Source: Freshdesk, "Authenticating users in the help widget".
public struct FreshdeskHelpWidget: HelpdeskSystem {
    /// Two hours less three minutes: a token of just two hours is refused by a server whose clock is behind.
    public static let defaultLifetime: Duration = .seconds(7_200 - 180)
    /// Two hours: "should not be greater than two hours".
    public static let maximumLifetime: Duration? = .seconds(7_200)

    /// The key with which tokens are signed.
    public let signingKey: SigningKey

    /// The help widget of one account.
    ///
    /// - Parameter key: the shared secret key, from its text: `HS256Key(utf8:)`.
    public init(key: HS256Key) {
        signingKey = SigningKey(key, rules: Self.profile.rules)
    }

    /// Writes the claims of a token, in the order of the vendor's samples.
    public func writeClaims(
        of user: FreshdeskHelpWidgetUser, at now: NumericDate, until expiration: NumericDate,
        to claims: inout ClaimWriter
    ) {
        claims.write(.name, user.name)
        claims.write(.email, user.email.text)
        claims.write(.expiration, expiration)
    }

    /// The customer of a token that keeps all rules.
    public func user(from claims: borrowing ClaimReader) throws(HS256Error) -> FreshdeskHelpWidgetUser {
        try FreshdeskHelpWidgetUser(from: claims)
    }
}

extension FreshdeskHelpWidget: CustomStringConvertible {
    /// The system; the secret is not in it.
    public var description: String { "FreshdeskHelpWidget()" }
}
