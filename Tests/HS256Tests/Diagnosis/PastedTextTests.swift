import HS256
import TestSupport
import Testing

/// What a diagnosis says of a text in which a token is, or in which one should be.
struct PastedTextTests {
    private let token: String
    private let verifier: JWTVerifier

    init() throws {
        token = try Sample.token()
        verifier = try JWTVerifier(key: Sample.key)
    }

    private func findings(_ text: String) -> [Finding] {
        verifier.diagnose(text, secretText: Sample.secret, at: Sample.now)
    }

    /// A good token is found in all of these, so the wrapping is the only error.
    @Test(arguments: [
        ("Bearer %", "\"Bearer\""), ("bearer  %", "\"Bearer\""), ("JWT %", "\"JWT\""), ("JWT%", "\"JWT\""),
        ("\"%\"", "quotation marks"), ("'%'", "quotation marks"), ("\u{201C}%\u{201D}", "typographic"),
        ("`%`", "backticks"),
        ("```\n%\n```", "backticks"), ("(%)", "parentheses"), ("<%>", "angle brackets"), ("[%]", "array"),
        ("%;", "semicolon"), ("%,", "comma"), ("%.", "a period"), ("%\n", "a line break after it"),
        (" % ", "white space"),
        ("b'%'", "Python bytes"), ("b\"%\"", "Python bytes"), ("Optional(\"%\")", "optional"),
        ("Some(\"%\")", "optional"),
        ("{\"token\":\"%\",\"x\":1}", "field \"token\""), ("{\"a\":{\"jwt\": \"%\"}}", "field \"jwt\""),
        ("[\"%\"]", "array"), ("https://x.example/?jwt=%&a=b", "URL"), ("/auth?token=%", "URL"),
        ("s:%.c2lnbmF0dXJl", "cookie"),
        ("Set-Cookie: jwt=%; Path=/; HttpOnly", "cookie"), ("Authorization: Bearer %", "Authorization"),
        ("const token = \"%\";", "program code"), ("zE('messenger', 'loginUser', '%')", "program code"),
        ("curl -H 'Authorization: Bearer %' https://x.example", "Authorization"), ("TOKEN=%", "assignment"),
        ("<token>%</token>", "element"), ("2026-11-24 10:00:00 INFO token %", "log line"),
        ("the token: % - thanks", "other text"),
        ("string(180) \"%\"", "var_dump"),
    ])
    func surroundings(_ form: String, _ what: String) {
        let findings = findings(form.replacing("%", with: token))
        #expect(findings.map(\.severity) == [.error], "\(findings)")
        #expect(
            findings.first?.message.contains("around the token: ") == true && findings[0].message.contains(what),
            "\(findings)")
    }

    @Test(arguments: [
        ("%22", "percent-encoded"), ("&quot;", "HTML entities"), ("\\\"", "backslashes"),
    ])
    func layersAround(_ mark: String, _ what: String) {
        let findings = findings(mark + token + mark)
        #expect(findings.map(\.severity) == [.error] && findings[0].message.contains(what), "\(findings)")
    }

    @Test func layersInside() {
        let dots = token.replacing(".", with: "%2E")
        #expect(findings(dots)[0].message.contains("percent-encoded"))
        for scalar in ["\u{200B}", "\u{AD}", "\u{FEFF}", "\u{2060}"] {
            var text = token
            text.insert(contentsOf: scalar, at: text.index(text.startIndex, offsetBy: 50))
            #expect(findings(text).map(\.severity) == [.error])
            #expect(findings(text)[0].message.contains("invisible"))
        }
        #expect(findings(Base64URL.encode(token.utf8)).first?.message.contains("base64-encoded once more") == true)
    }

    @Test func brokenOverLines() {
        for gap in ["\n", "\r\n", "\n    ", "=\r\n"] {
            var text = token
            text.insert(contentsOf: gap, at: text.index(text.startIndex, offsetBy: 76))
            let found = findings(text)
            #expect(found.map(\.severity) == [.error], "\(gap.debugDescription) \(found)")
            let what = gap.hasPrefix("=") ? "quoted-printable" : "several lines"
            #expect(found[0].message.contains(what))
        }
        #expect(findings(token.replacing(".", with: ".\n"))[0].message.contains("several lines"))
    }

    @Test func moreThanOne() throws {
        #expect(findings(token + "\n" + token)[0].message == "the same token is here twice")
        #expect(findings(token + "\n" + (try Sample.token("{\"exp\":1}")))[0].message.contains("two tokens"))
        #expect(findings(token + ".c29tZXRoaW5n")[0].message.contains("appended after the signature"))
    }

    @Test(arguments: [
        ("undefined", "JavaScript's undefined"), ("null", "null"), ("None", "Python's None"),
        ("[object Object]", "object"),
        ("[object Promise]", "Promise"), ("Promise { <pending> }", "Promise"), ("Array", "PHP"),
        ("JWT ", "only the prefix"),
        ("{{ token }}", "placeholder"), ("YOUR_JWT_HERE", "placeholder"), ("<%= token %>", "placeholder"),
        ("<!doctype html><html></html>", "HTML"), ("Your session has expired", "text"), ("Please sign in here", "text"),
        (
            "<!doctype html><html><a href=\"/saml/login\">x</a><script>new Promise(f)</script>"
                + String(repeating: " ", count: 200) + "</html>", "HTML"
        ), ("<?xml version=\"1.0\"?><a/>", "XML"),
        ("{\"error\":\"unauthorized\"}", "JSON error"), ("{\"email\":\"a@b.example\"}", "never signed"),
        ("{\"payload\":\"e30\",\"signature\":\"AA\"}", "JWS JSON"), ("jane@soap.example", "e-mail address"),
        ("6d1c2b90-3f4e-4a7d-8b5c-0e9f1a2b3c4d", "UUID"), ("v4.local.AAAAAAAA", "PASETO"),
        ("https://x.example/token", "URL"),
        ("/var/run/token.txt", "path"), ("function () { return 1 }", "program code"), ("12345678", "a number"),
        ("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "hexadecimal"),
        ("c2Vzc2lvbi1pZC0xMjM0", "session ID"),
        ("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0", "only two parts"), ("eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0", "unsigned"),
        ("eyJhbGciOiJIUzI1NiIsInR5cCI6", "cut off"), ("eyJhbGciOiJIUzI1NiJ9.eyJz...", "shortened"),
    ])
    func notAToken(_ text: String, _ what: String) {
        let findings = findings(text)
        #expect(findings.count == 1 && findings[0].severity == .error, "\(findings)")
        #expect(findings[0].message.contains(what), "\(findings[0].message)")
        #expect(!findings[0].remedy.isEmpty)
    }

    /// The secret is told by the key alone, and is never repeated.
    @Test func theSecretItself() throws {
        for secretText in [nil, Sample.secret] {
            let findings = verifier.diagnose(Sample.secret, secretText: secretText, at: Sample.now)
            #expect(findings[0].message == "this is the shared secret itself, not a token")
            #expect(!"\(findings)".contains(Sample.secret))
        }
    }
}
