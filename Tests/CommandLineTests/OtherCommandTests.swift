import Foundation
import Testing

@Suite("demo")
struct DemoCommandTests {
    @Test("needs nothing, accepts a token of each system and refuses three broken ones")
    func demo() throws {
        let run = try ToolRun("demo", secret: nil)
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
        for system in Tokens.systems { #expect(run.output.contains("(\(system))\n"), "\(system)") }
        #expect(run.output.split(separator: "accepted").count == Tokens.systems.count + 1)
        #expect(run.output.split(separator: "refused:").count == Tokens.systems.count * 3 + 1)
        #expect(run.output.contains("the token expired 1 hour ago"))
        #expect(run.output.contains("line break behind"))
        #expect(run.output.contains("helpdesk-jwt sign --help"))
        #expect(run.lines.count < 100)
        for line in run.lines { #expect(line.count <= 80, "\(line)") }
    }

    @Test("makes up another secret each time")
    func random() throws {
        func signature() throws -> String {
            let lines = try ToolRun("demo").lines
            let start = try #require(lines.firstIndex { $0.hasPrefix("  token") })
            let end = try #require(lines.firstIndex { $0.hasPrefix("  as it is") })
            let words = lines[start..<end].joined().split(separator: " ")
            return try #require(words.dropFirst().joined().split(separator: ".").last.map(String.init))
        }
        #expect(try signature() != signature())
    }
}

@Suite("systems")
struct SystemsCommandTests {
    @Test("shows header and claims of each system in 80 columns")
    func table() throws {
        let run = try ToolRun("systems", secret: nil)
        #expect(run.status == 0)
        for text in [
            "Zendesk messaging (zendesk-messaging)", "header  alg             string   required     HS256\n",
            "claims  external_id     string   required     the visitor's id", "email_verified  boolean  optional",
            "name            string   recommended  the full name", "15 minutes unless you say otherwise",
            "Enabling authenticated visitors for messaging", "1 hour 57 minutes unless you say otherwise; at most 2",
        ] + Tokens.systems.map({ "(\($0))\n" }) { #expect(run.output.contains(text), "\(text)") }
        for line in run.lines { #expect(line.count <= 80, "\(line)") }
    }
}

@Suite("embed")
struct EmbedCommandTests {
    @Test("prints the calls that sign in and out, without a secret")
    func calls() throws {
        let run = try ToolRun("embed", "zendesk-messaging", "--token-url", "/support/token?a='b'", secret: nil)
        #expect(run.status == 0)
        #expect(
            run.output.contains(
                "zE(\"messenger\", \"loginUser\", function (callback) {\n  fetch(\"/support/token?a=\\u0027b\\u0027\""))
        #expect(run.output.contains("\nzE(\"messenger\", \"logoutUser\");\n"))
        for line in run.lines where line.hasPrefix("//") { #expect(line.count <= 80) }
    }

    @Test(
        "takes only addresses that a page can fetch",
        arguments: ["support/token", "javascript:alert(1)", "ftp://x", "-"])
    func badAddress(url: String) throws {
        let run = try ToolRun("embed", "zendesk-messaging", "--token-url", url)
        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        #expect(run.sentence.contains("--token-url takes"))
    }

    @Test("needs the address")
    func noAddress() throws {
        let run = try ToolRun("embed", "zendesk-messaging")
        #expect(run.status == 2)
        #expect(run.sentence.hasSuffix("--token-url URL is missing, or --token-file FILE in its place."))
    }

    @Test("writes one token into the script, in script elements with the nonce of the page")
    func embedded() throws {
        let token = try Tokens.good()
        let run = try ToolRun(
            ["embed", "zendesk-messaging", "--token-file", "-", "--nonce", "a\"b<"], secret: nil,
            input: Data(token.utf8))
        #expect(run.status == 0)
        #expect(run.output.contains("Promise.resolve(\"\(token)\")"))
        #expect(run.output.split(separator: "<script nonce=\"a&quot;b&lt;\">").count == 3)
        #expect(run.output.split(separator: "</script>").count == 3)
    }

    @Test("takes the token from one place")
    func twoTokens() throws {
        let run = try ToolRun("embed", "zendesk-messaging", "--token-url", "/a", "--token-file", "b")
        #expect(run.status == 2)
        #expect(run.sentence.contains("not from both"))
    }
}
