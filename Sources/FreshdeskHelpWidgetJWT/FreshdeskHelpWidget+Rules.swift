public import HS256
public import HelpdeskIdentity

// Every rule of the help widget's, once: what a table can say in the profile, the rest below it.

extension ClaimName {
    // In the order of the table below.
    static var name: ClaimName { ClaimName("name", ownIndex: 0) }
    static var email: ClaimName { ClaimName("email", ownIndex: 1) }
}

extension FreshdeskHelpWidget {
    /// What is known about Freshdesk's help widget.
    public static let profile = SystemProfile(
        name: "Freshdesk help widget",
        rules: RuleBook(
            systemID: "freshdesk-help-widget",
            vendor: "the help widget",
            page: "Freshdesk, Authenticating users in the help widget",
            header: [
                ClaimRule("typ", .constant("JWT"), .optional, "JWT, as the vendor's sample libraries write it")
            ],
            claims: [
                ClaimRule(
                    .name, .text(), .required, "the customer's name",
                    misspellings: ClaimRule.nameSpellings + ["first_name", "firstname", "last_name"],
                    section: authenticating),
                ClaimRule(
                    .email, .text(), .required, "the customer's e-mail address, which finds the contact",
                    misspellings: ClaimRule.emailSpellings, section: authenticating),
                ClaimRule(
                    .expiration, .date, .required, "Unix seconds, at most two hours (7200 s) ahead",
                    misspellings: ClaimRule.expirationSpellings,
                    section: authenticating),
            ]
        ),
        symptom: "no message: the contact form is not filled in, and restricted articles are not to be seen",
        messages: [
            .init(
                "Everybody is signed out at once",
                "The shared secret key was reset: all older tokens are void. Sign with the new key.")
        ],
        vendorChecks: [
            .form: .documented, .header: .documented, .algorithm: .documented, .signature: .documented,
            .payload: .documented, .expiration: .documented,
        ])

    private static var authenticating: String { "\"Authenticating users with the shared secret key\"" }

    /// The vendor's own mistake with `exp`, and claims that nobody knows the widget to take.
    public func checkFurtherRules(_ token: borrowing TokenReader, _ report: inout RuleReport) throws(HS256Error) {
        guard report.gathersAll else { return }
        if Self.fault(of: token.claims)?.code == .dateInMilliseconds {
            report.remark(
                Self.profile.rules.finding(
                    .note, "exp.sample", "exp",
                    "the vendor's Node sample makes this mistake: Date.now() + 7200 is milliseconds plus 7200",
                    "Write Math.floor(Date.now() / 1000) + 7020", section: Self.authenticating))
        }
        EmailAddress.remarkOnForm(.email, of: token.claims, Self.profile.rules, &report)
        if let other = token.claims.otherMembers.members.first {
            report.remark(
                Self.profile.rules.finding(
                    .note, "claim.unknown", other.name.excerpt(quoted: false),
                    "\(other.name.excerpt) is not documented; the page knows only name, email and exp",
                    "Leave it out unless you know that it is accepted", section: Self.authenticating))
        }
    }

    /// What is wrong with `exp` as a date.
    private static func fault(of claims: borrowing ClaimReader) -> HS256Error? {
        do throws(HS256Error) {
            _ = try claims.numericDateIfPresent(.expiration)
            return nil
        } catch {
            return error
        }
    }
}
