import Foundation
import HS256
import Testing

@Suite("check without a system")
struct RecognitionTests {
    private static let visitors: [String: [String]] = Dictionary(
        uniqueKeysWithValues: SecretRun.systems.map { ($0.name, $0.account + $0.visitor) })

    @Test("recognizes the system, says so, and comes to the same verdict", arguments: Tokens.systems)
    func recognizes(system: String) throws {
        let arguments = try #require(Self.visitors[system])
        let signed = try ToolRun(["sign", system] + arguments + ["--at", Tokens.now])
        let token = Data(signed.output.utf8)
        let run = try ToolRun(["check", "--at", Tokens.now], input: token)
        #expect(run.status == 0, "\(run.output)")
        #expect(run.firstLine.hasPrefix("accepted: "))
        #expect(run.output.contains("\n  Recognized: a token for ") && run.output.contains("(\(system)"))
        let json = try ToolRun(["check", "--json", "--at", Tokens.now], input: token)
        #expect(json.output.contains("\"system\":\"\(system)\""))
        #expect(json.output.contains("\"assumptions\":[\"Recognized: "))
        // A secret that is not the one of the token.
        let refused = try ToolRun(
            ["check", "--at", Tokens.now], secret: "another-secret-of-thirty-two-bytes", input: token)
        #expect(refused.status == 1)
        #expect(refused.output.contains("[jwt.signature.mismatch]"))
    }

    @Test("recognizes a token with other text around it, and a widget's argument")
    func wrapped() throws {
        let token = try ToolRun("sign", "tiledesk", "--project-id", "p", "--id", "1", "--widget-argument").output
        #expect(token.hasPrefix("JWT "))
        #expect(try ToolRun(["check"], input: Data(token.utf8)).status == 0)
        let bearer = try ToolRun(["check", "--at", Tokens.now], input: Data("Bearer \(try Tokens.good())".utf8))
        #expect(bearer.status == 1)
        #expect(bearer.output.contains("Recognized: a token for Zendesk messaging"))
        #expect(bearer.output.contains("[jwt.token.wrapped]"))
    }

    @Test("takes the ID of the key and of the project from the token, says so, and compares one that is given")
    func account() throws {
        let token = Data(try Tokens.good().utf8)
        let taken = try ToolRun(["check", "zendesk-messaging", "--at", Tokens.now], input: token)
        #expect(taken.status == 0)
        #expect(taken.output.contains("\n  Key ID: taken from the token; --key-id compares it with yours.\n"))
        let compared = try ToolRun(["check", "--key-id", Tokens.keyID, "--at", Tokens.now], input: token)
        #expect(compared.status == 0)
        #expect(!compared.output.contains("Key ID:"))
        let other = try ToolRun(["check", "--key-id", "app_other", "--at", Tokens.now], input: token)
        #expect(other.status == 1)
        #expect(other.output.contains("[zendesk-messaging.kid.other]"))
        let project = try ToolRun("sign", "tiledesk", "--project-id", "p", "--id", "1").output
        #expect(
            try ToolRun(["check", "tiledesk"], input: Data(project.utf8)).output.contains(
                "  Project: taken from the token;"))
        let wrong = try ToolRun(["check", "tiledesk", "--project-id", "q"], input: Data(project.utf8))
        #expect(wrong.status == 1)
        #expect(!wrong.output.contains("Project: "))
    }

    @Test("names a key that is not there as missing, not as the one that was assumed")
    func noKeyID() throws {
        let token = try JWTSigner(key: HS256Key(utf8: ToolRun.secret)).sign(
            payload: "{\"external_id\":\"1\",\"scope\":\"user\",\"exp\":1767226500}".utf8)
        let run = try ToolRun(["check", "zendesk-messaging", "--at", Tokens.now], input: Data(token.utf8))
        #expect(run.status == 1)
        #expect(run.output.contains("error: \"kid\" is missing"))
        #expect(
            !run.output.contains("YOUR-KEY-ID")
                && run.output.contains("Key ID: the token names none."))
    }

    @Test("checks a token for no system as any other")
    func unknown() throws {
        let token = try ToolRun("sign", "jwt", "--issuer", "me", "--at", Tokens.now).output
        let run = try ToolRun(["check", "--at", Tokens.now], input: Data(token.utf8))
        #expect(run.status == 0)
        #expect(run.firstLine == "accepted: this is a valid HS256 JSON Web Token")
        #expect(run.output.contains("Recognized: a token for none of the systems"))
        for text in ["", "hello", "undefined", "a.b.c"] {
            let none = try ToolRun(["check"], input: Data(text.utf8))
            #expect(none.status == 1, "\(text)")
            #expect(none.firstLine.hasPrefix("refused: this is not a valid HS256 JSON Web Token"))
        }
    }

    @Test("says which system a token is for that is checked for another")
    func wrongSystem() throws {
        let run = try ToolRun(["check", "ferndesk", "--at", Tokens.now], input: Data(try Tokens.good().utf8))
        #expect(run.status == 1)
        #expect(run.output.replacing("\n  ", with: " ").contains("a token for Zendesk messaging"))
    }

    @Test("refuses an option of another system than the one that it recognizes")
    func foreignOption() throws {
        let run = try ToolRun(["check", "--project-id", "p", "--at", Tokens.now], input: Data(try Tokens.good().utf8))
        #expect(run.status == 2)
        #expect(
            run.sentence
                == "helpdesk-jwt: --project-id is for tiledesk, and this token looks like one for zendesk-messaging.")
        #expect(run.errors.hasSuffix("Name the system: helpdesk-jwt check tiledesk.\n"))
        let none = try ToolRun(["check", "--key-id", "a", "--project-id", "b"], input: Data("hello".utf8))
        #expect(none.status == 2)
        #expect(none.sentence.hasSuffix("and this token looks like none for a help desk."))
    }

    @Test("diagnoses what is no token as one for the system whose options there are")
    func noToken() throws {
        for (options, system) in [(["--key-id", "a"], "zendesk-messaging"), (["--kid", "a"], "jwt"), ([], "jwt")] {
            let run = try ToolRun(["check", "--json"] + options, input: Data("undefined".utf8))
            #expect(run.status == 1)
            #expect(run.output.contains("\"system\":\"\(system)\""), "\(run.output)")
        }
    }

    @Test("takes the name of a file, also one that looks like the name of a system")
    func file() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let token = try Tokens.good()
        for name in ["token.txt", "zendesk", "token"] {
            _ = try folder.path(name, token)
            let run = try ToolRun.shell("cd '\(folder.url("").path)' && $tool check \(name) --at \(Tokens.now)")
            #expect(run.status == 0, "\(run.errors)")
        }
        let missing = try ToolRun("check", "no/such.file")
        #expect(missing.status == 3)
        #expect(missing.sentence.contains("there is no such file"))
    }
}

