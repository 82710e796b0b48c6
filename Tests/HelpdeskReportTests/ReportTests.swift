import HelpdeskJWT
import HelpdeskReport
import Testing

@Suite("Reports")
struct ReportTests {
    private let key: HS256Key
    private let now: NumericDate = 1_767_225_600

    init() throws { key = try HS256Key(utf8: "k3Vx9-Lq2_Wm7Tz4Rb8Ny6Pd1Hs5Gf0Jc") }

    private func token(_ claims: JSONObject, keyID: String? = nil) throws -> UnverifiedJWT {
        let text = try JWTSigner(key: key, header: JOSEHeader(keyID: keyID)).sign(JWTClaims(claims))
        return try UnverifiedJWT(unverified: text)
    }

    // MARK: Likeness

    @Test("tell the system of a token that it was signed for")
    func recognized() throws {
        let tokens = [
            try Ferndesk(key: key).token(for: FerndeskUser(id: "u-1", name: "J", email: "j@soap.example")),
            try FreshdeskHelpWidget(key: key).token(for: FreshdeskHelpWidgetUser(name: "J", email: "j@soap.example")),
            try FreshdeskWebChat(key: key).token(for: FreshdeskWebChatUser(uuid: "u-1", id: "r-1")),
            try Tiledesk(projectID: "p", key: key).token(for: TiledeskUser(id: "u-1")),
            try ZendeskMessaging(keyID: "app_1", key: key).token(for: ZendeskMessagingUser(id: "1")),
        ]
        let ids = try tokens.map { SystemRecognition(of: try UnverifiedJWT(unverified: $0)).best?.id }
        #expect(
            ids == ["ferndesk", "freshdesk-help-widget", "freshdesk-web-chat", "tiledesk", "zendesk-messaging"])
    }

    @Test(
        "take a token that many services issue for that of none",
        arguments: [
            ["sub": "1", "aud": "api", "exp": 1_767_226_500], ["iss": "me", "sub": "1", "aud": ["a"], "exp": 1],
            ["iss": "me", "sub": "1", "aud": "a", "exp": 1, "iat": 1, "email": "j@soap.example", "name": "J"],
            ["role": "admin", "exp": 1], [:], ["exp": 1], ["sub": "u", "iat": 1, "exp": 1],
            ["sub": "u", "email": "j@soap.example", "email_verified": true, "exp": 1, "scope": "openid"],
            ["sub": "u", "aud": "web", "given_name": "J", "family_name": "S", "exp": 1],
            ["userId": "u", "scope": "read"],
        ] as [JSONObject])
    func unknown(claims: JSONObject) throws {
        let recognition = SystemRecognition(of: try token(claims, keyID: "k1"))
        #expect(recognition.best == nil, "\(recognition.text)")
        #expect(recognition.text == "a token for none of the systems that this tool knows")
    }

    @Test(
        "tell the system of a token with mistakes by what no other token has",
        arguments: [
            ("zendesk-messaging", ["external_id": "1"], nil), ("zendesk-messaging", ["sub": "1"], "app_5963ceb97cde"),
            ("tiledesk", ["aud": "https://tiledesk.com/projects/p", "exp": 1], nil),
            ("freshdesk-web-chat", ["freshchat_uuid": 1], nil), ("ferndesk", ["customAttributes": [:]], nil),
        ] as [(String, JSONObject, String?)])
    func mistakes(id: String, claims: JSONObject, keyID: String?) throws {
        #expect(SystemRecognition(of: try token(claims, keyID: keyID)).best?.id == id)
    }

    @Test("take a constant with another value for no mark of a system")
    func constants() throws {
        let scores = try ["user", "read"].map { scope in
            ZendeskMessaging.profile.match(for: try token(["external_id": "1", "scope": .string(scope)])).score
        }
        #expect(scores[0] > scores[1])
    }

    @Test("tell what a token says of its account")
    func account() throws {
        let zendesk = ClaimedAccount(of: try token([:], keyID: "app_1"))
        #expect(zendesk.keyID == "app_1" && zendesk.projectID == nil)
        for (audience, id) in [
            ("https://tiledesk.com/projects/abc", "abc"), ("https://tiledesk.com/projects/abc/x", "abc"),
            ("https://tiledesk.com/projects/", nil), ("https://tiledesk.com/projects/a%20b", nil), ("projects", nil),
            ("", nil),
        ] as [(String, String?)] {
            #expect(ClaimedAccount(of: try token(["aud": .string(audience)])).projectID == id, "\(audience)")
        }
        #expect(ClaimedAccount(of: try token(["aud": ["https://tiledesk.com/projects/abc"]])).projectID == nil)
    }

    // MARK: Verdicts

    private func report(by judge: Judge, secret: String?, claims: JSONObject, policy: ValidationPolicy) throws
        -> VerdictReport
    {
        let text = try JWTSigner(key: key).sign(JWTClaims(claims))
        let other = try secret.map { try HS256Key(utf8: $0) } ?? key
        let findings = try JWTVerifier(key: other, policy: policy).diagnose(text, secretText: secret, at: now)
        return VerdictReport(by: judge, findings, claims: JSONObject(), DateText(at: now))
    }

    @Test("of the verifier need no vendor to refuse a token")
    func verifier() throws {
        let policy = ValidationPolicy(issuer: "me")
        let good = try report(by: .verifier, secret: nil, claims: ["iss": "me", "exp": 1_767_226_500], policy: policy)
        #expect(good.verdict == .accepted)
        let bad = try report(by: .verifier, secret: nil, claims: ["iss": "you", "exp": 1_767_226_500], policy: policy)
        #expect(bad.verdict == .refusedByVendor)
        var page = Page()
        bad.write(to: &page)
        #expect(page.text.hasPrefix("refused: this is not a valid HS256 JSON Web Token (1 error)\n"))
        #expect(!page.text.contains("Who: "))
        let vendor = try report(
            by: .vendor(Ferndesk.profile), secret: nil, claims: ["iss": "you", "exp": 1_767_226_500], policy: policy)
        page = Page()
        vendor.write(to: &page)
        #expect(page.text.contains("\n  Who: this tool; the vendor is not known to look\n"))
        // The secret that was given has a line break at its end, so nothing is known of the token.
        let doubtful = try report(
            by: .verifier, secret: "k3Vx9-Lq2_Wm7Tz4Rb8Ny6Pd1Hs5Gf0Jc\n", claims: ["iss": "me", "exp": 1_767_226_500],
            policy: policy)
        #expect(doubtful.verdict == .refusedHere)
        page = Page()
        doubtful.write(to: &page)
        #expect(page.text.hasPrefix("refused here: the secret that the token was checked with is wrong"))
    }
}

