import Foundation
import Testing

@Suite("--json")
struct JSONOutputTests {
    private func object(_ run: ToolRun) throws -> [String: Any] {
        #expect(run.lines.count == 2 && run.lines.last == "", "one line")
        return try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    }

    @Test("of check, for a good token")
    func accepted() throws {
        let run = try ToolRun(Tokens.check + ["--json"], input: Data(try Tokens.good().utf8))
        let object = try object(run)
        #expect(run.status == 0)
        #expect(
            Set(object.keys) == ["verdict", "system", "symptom", "findings", "checkedAt", "dates", "assumptions"])
        #expect(object["checkedAt"] as? String == "2026-01-01T00:00:00Z")
        #expect(object["dates"] as? [String: String] == ["exp": "2026-01-01T00:15:00Z"])
        #expect((object["assumptions"] as? [Any])?.isEmpty == true)
        #expect(object["verdict"] as? String == "accepted")
        #expect(object["system"] as? String == "zendesk-messaging")
        #expect(object["symptom"] is NSNull)
        #expect((object["findings"] as? [Any])?.isEmpty == true)
    }

    @Test("of check, for a bad token")
    func refused() throws {
        let token = try Tokens.signed(
            [
                "external_id": "1", "name": "J", "email": "j@x.example", "email_verified": true, "exp": 1_767_225_000,
            ], secret: "another")
        let run = try ToolRun(Tokens.check + ["--json"], input: Data(token.utf8))
        let object = try object(run)
        #expect(run.status == 1)
        #expect(object["verdict"] as? String == "refused")
        #expect((object["symptom"] as? String)?.contains("401") == true)
        let findings = try #require(object["findings"] as? [[String: Any]])
        #expect(
            findings.map { $0["code"] as? String } == [
                "jwt.signature.mismatch", "jwt.exp.passed", "zendesk-messaging.scope.missing",
            ])
        #expect(findings.map { $0["authenticated"] as? Bool } == [true, false, false])
        #expect(findings.map { $0["severity"] as? String } == ["error", "error", "error"])
        #expect(findings[0]["claim"] is NSNull)
        #expect(findings[1]["claim"] as? String == "exp")
        for finding in findings {
            #expect(
                Set(finding.keys)
                    == [
                        "severity", "code", "claim", "message", "remedy", "symptom", "source", "authority",
                        "authenticated",
                    ])
            for key in ["message", "remedy", "symptom", "source"] {
                #expect((finding[key] as? String)?.isEmpty == false)
            }
        }
    }

    @Test("of inspect")
    func inspected() throws {
        let run = try ToolRun("inspect", "--json", input: try Tokens.good())
        let object = try object(run)
        #expect(run.status == 0)
        #expect(
            Set(object.keys)
                == ["verdict", "system", "findings", "header", "claims", "signatureByteCount", "dates"])
        #expect(object["dates"] as? [String: String] == ["exp": "2026-01-01T00:15:00Z"])
        #expect(object["verdict"] as? String == "unverified")
        #expect((object["header"] as? [String: Any])?["kid"] as? String == Tokens.keyID)
        #expect((object["claims"] as? [String: Any])?["exp"] as? Int == 1_767_226_500)
        #expect(object["signatureByteCount"] as? Int == 32)
    }

    @Test("of inspect, for what is no token")
    func unreadable() throws {
        let run = try ToolRun("inspect", "--json", input: "hello")
        let object = try object(run)
        #expect(run.status == 1)
        #expect(object["verdict"] as? String == "unreadable")
        #expect(object["claims"] is NSNull)
        #expect((object["findings"] as? [[String: Any]])?.first?["code"] as? String == "jwt.token.segments")
    }

    @Test("keeps every digit of a number and every character of a text")
    func exact() throws {
        let token = Tokens.unsigned(
            header: "{}", claims: #"{"n":1.2300000000000000000001e5,"t":"\u001b\u202e\ud83d\ude00\\"}"#)
        let run = try ToolRun("inspect", "--json", input: token)
        #expect(run.output.contains("\"n\":1.2300000000000000000001e5"))
        let claims = try object(run)["claims"] as? [String: Any]
        #expect(claims?["t"] as? String == "\u{1B}\u{202E}\u{1F600}\\")
    }
}
