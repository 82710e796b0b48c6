import Foundation
import TestSupport
import Testing

/// What scripts rely on. A change here is one that Docs/CommandLine.md promises not to make.
@Suite("What scripts rely on")
struct StabilityTests {
    private static let page = ProjectFiles.root.appendingPathComponent("Docs/CommandLine.md")

    @Test("exit statuses are those of the page, of --help and of the manual")
    func statuses() throws {
        let help = try ToolRun("--help").output
        let manual = try ToolRun("manual").output
        let page = try String(contentsOf: Self.page, encoding: .utf8)
        for status in 0...4 {
            #expect(help.contains("\n  \(status)  "))
            #expect(manual.contains("\n.B \(status)\n"))
            #expect(page.contains("\n| \(status) |"))
        }
        #expect(!help.contains("\n  5  "))
    }

    @Test("members of the JSON are those of the page")
    func members() throws {
        let page = try String(contentsOf: Self.page, encoding: .utf8)
        let token = Data(try Tokens.signed(["exp": 1]).utf8)
        for arguments in [Tokens.check + ["--json"], ["inspect", "--json"], ["check-secret", "--json"]] {
            let run = try ToolRun(arguments, input: token)
            let object = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
            let findings = try #require(object["findings"] as? [[String: Any]])
            for name in Set(object.keys).union(findings.first?.keys.map { $0 } ?? []) {
                #expect(page.contains("| `\(name)` |"), "\(name)")
            }
        }
    }
}
