import Foundation
import Testing

@Suite("demo")
struct DemoCommandTests {
    @Test("needs nothing, accepts its token and refuses three broken ones")
    func demo() throws {
        let run = try ToolRun("demo", secret: nil)
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
        #expect(run.output.contains("Zendesk messaging (zendesk-messaging)"))
        #expect(run.output.split(separator: "accepted").count == 2)
        #expect(run.output.split(separator: "refused:").count == 4)
        #expect(run.output.contains("the token expired 1 hour ago"))
        #expect(run.output.contains("line break behind"))
        #expect(run.output.contains("helpdesk-jwt sign --help"))
        #expect(run.lines.count < 80)
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
            "claims  external_id     string   required     1 to 255", "email_verified  boolean  optional",
            "name            string   recommended  full name", "15 minutes unless you say otherwise",
            "Enabling authenticated visitors for messaging",
        ] { #expect(run.output.contains(text), "\(text)") }
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
        #expect(run.sentence.hasSuffix("embed zendesk-messaging needs --token-url URL."))
    }
}
