import Foundation
import Testing

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
        arguments: [
            "support/token", "javascript:alert(1)", "ftp://x", "-", "/a b", "/a\n", "/\u{202E}", "/\t/evil.example",
            "\\\\evil.example", "/\u{FE0F}/evil.example", "//\u{FE0F}evil.example/t", "//\u{34F}evil.example/t",
            "//\u{E0100}evil.example/t", "/\\\u{FE0F}evil.example", "/ü",
        ])
    func badAddress(url: String) throws {
        let run = try ToolRun("embed", "zendesk-messaging", "--token-url", url)
        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        #expect(run.sentence.contains("--token-url takes"))
    }

    @Test(
        "takes the address of another site only if that is said",
        arguments: [
            "//evil.example/token", "https://evil.example/token", "http://evil.example", "/\\evil.example", "//",
            "///evil.example",
        ])
    func otherSite(url: String) throws {
        let refused = try ToolRun("embed", "zendesk-messaging", "--token-url", url)
        #expect(refused.status == 2)
        #expect(refused.output.isEmpty)
        #expect(refused.errors.contains("--allow-other-site") || url.contains("\\"), "\(refused.errors)")
        let allowed = try ToolRun("embed", "zendesk-messaging", "--token-url", url, "--allow-other-site")
        #expect(allowed.status == (url.contains("\\") ? 2 : 0))
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

    @Test("writes nothing that drives a terminal or turns text round, in a way that JavaScript reads as the same")
    func safeToShow() throws {
        let run = try ToolRun(
            "embed", "ferndesk", "--widget-id", "a\u{202E}\u{9B}b", "--token-url", "/token", secret: nil)
        #expect(run.status == 0)
        #expect(run.output.contains(#"widgetId: "a\u{202e}\u{9b}b""#))
    }
}
