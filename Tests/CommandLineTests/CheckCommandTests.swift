import Foundation
import HS256
import Testing

@Suite("check")
struct CheckCommandTests {
    @Test("says of a good token that it is accepted, and its dates")
    func accepted() throws {
        let run = try ToolRun(Tokens.check, input: Data(try Tokens.good().utf8))
        #expect(run.status == 0)
        #expect(
            run.output == """
                accepted: Zendesk messaging accepts this token, as far as its rules are known
                  now  2026-01-01 00:00:00 UTC
                  exp  2026-01-01 00:15:00 UTC, in 15 minutes

                """)
        #expect(run.errors.isEmpty)
    }

    @Test(
        "takes the token from a file, from standard input, and from - with or without a line break",
        arguments: ["", "\n", "\r\n"])
    func sources(end: String) throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let token = try Tokens.good() + end
        let file = try folder.path("token.txt", token)
        for run in [
            try ToolRun(Tokens.check + [file]), try ToolRun(Tokens.check + ["--", file]),
            try ToolRun(Tokens.check, input: Data(token.utf8)),
            try ToolRun(Tokens.check + ["-"], input: Data(token.utf8)),
        ] {
            #expect(run.status == 0, "\(run.errors)\(run.output)")
        }
    }

    @Test("says the verdict first, then what one sees, then errors before the rest")
    func refused() throws {
        let token = try Tokens.signed([
            "external_id": 12_345_678, "email": "jane@soap.example", "exp": 1_767_225_000, "scope": "Admin",
        ])
        let run = try ToolRun(Tokens.check, input: Data(token.utf8))
        #expect(run.status == 1)
        #expect(run.firstLine == "refused: Zendesk messaging refuses this token (3 errors, 1 warning, 1 note)")
        #expect(run.lines[1].hasPrefix("  You see: HTTP 401"))
        let severities = run.lines.compactMap { line in ["error", "warning", "note"].first { line.hasPrefix($0 + ":") }
        }
        #expect(severities == ["error", "error", "error", "warning", "note"])
        #expect(run.output.contains("error: the token expired 10 minutes ago\n  Do:  Issue a new token"))
        #expect(run.output.contains("  See: RFC 7519 4.1.4 [jwt.exp.passed]\n"))
        #expect(!run.output.contains("unverified"))
    }

    @Test("says of a finding what shows because of it, where that differs from what has been said")
    func symptoms() throws {
        let token = try Tokens.signed([
            "external_id": "jane@soap.example", "name": "J", "email": "jane@soap.example", "email_verified": true,
            "exp": 1_767_226_500, "scope": "Admin",
        ])
        let run = try ToolRun(Tokens.check, input: Data(token.utf8))
        #expect(run.lines[1].hasPrefix("  You see: HTTP 401"))
        #expect(run.lines.filter { $0.contains("You see: ") }.count == 2)
        #expect(run.output.contains("  You see: HTTP 409\n"))
    }

    @Test("marks what it read from a token with a wrong signature")
    func unauthenticated() throws {
        let token = try Tokens.signed(["external_id": "1", "name": "J", "exp": 1_767_225_000], secret: "another")
        let run = try ToolRun(Tokens.check, input: Data(token.utf8))
        #expect(run.status == 1)
        #expect(run.output.contains("\nerror: the signature does not match"))
        #expect(run.output.contains("\nerror (unverified): the token expired"))
        #expect(run.output.contains("\n(unverified) is what was read from a token whose signature is not good"))
    }

    @Test("names the cause of a wrong signature before everything else")
    func cause() throws {
        let token = try Tokens.signed(
            ["external_id": "1", "name": "J", "exp": 1_767_225_000, "scope": "user"], secret: ToolRun.secret + "\n")
        let run = try ToolRun(Tokens.check, input: Data(token.utf8))
        let order = ["does not match: the token was signed with the secret and a line break", "expired"].map {
            run.output.replacing("\n  ", with: " ").range(of: $0)?.lowerBound
        }
        #expect(order.allSatisfy { $0 != nil })
        #expect(order.compactMap { $0 } == order.compactMap { $0 }.sorted())
    }

    @Test(
        "names what is around the token, and looks inside",
        arguments: ["Bearer %", "JWT %", "\"%\"", " %", "%\n\n"])
    func wrapped(form: String) throws {
        let text = form.replacing("%", with: try Tokens.good())
        let run = try ToolRun(Tokens.check, input: Data(text.utf8))
        #expect(run.status == 1)
        #expect(run.output.contains("error: there is something around the token"))
        #expect(run.firstLine.hasSuffix("(1 error)"))
    }

    @Test("never passes on a control character of a token")
    func controlCharacters() throws {
        let escape = "\\u001b]0;title\\u0007\\u009b31m\\u202e"
        let token = Tokens.unsigned(
            header: "{\"alg\":\"\(escape)\",\"typ\":\"\(escape)\",\"kid\":\"\(escape)\"}", claims: "{\"\(escape)\":1}")
        for arguments in [Tokens.check, Tokens.check + ["--json"], ["inspect"], ["inspect", "--json"]] {
            let run = try ToolRun(arguments, input: Data(token.utf8))
            let shown = run.output + run.errors
            #expect(shown.unicodeScalars.allSatisfy { $0 == "\n" || $0.isSafeToShow }, "\(arguments)")
            #expect(shown.contains("]0;title"), "the test shows nothing")
        }
    }

    @Test("fits in 80 columns")
    func width() throws {
        let token = try Tokens.signed(["external_id": "+4930123456", "jti": "x", "email": "nobody"], secret: "another")
        let run = try ToolRun(Tokens.check, input: Data(token.utf8))
        #expect(run.lines.count > 20)
        for line in run.lines { #expect(line.count <= 80, "\(line)") }
    }

    @Test("looks at a token that is larger than is accepted")
    func large() throws {
        let token = String(repeating: "x", count: 20_000)
        let run = try ToolRun(Tokens.check, input: Data(token.utf8))
        #expect(run.status == 1)
        #expect(run.output.contains("the limit is 16384"))
    }
}
