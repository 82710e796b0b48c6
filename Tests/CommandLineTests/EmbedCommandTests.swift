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
