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
        #expect(run.output.contains("line break after"))
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