@Suite("jwt")
struct JWTKindTests {
    private static let sign = ["sign", "jwt", "--at", Tokens.now]
    private static let check = ["check", "jwt", "--at", Tokens.now]

    private func claims(_ arguments: [String]) throws -> UnverifiedJWT {
        let run = try ToolRun(Self.sign + arguments)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.errors.isEmpty)
        return try UnverifiedJWT(unverified: run.firstLine)
    }

    @Test("signs what the options say")
    func signs() throws {
        let bare = try claims([])
        #expect(bare.header == ["alg": "HS256", "typ": "JWT"])
        #expect(bare.claims == ["iat": 1_767_225_600, "exp": 1_767_226_500])
        let full = try claims([
            "--issuer", "https://id.example", "--audience", "api", "--kid", "k1", "--lifetime", "2h", "--claim",
            "sub=\"u-1\"", "--claim", "admin=true",
        ])
        #expect(full.header == ["alg": "HS256", "typ": "JWT", "kid": "k1"])
        #expect(
            full.claims == [
                "iss": "https://id.example", "aud": "api", "iat": 1_767_225_600, "exp": 1_767_232_800, "sub": "u-1",
                "admin": true,
            ])
        #expect(try claims(["--audience", "a", "--audience", "b"]).claims["aud"] == ["a", "b"])
    }

    @Test(
        "compares what the options say",
        arguments: [
            ([], 0, ""), (["--issuer", "me"], 0, ""), (["--issuer", "you"], 1, "jwt.iss.mismatch"),
            (["--audience", "api"], 0, ""), (["--audience", "web"], 1, "jwt.aud.mismatch"),
            (["--audience", "web", "--audience", "api"], 0, ""), (["--kid", "k1"], 0, ""),
            (["--kid", "k2"], 1, "jwt.kid.unknown"),
        ] as [([String], Int32, String)])
    func compares(options: [String], status: Int32, code: String) throws {
        let token = try ToolRun(Self.sign + ["--issuer", "me", "--audience", "api", "--kid", "k1"]).output
        let run = try ToolRun(Self.check + options, input: Data(token.utf8))
        #expect(run.status == status, "\(run.output)")
        #expect(run.output.contains("[\(code)]") || code.isEmpty)
        #expect(run.output.contains("Issuer: not compared") == !options.contains("--issuer"))
        #expect(run.output.contains("Audience: not compared") == !options.contains("--audience"))
        #expect(run.output.contains("Key ID: not compared") == !options.contains("--kid"))
    }

    @Test("allows the clocks to be apart as far as is said")
    func leeway() throws {
        let token = try ToolRun(Self.sign + ["--lifetime", "60s"]).output
        let late = ["check", "jwt", "--at", "2026-01-01T00:01:30Z"]
        #expect(try ToolRun(late, input: Data(token.utf8)).status == 1)
        #expect(try ToolRun(late + ["--leeway", "30s"], input: Data(token.utf8)).status == 1)
        #expect(try ToolRun(late + ["--leeway", "31s"], input: Data(token.utf8)).status == 0)
    }

    @Test("says of a token without an end that it has none")
    func endless() throws {
        let token = try JWTSigner(key: HS256Key(utf8: ToolRun.secret)).sign(payload: "{\"sub\":\"1\"}".utf8)
        let run = try ToolRun(Self.check, input: Data(token.utf8))
        #expect(run.status == 0)
        #expect(run.output.contains("Expiration: none; the token never expires."))
    }

    @Test("says of a token without a key ID that it has none")
    func noKeyID() throws {
        let run = try ToolRun(Self.check + ["--kid", "k1"], input: Data(try ToolRun(Self.sign).output.utf8))
        #expect(run.output.contains("Key ID: the token names none."))
    }

    @Test("signs no token that ends after the calendar does")
    func endOfTime() throws {
        let run = try ToolRun(Self.sign + ["--lifetime", "9999999999d"])
        #expect(run.status == 2)
        #expect(run.sentence.contains("--lifetime reaches past the year 9999"))
    }

    @Test("tells a wrong secret here from a token that is not valid")
    func secretHere() throws {
        let token = Data(try ToolRun(Self.sign).output.utf8)
        #expect(try ToolRun(Self.check, secret: ToolRun.secret + "\n", input: token).status == 4)
        #expect(try ToolRun(Self.check, secret: "another-secret-of-thirty-two-bytes", input: token).status == 1)
    }
}
