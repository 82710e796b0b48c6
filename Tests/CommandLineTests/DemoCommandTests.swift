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
