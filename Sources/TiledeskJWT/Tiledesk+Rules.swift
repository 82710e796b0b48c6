public import HS256
public import HelpdeskIdentity

// Every rule of Tiledesk's, once: what a table can say in the profile, the rest below it.

extension ClaimName {
    // In the order of the table below.
    static var id: ClaimName { ClaimName("_id", ownIndex: 0) }
    static var firstName: ClaimName { ClaimName("firstname", ownIndex: 1) }
    static var lastName: ClaimName { ClaimName("lastname", ownIndex: 2) }
    static var email: ClaimName { ClaimName("email", ownIndex: 3) }
    static var attributes: ClaimName { ClaimName("attributes", ownIndex: 4) }
    static var role: ClaimName { ClaimName("role", ownIndex: 5) }
}

extension Tiledesk {
    /// What is known about Tiledesk.
    public static let profile = SystemProfile(
        name: "Tiledesk",
        rules: RuleBook(
            systemID: "tiledesk",
            vendor: "Tiledesk",
            page: "Tiledesk, Widget Authentication",
            header: [
                ClaimRule("typ", .constant("JWT"), .optional, "JWT in every vendor sample; not looked at")
            ],
            claims: [
                ClaimRule(
                    .id, .text(), .required, "the project's id, _ and the visitor's id in your own system",
                    misspellings: ["id", "user_id", "userId", "uid", "external_id"], isTelling: true, section: server),
                ClaimRule(
                    .subject, .constant("userexternal"), .required, "always userexternal", misspellings: ["subject"],
                    section: server),
                ClaimRule(
                    .audience, .text(), .required, "https://tiledesk.com/projects/ and the project's id",
                    misspellings: ["audience"], isTelling: true, section: server),
                ClaimRule(
                    .firstName, .text(), .optional, "the first name", misspellings: ["given_name"], isTelling: true,
                    section: server),
                ClaimRule(
                    .lastName, .text(), .optional, "the last name", misspellings: ["family_name", "surname"],
                    isTelling: true, section: server),
                ClaimRule(
                    .email, .text(), .recommended, "the e-mail address", misspellings: ClaimRule.emailSpellings,
                    section: server),
                ClaimRule(
                    .attributes, .object, .optional, "a JSON object with anything more",
                    misspellings: ["customAttributes", "attribute"], section: server),
                ClaimRule(
                    .expiration, .date, .optional, "Unix seconds; the end of the session, with no leeway",
                    misspellings: ClaimRule.expirationSpellings,
                    section: server),
            ],
            // Those that the server writes over, and those that its old samples mistake for others.
            reserved: [.role, "id", "fullName", "subject", "audience", .issuer, .tokenID]
        ),
        symptom: "HTTP 401 Unauthorized from /auth/signinWithCustomToken; the widget stays hidden",
        messages: [
            .init("401 Unauthorized", "Prefix, signature, expiry, _id or sub is wrong, or the project has no secret."),
            .init("403 {success:false,msg:\"Unauthorized.\"}", "The header is not just JWT, one space, and the token."),
            .init("400 JWT Aud field is required", "The token has no aud."),
            .init("400 JWT Aud.AudienceId field is required for AudienceType projects", "aud names no project."),
            .init("500 {\"err\":\"error\"}", "aud is no address at all.", causes: [.system("aud.address")]),
            .init("401 Authentication failed. Project_user not active.", "The visitor is disabled in the project."),
            .init(
                "200 at sign-in, then 401 on every call", "sub is not userexternal: only the later calls look at it.",
                causes: [.system("sub.missing"), .system("sub.value")]),
            .init(
                "no answer at all", "_id is empty: the server seems to fail without answering.",
                causes: [.system("_id.empty")]),
            .init(
                "no message, but a session in the dashboard",
                "The token has a role. Have its secret replaced if such a token has left your server.",
                causes: [.system("role.present")]),
            .init(
                "no message: the server does not look at this claim",
                "The token is taken; what is shown of the visitor is wrong or missing.",
                causes: ["firstname", "lastname", "email"].flatMap { [.system("\($0).type"), .system("\($0).empty")] }
                    + [.system("attributes.type")]),
            .init(
                "401 once the session has ended", "The time of exp has come while the visitor was there.",
                causes: [.system("exp.short")]),
        ],
        vendorChecks: [
            .form: observed, .size: notMade, .header: observed, .algorithm: observed, .extensions: notMade,
            .headerTypes: notMade, .signature: observed, .payload: observed, .strictJSON: notMade,
            .expiration: observed,
            .notBefore: observed, .issuedAt: notMade, .dateTypes: observed, .dateRange: notMade, .claimTypes: notMade,
        ])

    private static var observed: VendorCheck { .observed(TiledeskServer.observation) }
    private static var notMade: VendorCheck { .notMade(TiledeskServer.observation) }

    private static var server: String { "and Tiledesk/tiledesk-server, middleware/passport.js" }

