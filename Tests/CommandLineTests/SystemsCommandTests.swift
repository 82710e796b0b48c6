import Testing

@Suite("systems")
struct SystemsCommandTests {
    @Test("shows one system with what its vendor says, and no other", arguments: Tokens.systems)
    func one(system: String) throws {
        let run = try ToolRun("systems", system, secret: nil)
        #expect(run.status == 0)
        #expect(run.firstLine.hasSuffix("(\(system))"))
        #expect(run.output.contains("  Messages and their meanings\n"))
        for other in Tokens.systems where other != system { #expect(!run.output.contains("(\(other))\n")) }
        #expect(try ToolRun("systems").output.contains(run.output.split(separator: "  Messages and")[0].dropLast(2)))
    }

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
