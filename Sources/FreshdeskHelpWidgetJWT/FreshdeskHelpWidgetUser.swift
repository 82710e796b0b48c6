public import HS256
import HelpdeskIdentity

/// A customer, as Freshdesk's help widget is told of him.
///
/// Nothing but name, address and expiry is documented, so nothing else can be said.
public struct FreshdeskHelpWidgetUser: Sendable {
    /// `name`: the contact form is filled in with it.
    public let name: String
    /// `email`: finds the contact, and with him what he may see. Sign only an address that is the customer's own.
    public let email: String

    /// A customer.
    ///
    /// - Parameters:
    ///   - name: the name.
    ///   - email: the address.
    /// - Throws: `JWTError.claimInvalid` for an empty name or what is no e-mail address.
    public init(name: String, email: String) throws(JWTError) {
        try ClaimText.check("name", name)
        try EmailAddress.verified(email).checkForm(claim: "email")
        self.name = name
        self.email = email
    }

    /// Reads the customer of a token that keeps all rules.
    init(from claims: borrowing ClaimReader) throws(JWTError) {
        name = try claims.string("name")
        email = try claims.string("email")
    }
}

extension FreshdeskHelpWidgetUser: Equatable {
    /// Whether everything is the same, code point by code point.
    public static func == (a: FreshdeskHelpWidgetUser, b: FreshdeskHelpWidgetUser) -> Bool {
        a.name.hasSameBytes(as: b.name) && a.email.hasSameBytes(as: b.email)
    }
}

/// The claims as they stand in the token, in the order of the vendor's samples.
public struct FreshdeskHelpWidgetClaims: WritableClaims {
    let user: FreshdeskHelpWidgetUser
    let expiration: NumericDate

    /// Writes the claims.
    public func write(to claims: inout ClaimWriter) {
        claims.write("name", user.name)
        claims.write("email", user.email)
        claims.write("exp", expiration)
    }
}