@Suite("Pages")
struct PageTests {
    @Test("are as wide as the reader's, within limits", arguments: [(10, 40), (60, 60), (80, 80), (200, 80)])
    func width(asked: Int, width: Int) throws {
        var page = Page(width: asked)
        #expect(page.width == width)
        page.paragraph(String(repeating: "word ", count: 100))
        let longest = page.text.split(separator: "\n").map(\.count).max() ?? 0
        #expect((width - 5...width).contains(longest))
    }

    @Test("put a meaning below its term if there is no room beside it")
    func entries() throws {
        var wide = Page(width: 80)
        wide.entry("term", "meaning")
        #expect(wide.text == "  term                    meaning\n")
        var narrow = Page(width: 60)
        narrow.entry("term", "meaning")
        #expect(narrow.text == "  term\n      meaning\n")
    }

    @Test("have color only where it is wanted")
    func color() throws {
        var page = Page(hasColors: true)
        page.line("x", .bad)
        #expect(page.text == "\u{1B}[1;31mx\u{1B}[0m\n")
    }
}

@Suite("Reports of secrets")
struct SecretReportTests {
    @Test(
        "have a verdict and never the secret",
        arguments: [
            ("k3Vx9-Lq2_Wm7Tz4Rb8Ny6Pd1Hs5Gf0Jc", "in order: ", "in-order"),
            ("k3Vx9aLq2bWm7Tz4Rb8Ny6Pd1Hs5Gf0Jck3V", "in order: ", "in-order"),
            ("k3Vx9-Lq2_Wm7Tz4Rb8Ny6Pd1Hs5Gf0Jc\n", "doubtful: ", "doubtful"),
            ("-----BEGIN PUBLIC KEY-----\nk3Vx9-Lq2_Wm7Tz4Rb8Ny6Pd1Hs5Gf0Jc", "wrong: ", "wrong"),
            ("", "wrong: ", "wrong"),
        ])
    func verdicts(secret: String, label: String, verdict: String) throws {
        let report = SecretReport(Array(secret.utf8))
        var page = Page()
        report.write(to: &page)
        #expect(page.text.hasPrefix(label))
        #expect(report.json["verdict"] == .string(verdict))
        #expect(report.isInOrder == (verdict == "in-order"))
        #expect(!page.text.contains("Wm7Tz4") && !report.json.line.contains("Wm7Tz4"))
    }
}
