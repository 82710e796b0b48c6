public import HS256
public import HelpdeskIdentity

// Every rule of Zendesk's, once: what a table can say in the profile, the rest below it.

extension ClaimName {
    // In the order of the table below.
    static var externalID: ClaimName { ClaimName("external_id", ownIndex: 0) }
    static var email: ClaimName { ClaimName("email", ownIndex: 1) }
    static var emailVerified: ClaimName { ClaimName("email_verified", ownIndex: 2) }
    static var name: ClaimName { ClaimName("name", ownIndex: 3) }
    static var scope: ClaimName { ClaimName("scope", ownIndex: 4) }
}

extension ZendeskMessaging {
    /// What is known about Zendesk messaging.
    public static let profile = SystemProfile(
        name: "Zendesk messaging",
        rules: RuleBook(
            systemID: "zendesk-messaging",
            vendor: "Zendesk",
            page: "Zendesk, Enabling authenticated visitors for messaging",
            header: [
                ClaimRule("typ", .constant("JWT"), .required, "JWT", section: creatingToken),
                ClaimRule(
                    "kid", .text(), .required, "the id of the signing key, app_ and 24 hexadecimal digits",
                    isTelling: true, section: creatingToken),
            ],
            claims: [
                ClaimRule(
                    .externalID, .text(maximumLength: ZendeskMessagingUser.maximumIDLength), .required,
                    "the visitor's id in your own directory, 1 to 255 characters; never changes",
                    misspellings: [
                        "externalId", "externalID", "external-id", "user_id", "userId", "id", "sub", "uid", "_id",
                        "ext_id",
                    ],
                    isTelling: true, section: creatingToken),
                ClaimRule(
                    .email, .text(), .recommended, "ignored unless email_verified is true",
                    misspellings: ClaimRule.emailSpellings,
                    section: creatingToken),
                ClaimRule(
                    .emailVerified, .boolean, .optional, "true only if the visitor has shown that it is theirs",
                    misspellings: ["emailVerified", "verified_email", "verified", "is_verified", "email_confirmed"],
                    isTelling: true, section: "\"Email verification\""),
                ClaimRule(
                    .expiration, .date, .optional, "Unix seconds; a past value is refused, a short lifetime advised",
                    misspellings: ClaimRule.expirationSpellings,
                    section: creatingToken),
                ClaimRule(
                    .name, .text(), .recommended, "the full name, shown to agents",
                    misspellings: ClaimRule.nameSpellings,
                    section: creatingToken),
                ClaimRule(
                    .scope, .constant("user"), .required, "always user", isTelling: true, section: creatingToken),
            ]
        ),
        symptom: "HTTP 401, code \"invalid_auth\", description \"Invalid JWT\"; in the browser a LoginFailedError",
        messages: [
            .init(
                "HTTP 401 invalid_auth: Invalid JWT",
                "Anything at all is wrong with the token. Run a check of it."),
            .init(
                "HTTP 409",
                "The verified e-mail belongs to another external_id already. Sign that ID, or have an administrator take the "
                    + "address off the other profile or merge the two; then keep one ID for each visitor.",
                causes: [.system("external_id.changeable")]),
            .init(
                "no message: the visitor has no e-mail", "Zendesk ignores the address unless email_verified is true.",
                causes: [.system("email.ignored"), .system("email_verified.type"), .system("email_verified.spelling")]),
            .init(
                "HTTP 400 bad_request: Invalid integrationId or platform.",
                "The channel or the SDK is set up wrongly; the token was not looked at."),
            .init("LoginFailedError", "What the browser's callback gets for a refused token."),
        ],
        vendorChecks: [
            .form: .documented, .header: .documented, .algorithm: .documented, .signature: .documented,
            .payload: .documented, .expiration: .documented,
            .headerTypes: .documented,
            .dateTypes: .observed("by developers, who report 401 for \"exp\" as a string in Zendesk's community"),
        ])

    /// The headings of the page are sources.
    private static var creatingToken: String { "\"Creating a JWT token\"" }

    /// `kid`, the kind of id, and what makes Zendesk take no notice of an e-mail.
    public func checkFurtherRules(_ token: borrowing TokenReader, _ report: inout RuleReport) throws(HS256Error) {
        if !token.hasExpectedHeader { try checkKeyID(token.header, &report) }
        guard report.gathersAll else { return }
        Self.remarkOnKind(token.claims, &report)
        Self.remarkOnExternalID(token.claims, &report)
        Self.remarkOnEmail(token.claims, &report)
    }