    /// `aud` as the server reads it, the prefix of `_id`, and what opens the dashboard.
    public func checkFurtherRules(_ token: borrowing TokenReader, _ report: inout RuleReport) throws(HS256Error) {
        try checkAudience(token.claims, &report)
        if token.claims.contains(.role) {
            try report.refuse(
                Self.profile.rules.finding(
                    .error, "role.present", "role",
                    "\"role\" opens a session in the dashboard for whoever has the token",
                    "Leave it out; a visitor has no role", section: "Tiledesk/tiledesk-server, routes/auth.js",
                    authority: .library))
        }
        guard report.gathersAll else { return }
        remarkOnID(token.claims, &report)
        remarkOnLifetime(token, &report)
        EmailAddress.remarkOnForm(.email, of: token.claims, Self.profile.rules, &report)
    }

    /// The server takes the path's first two parts and looks at no host.
    private func checkAudience(_ claims: borrowing ClaimReader, _ report: inout RuleReport) throws(HS256Error) {
        guard claims.kind(of: .audience) == .string, !claims.isString(.audience, equalTo: audience),
            !claims.isString(.audience, equalTo: "")
        else { return }
        let found = try claims.string(.audience)
        guard let path = URLPath(found.utf8) else {
            return try report.refuse(
                Self.profile.rules.finding(
                    .error, "aud.address", "aud", "\"aud\" \(found.excerpt) is not a URL; the server answers 500",
                    "Write \(audience)", section: Self.server,
                    authority: .observed(TiledeskServer.observation)))
        }
        guard path.component(1)?.elementsEqual("projects".utf8) == true,
            path.component(2)?.elementsEqual(projectID.utf8) == true
        else {
            return try report.refuse(
                Self.profile.rules.finding(
                    .error, "aud.project", "aud", Self.message(found, path, projectID),
                    "Write the URL of this project: \(audience)",
                    section: Self.server, authority: .observed(TiledeskServer.observation)))
        }
        if !found.beginsWithBytes(of: "https://tiledesk.com/"), !found.beginsWithBytes(of: "http://tiledesk.com/") {
            report.remark(
                Self.profile.rules.finding(
                    .note, "aud.host", "aud", "\"aud\" \(found.excerpt) does not begin with https://tiledesk.com/",
                    "Write tiledesk.com, also for a server of your own; the host is not compared today",
                    section: Self.server))
        }
    }

    private static func message(_ found: String, _ path: URLPath, _ projectID: String) -> String {
        let here = "this one is \(projectID.excerpt)"
        guard path.component(1)?.elementsEqual("projects".utf8) == true, let id = path.component(2), !id.isEmpty else {
            return "\"aud\" \(found.excerpt) names no project: /projects/ and an ID are missing; \(here)"
        }
        let name = String(decoding: id, as: UTF8.self).excerpt
        let isPlaceholder = [0x3C, 0x7B, 0x24, 0x25].contains(id[0])
        return "\"aud\" names another project, \(name)\(isPlaceholder ? " (a placeholder)" : ""); \(here)"
    }

    private func remarkOnID(_ claims: borrowing ClaimReader, _ report: inout RuleReport) {
        guard idForm == .prefixedWithProject, let id = try? claims.stringIfPresent(.id),
            !id.beginsWithBytes(of: idPrefix)
        else { return }
        report.remark(
            Self.profile.rules.finding(
                .warning, "_id.prefix", "_id", "\"_id\" does not begin with the project's id and _",
                "Write \"\(idPrefix.excerpt(quoted: false))\" in front, so that ids of two projects cannot collide",
                section: "and developer.tiledesk.com/apis/authentication"))
    }

    private func remarkOnLifetime(_ token: borrowing TokenReader, _ report: inout RuleReport) {
        let now = token.now
        guard let expiration = try? token.claims.numericDateIfPresent(.expiration), expiration > now,
            expiration - now < .seconds(900)
        else { return }
        report.remark(
            Self.profile.rules.finding(
                .warning, "exp.short", "exp", "the visitor is signed out in \((expiration - now).inWords)",
                "Make it hours: the widget sends this very token until it expires, and asks for no other",
                section: "and Tiledesk/tiledesk-server, routes/auth.js"))
    }

    // MARK: What the server says

    /// What the server says to the token.
    public func vendorAnswer(to question: VendorQuestion) -> VendorAnswer? {
        let server = TiledeskServer(projectID: projectID, now: question.now) { signature, input, algorithm in
            if question.isSecretInDoubt { return true }
            if algorithm.hasSameBytes(as: JOSEHeader.algorithm) { return signingKey.isSignature(signature, of: input) }
            guard let secret = question.secretText else { return nil }
            let code = SHA512.authenticationCode(
                for: Array(input), key: Array(secret.utf8), algorithm.hasSameBytes(as: "HS384") ? .sha384 : .sha512)
            return Base64URL.encode(code).utf8.elementsEqual(signature)
        }
        switch server.answer(to: question.token) {
        case nil: return nil
        case .accepted?: return .accepted(observed: TiledeskServer.observation)
        case .unauthorized?: return .refused(symptom: Self.profile.symptom, observed: TiledeskServer.observation)
        case .failed?: return .refused(symptom: "HTTP 500 {\"err\":\"error\"}", observed: TiledeskServer.observation)
        case .silent?:
            return .refused(
                symptom: "no answer at all: the request is left open", observed: TiledeskServer.observation)
        }
    }
}
