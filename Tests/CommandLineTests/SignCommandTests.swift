import Foundation
import HS256
import Testing

@Suite("sign")
struct SignCommandTests {
    @Test("prints the token alone on one line")
    func printsToken() throws {
        let run = try ToolRun(Tokens.sign + ["--name", "Jane Soap"])
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
        #expect(run.output == run.firstLine + "\n")
        let token = try UnverifiedJWT(unverified: run.firstLine)
        #expect(token.header == ["alg": "HS256", "typ": "JWT", "kid": .string(Tokens.keyID)])
        #expect(
            token.claims
                == ["external_id": "12345678", "exp": 1_767_226_500, "name": "Jane Soap", "scope": "user"])
    }

    @Test("is verified by the library under the same secret, and by no other")
    func isVerified() throws {
        let run = try ToolRun(Tokens.sign)
        let policy = ValidationPolicy()
        let good = try JWTVerifier(key: HS256Key(utf8: ToolRun.secret), policy: policy)
        #expect(throws: Never.self) { try good.verify(run.firstLine, at: 1_767_225_600) }
        let other = try JWTVerifier(key: HS256Key(utf8: ToolRun.secret + "x"), policy: policy)
        #expect(throws: HS256Error(.signatureMismatch)) { try other.verify(run.firstLine, at: 1_767_225_600) }
    }

    @Test(
        "takes lifetimes with and without a unit",
        arguments: [
            ("1", 1), ("900", 900), ("90s", 90), ("15m", 900), ("2h", 7_200), ("1d", 86_400), ("010", 10),
        ])
    func lifetimes(text: String, seconds: Int64) throws {
        let run = try ToolRun(Tokens.sign + ["--lifetime", text])
        #expect(run.status == 0)
        let claims = JWTClaims(try UnverifiedJWT(unverified: run.firstLine).claims)
        #expect(claims.expiration?.unixSeconds == 1_767_225_600 + seconds)
    }

    @Test(
        "refuses other lifetimes",
        arguments: ["0", "-5", "1h30m", "m", "1.5h", "1w", "99999999999999999999", "9e3", "９"])
    func badLifetimes(text: String) throws {
        let run = try ToolRun(Tokens.sign + ["--lifetime", text])
        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        #expect(run.sentence.contains("--lifetime takes"))
    }

    @Test("signs without --at by the clock, for a quarter of an hour")
    func clock() throws {
        let before = NumericDate.now.unixSeconds
        let run = try ToolRun("sign", "zendesk-messaging", "--key-id", "a", "--id", "1")
        let expiration = JWTClaims(try UnverifiedJWT(unverified: run.firstLine).claims).expiration
        #expect((before + 900...NumericDate.now.unixSeconds + 900).contains(expiration?.unixSeconds ?? 0))
    }

    @Test("writes e-mail and verification together")
    func email() throws {
        let verified = try ToolRun(Tokens.sign + ["--email", "jane@soap.example", "--email-verified"])
        let claims = try UnverifiedJWT(unverified: verified.firstLine).claims
        #expect(claims["email"] == "jane@soap.example")
        #expect(claims["email_verified"] == true)
        #expect(verified.errors.isEmpty)
    }

    @Test("warns on standard error that an unverified e-mail is ignored, and signs all the same")
    func unverifiedEmail() throws {
        let run = try ToolRun(Tokens.sign + ["--email", "jane@soap.example", "--email-unverified"])
        #expect(run.status == 0)
        #expect(try UnverifiedJWT(unverified: run.firstLine).claims["email_verified"] == false)
        #expect(
            run.sentence == "helpdesk-jwt: warning: Zendesk ignores the e-mail, because \"email_verified\" is not true."
        )
    }

    @Test(
        "refuses an e-mail of which it is not said whether it is verified",
        arguments: [
            (["--email", "a@b.example"], "--email needs"),
            (["--email", "a@b.example", "--email-verified", "--email-unverified"], "not both"),
            (["--email-verified"], "need an --email"), (["--email-unverified"], "need an --email"),
            (["--email", "nobody", "--email-verified"], "not an e-mail address"),
        ])
    func badEmail(options: [String], reason: String) throws {
        let run = try ToolRun(Tokens.sign + options)
        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        #expect(run.sentence.contains(reason))
    }

    @Test("adds claims of any JSON, in their order")
    func claims() throws {
        let run = try ToolRun(
            Tokens.sign + ["--claim", "plan=\"a=b\"", "--claim", "seats=1.50", "--claim", "more={\"x\":[null,true]}"])
        let members = try UnverifiedJWT(unverified: run.firstLine).claims.members.suffix(3)
        #expect(members.map(\.name) == ["plan", "seats", "more"])
        #expect(members.map(\.value.description) == ["\"a=b\"", "1.50", "{\"x\":[null,true]}"])
    }

    @Test(
        "refuses claims that are not JSON, stand twice or have a meaning of their own",
        arguments: [
            (["--claim", "plan=pro"], "not JSON"), (["--claim", "plan="], "not JSON"),
            (["--claim", "plan"], "NAME=JSON"),
            (["--claim", "=1"], "NAME=JSON"), (["--claim", "a=1", "--claim", "a=2"], "same name"),
            (["--claim", "scope=\"admin\""], "\"scope\" cannot be set"),
            (["--claim", "a={\"b\":1,\"b\":2}"], "stands twice"),
        ])
    func badClaims(options: [String], reason: String) throws {
        let run = try ToolRun(Tokens.sign + options)
        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        #expect(run.sentence.contains(reason))
    }

    @Test("refuses a time that is none", arguments: ["1767225600000", "-1", "now", "1.5", ""])
    func badTime(text: String) throws {
        let run = try ToolRun("sign", "zendesk-messaging", "--key-id", "a", "--id", "1", "--at", text)
        #expect(run.status == 2)
        #expect(run.sentence.contains("--at"))
    }

    @Test("refuses an external id that Zendesk would not take")
    func longExternalID() throws {
        let id = String(repeating: "x", count: 256)
        let run = try ToolRun("sign", "zendesk-messaging", "--key-id", "a", "--id", id)
        #expect(run.status == 2)
        #expect(run.sentence.contains("more than 255 characters"))
    }

    @Test("what it signs, check accepts")
    func roundTrip() throws {
        let run = try ToolRun.shell(
            "$tool sign zendesk-messaging --key-id a --id 1 --name J --email j@x.example --email-verified"
                + " | $tool check zendesk-messaging --key-id a")
        #expect(run.status == 0)
        #expect(run.firstLine == "accepted: Zendesk messaging accepts this token, as far as its rules are known")
    }
}
