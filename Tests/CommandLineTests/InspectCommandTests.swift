import Foundation
import HS256
import Testing

@Suite("inspect")
struct InspectCommandTests {
    @Test("says first that nothing is verified, then header, claims, dates and signature")
    func shows() throws {
        let token = try Tokens.signed([
            "iat": 1_767_052_800, "nbf": 1_767_225_600, "exp": 1_767_226_440, "name": "Zoë",
            "more": ["a": [1, [:], []]],
        ])
        let run = try ToolRun("inspect", "--at", Tokens.now, secret: nil, input: token)
        #expect(run.status == 0)
        #expect(
            run.output == """
                NOT VERIFIED: anybody can have written this. To verify it, use check.

                Header
                {
                  "alg": "HS256",
                  "typ": "JWT",
                  "kid": "app_5963ceb97cde542d000dbdb1"
                }

                Claims
                {
                  "iat": 1767052800,
                  "nbf": 1767225600,
                  "exp": 1767226440,
                  "name": "Zoë",
                  "more": {
                    "a": [
                      1,
                      {},
                      []
                    ]
                  }
                }

                Dates
                now  2026-01-01 00:00:00 UTC
                iat  2025-12-30 00:00:00 UTC, 2 days ago
                nbf  2026-01-01 00:00:00 UTC, now
                exp  2026-01-01 00:14:00 UTC, in 14 minutes

                Looks like a token for Zendesk messaging (zendesk-messaging): it has "kid" in
                           the header
                Signature  32 bytes, as HS256 has; whether it is good was not looked at

                """)
    }

    @Test("says which system a token is for, and why")
    func likeness() throws {
        let run = try ToolRun("inspect", input: try Tokens.good())
        #expect(
            run.output.contains("Looks like a token for Zendesk messaging (zendesk-messaging): it has \"kid\""))
        let json = try ToolRun("inspect", "--json", input: try Tokens.good()).output
        #expect(json.contains("\"system\":\"zendesk-messaging\""))
    }

    @Test("names what is around the token and shows the inside")
    func wrapped() throws {
        let run = try ToolRun("inspect", input: " \"Bearer \(try Tokens.good())\"\n\n")
        #expect(run.status == 0)
        #expect(
            run.output.replacing("\n  ", with: " ").contains(
                "Form: there is something around the token: quotation marks, the prefix \"Bearer\"."))
        #expect(run.output.contains("\"external_id\": \"12345678\""))
    }

    @Test("is not kept busy by thousands of quotation marks")
    func manyWrappings() throws {
        let quotes = String(repeating: "\"", count: 20_000)
        let run = try ToolRun("inspect", input: quotes + (try Tokens.good()) + quotes)
        #expect(run.status == 0)
        #expect(run.lines.count < 50)
    }

    @Test(
        "says of dates that are none why",
        arguments: [
            ("1767225600000", "In milliseconds it would be 2026-01-01 00:00:00 UTC"), ("\"1767225600\"", "not a date"),
            ("-1", "not a date: it must be a number of seconds"), ("null", "not a date"), ("1e99", "not a date"),
        ])
    func badDates(value: String, text: String) throws {
        let token = Tokens.unsigned(header: "{}", claims: "{\"exp\":\(value)}")
        let output = try ToolRun("inspect", input: token).output
        #expect(output.replacing("\n     ", with: " ").contains(text))
    }

    @Test("reads dates up to the end of the calendar")
    func lastDate() throws {
        let token = Tokens.unsigned(header: "{}", claims: "{\"exp\":253402300799,\"iat\":0}")
        let output = try ToolRun("inspect", input: token).output
        #expect(output.contains("exp  9999-12-31 23:59:59 UTC, in "))
        #expect(output.contains("iat  1970-01-01 00:00:00 UTC, "))
    }

    @Test("tells signatures of other lengths")
    func signatures() throws {
        #expect(try ToolRun("inspect", input: "e30.e30.").output.contains("Signature  none"))
        #expect(try ToolRun("inspect", input: "e30.e30.AAAA").output.contains("Signature  3 bytes, where HS256 has 32"))
    }

    @Test(
        "says of what is no token why, with status 1",
        arguments: [
            ("hello", "a token has three parts"), ("undefined", "JavaScript's undefined"),
            ("{\"token\":1}", "this is a JSON object of claims"),
            ("a.b.c.d.e", "encrypted"),
            ("e30.e.e30", "the signature has 3 characters"), ("bm8.e30.", "the header is not a JSON object"),
        ])
    func noToken(text: String, reason: String) throws {
        let run = try ToolRun("inspect", input: text)
        #expect(run.status == 1)
        #expect(run.firstLine == "no token: this text cannot be taken apart as one")
        #expect(run.output.contains(reason))
    }
}
