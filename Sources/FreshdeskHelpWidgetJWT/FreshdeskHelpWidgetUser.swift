public import HS256
public import HelpdeskIdentity

/// The customer, as described to Freshdesk's help widget.
///
/// Nothing but name, address and expiry is documented, so nothing else can be said.
public struct FreshdeskHelpWidgetUser: Sendable {
    /// `name`: the contact form is filled in with it.
    public let name: String
    /// `email`: finds the contact, and with it what the customer may see. Sign only an address that is the customer's own.
    public let email: EmailAddress

    /// A customer.
    ///
    /// - Parameters:
    ///   - name: the name.
    ///   - email: the address.
    /// - Throws: `Finding.Code.claimInvalid` for an empty name.
    public init(name: String, email: EmailAddress) throws(HS256Error) {
        try ClaimText.check("name", name)
        self.name = name
        self.email = email
    }

    /// Reads the customer of a token that keeps all rules.
    init(from claims: borrowing ClaimReader) throws(HS256Error) {
        name = try claims.string(.name)
        email = EmailAddress(inToken: try claims.string(.email))
    }
}

extension FreshdeskHelpWidgetUser: Hashable {
    /// Whether everything is the same, code point by code point.
    public static func == (a: FreshdeskHelpWidgetUser, b: FreshdeskHelpWidgetUser) -> Bool {
        a.name.hasSameBytes(as: b.name) && a.email == b.email
    }

    /// Hashes what ``==(_:_:)`` compares.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(name)
        hasher.combine(email)
    }
}