    private func checkKeyID(_ header: borrowing ClaimReader, _ report: inout RuleReport) throws(HS256Error) {
        if header.isString("kid", equalTo: keyID) { return }
        // The table has said so where there is none, or an empty one.
        guard header.kind(of: "kid") == .string, !header.isString("kid", equalTo: "") else { return }
        let found = try header.string("kid")
        if found.hasPrefix("act_") || found.hasPrefix("svc_") {
            return try report.refuse(
                Self.profile.rules.finding(
                    .error, "kid.server", "kid", "\"kid\" \(found.excerpt) is the id of a server-to-server key",
                    "Use a key made under \"End user authentication\" in the Admin Center",
                    section: "\"Generating a signing key\""))
        }
        try report.refuse(
            Self.profile.rules.finding(
                .error, "kid.other", "kid",
                "\"kid\" names another key, \(found.excerpt); this key has the ID \(keyID.excerpt)"
                    + differenceInKeyID(found),
                "Use key ID and secret of the same key, both exactly as the Admin Center shows them",
                section: Self.creatingToken))
    }

    /// How a key ID differs where it was meant to be the same, the end of a sentence.
    private func differenceInKeyID(_ found: String) -> String {
        let trimmed = found.utf8.filter { $0 > 0x20 && $0 != 0x22 && $0 != 0x27 }
        if trimmed.elementsEqual(keyID.utf8) {
            let hasQuotes = found.utf8.contains { $0 == 0x22 || $0 == 0x27 }
            return hasQuotes
                ? ", without the quotation marks" : ", without the white space (a line break, for example) around it"
        }
        return found.utf8.isSameIgnoringCase(as: keyID.utf8) ? ", and upper and lower case count" : ""
    }

    /// Tokens for Zendesk's single sign-on have a `jti` and no scope (github.com/zendesk/zendesk_jwt_sso_examples).
    private static func remarkOnKind(_ claims: borrowing ClaimReader, _ report: inout RuleReport) {
        guard claims.contains("jti"), !claims.contains(.scope) else { return }
        report.remark(
            profile.rules.finding(
                .note, "kind.sso", "jti", "this looks like a token for Zendesk single sign-on, which is another kind",
                "Sign with a key of \"End user authentication\" and with the claims of messaging"))
    }

    private static func remarkOnExternalID(_ claims: borrowing ClaimReader, _ report: inout RuleReport) {
        guard let id = try? claims.stringIfPresent(.externalID) else { return }
        if EmailAddress.isPlausible(id) || PhoneNumber.isPlausible(id) {
            report.remark(
                profile.rules.finding(
                    .warning, "external_id.changeable", "external_id",
                    "\"external_id\" looks like an e-mail address or a phone number, which can change",
                    "Use an id that stays: after a change the visitor is somebody new, and a verified e-mail that "
                        + "belongs to another id gives a 409", section: creatingToken))
        }
    }

    private static func remarkOnEmail(_ claims: borrowing ClaimReader, _ report: inout RuleReport) {
        guard claims.contains(.email) else {
            // Under another spelling, the table has said so.
            if claims.contains(.emailVerified), !report.hasFinding("email.missing", of: .warning) {
                report.remark(
                    profile.rules.finding(
                        .warning, "email_verified.alone", "email_verified",
                        "\"email_verified\" stands there without an \"email\"", "Add the address, or leave both out",
                        section: "\"Email verification\""))
            }
            return
        }
        // Of another type than true or false, the table has said so.
        let kind = claims.kind(of: .emailVerified)
        let isMisspelt = report.hasFinding("email_verified.spelling", of: .warning)
        if kind == nil && !isMisspelt || kind == .bool && (try? claims.bool(.emailVerified)) == false {
            report.remark(
                profile.rules.finding(
                    .warning, "email.ignored", "email",
                    "Zendesk ignores the e-mail, because \"email_verified\" is not true",
                    "Set \"email_verified\": true, but only if the visitor has shown that the address is theirs",
                    section: "\"Email verification\""))
        }
        EmailAddress.remarkOnForm(.email, of: claims, profile.rules, &report)
    }
}
