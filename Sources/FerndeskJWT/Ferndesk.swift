@_exported public import HS256
@_exported public import HelpdeskIdentity

/// Ferndesk: issues and checks the tokens that identify users in its help centers and widgets.
///
/// ```swift
/// let ferndesk = Ferndesk(key: try HS256Key(utf8: secret))
/// let user = try FerndeskUser(id: "user-123", name: "Jane Soap", email: "jane@soap.example")
/// let token = try ferndesk.token(for: user)
/// ```
///
/// There is one secret for each help center, shown once, under Help Center, Access Control. Keep one value for the whole
/// program: it can be used from any number of threads.
///
/// Source: Ferndesk, "JWT Authentication".
public struct Ferndesk: HelpdeskSystem {
    /// One hour, as the page advises.
    public static let defaultLifetime: Duration = .seconds(3_600)

    /// The key with which tokens are signed.
    public let signingKey: SigningKey

    /// One help center.
    ///
    /// - Parameter key: the help center's secret, from its text: `HS256Key(utf8:)`.
    public init(key: HS256Key) {
        signingKey = SigningKey(key, rules: Self.profile.rules)
    }

    /// Writes the claims of a token, in the order of the vendor's table.
    public func writeClaims(
        of user: FerndeskUser, at now: NumericDate, until expiration: NumericDate, to claims: inout ClaimWriter
    ) {
        claims.write(.subject, user.id)
        claims.write(.email, user.email.text)
        claims.write(.name, user.name)
        if !user.customAttributes.isEmpty { claims.write(.customAttributes, user.customAttributes) }
        claims.write(.expiration, expiration)
        claims.write(membersOf: user.additionalClaims)
    }

    /// The user of a token that keeps all rules.
    public func user(from claims: borrowing ClaimReader) throws(HS256Error) -> FerndeskUser {
        try FerndeskUser(from: claims)
    }
}

extension Ferndesk: CustomStringConvertible {
    /// The system; the secret is not in it.
    public var description: String { "Ferndesk()" }
}
