public import HS256
public import HelpdeskIdentity

// Every rule of Ferndesk's, once: what a table can say in the profile, the rest below it.

extension ClaimName {
    // In the order of the table below.
    static var email: ClaimName { ClaimName("email", ownIndex: 0) }
    static var name: ClaimName { ClaimName("name", ownIndex: 1) }
    static var customAttributes: ClaimName { ClaimName("customAttributes", ownIndex: 2) }
}

extension Ferndesk {
    /// What is known about Ferndesk.
    public static let profile = SystemProfile(
        name: "Ferndesk",
        rules: RuleBook(
            systemID: "ferndesk",
            vendor: "Ferndesk",
            page: "Ferndesk, JWT Authentication",
            header: [
                ClaimRule("typ", .constant("JWT"), .optional, "JWT, as the vendor's sample libraries write it")
            ],
            claims: [
                ClaimRule(
                    .subject, .text(), .required, "the user's id in your own system, a string; never changes",
                    misspellings: ["userId", "user_id", "subject", "id", "uid", "external_id", "_id"], isTelling: true,
                    section: generating),
                ClaimRule(
                    .email, .text(), .required, "the e-mail address; must not belong to another sub",
                    misspellings: ClaimRule.emailSpellings, section: generating),
                ClaimRule(
                    .name, .text(), .optional, "the name that is shown", misspellings: ClaimRule.nameSpellings,
                    section: generating),
                ClaimRule(
                    .customAttributes, .object, .optional, "a JSON object with anything more",
                    misspellings: ["custom_attributes", "attributes", "custom"], isTelling: true, section: generating),
                ClaimRule(
                    .expiration, .date, .optional, "Unix seconds; advised, one hour is common",
                    misspellings: ClaimRule.expirationSpellings, section: generating),
            ]
        ),
        symptom: "in the browser's console: Ferndesk: identify failed - invalid jwt",
        messages: [
            .init(
                "Ferndesk: identify requires a jwt",
                "identify got no token: the endpoint answered nothing, or the call is identify({ token }), the spelling of "
                    + "an older edition of the page; it is identify({ jwt }) now.",
                causes: [.token(.tokenEmpty)]),
            .init(
                "Ferndesk: identify failed - invalid jwt",
                "Signature, expiry or algorithm is wrong. Run a check of the token."),
            .init(
                "JWT subject does not match the existing help-center user",
                "The e-mail is known under another sub. Send the old sub, or have the user set up anew at Ferndesk.",
                causes: [.system("sub.changeable")]),
            .init(
                "must be called from same domain or 1-level subdomain",
                "The page's host and the help center's do not belong together; see Ferndesk.domainHint."),
        ],
        vendorChecks: [
            .form: .documented, .header: .documented, .algorithm: .documented, .signature: .documented,
            .payload: .documented, .expiration: .documented, .claimTypes: .documented,
        ])

    private static var generating: String { "\"Generate the JWT Server-Side\"" }

    /// An id that will not stay, and claims of older editions of the page.
    public func checkFurtherRules(_ token: borrowing TokenReader, _ report: inout RuleReport) throws(HS256Error) {
        guard report.gathersAll else { return }
        if token.claims.contains("userId") {
            report.remark(
                Self.profile.rules.finding(
                    .warning, "userId.old", "userId", "\"userId\" is how an older edition of the page spelt \"sub\"",
                    "Write \"sub\", and call identify({ jwt }) in place of identify({ token })",
                    section: Self.generating))
        }
        if let id = try? token.claims.stringIfPresent(.subject),
            EmailAddress.isPlausible(id) || PhoneNumber.isPlausible(id)
        {
            report.remark(
                Self.profile.rules.finding(
                    .warning, "sub.changeable", "sub",
                    "\"sub\" looks like an e-mail address or a phone number, which can change",
                    "Use an id that stays: a user whose sub changes is refused with \"JWT subject does not match the "
                        + "existing help-center user\"", section: Self.generating))
        }
        EmailAddress.remarkOnForm(.email, of: token.claims, Self.profile.rules, &report)
    }
}
