import Foundation
import Testing

@Suite("Width")
struct WidthTests {
    /// What may be too long for a line: a word that cannot be broken, such as the address of a Tiledesk project.
    private func isTooLong(_ line: String, for columns: Int) -> Bool {
        let longest = line.split(separator: " ").map(\.count).max() ?? 0
        return line.count > columns && longest < 45
    }

    @Test("is that of the terminal, for everything that is not code", arguments: [60, 80])
    func fits(columns: Int) throws {
        let token = try Tokens.signed(["external_id": "+4930123456", "jti": "x", "email": "nobody"], secret: "another")
        let commands: [[String]] =
            [[], ["demo"], ["systems"], ["check-secret"], ["inspect"], ["check"]]
            + Tokens.systems.map { ["systems", $0] }
            + HelpTests.options.map { $0.command + ["--help"] } + ["sign", "check", "embed"].map { [$0, "--help"] }
        var widest = 0
        for arguments in commands {
            let run = try ToolRun(
                arguments, secret: ToolRun.secret + "\n", input: Data(token.utf8),
                environment: ["COLUMNS": "\(columns)", "TZ": "Asia/Kolkata"])
            #expect(run.lines.count > 4, "\(arguments)")
            for line in run.lines {
                #expect(!isTooLong(line, for: columns), "\(arguments): \(line)")
                widest = max(widest, line.count)
                // A space at the end of a line is a mark of columns that were not filled.
                #expect(!line.hasSuffix(" ") || line.hasSuffix("\\ "), "\(arguments): \(line)")
            }
        }
        #expect(widest > columns - 6)
    }

    @Test(
        "is never more than 80 columns, and never less than 40",
        arguments: [("200", 80), ("1", 40), ("x", 80), ("", 80)])
    func limits(columns: String, width: Int) throws {
        let run = try ToolRun(["check-secret", "--help"], environment: ["COLUMNS": columns])
        let longest = run.lines.filter { !$0.contains("helpdesk-jwt check-secret") }.map(\.count).max() ?? 0
        #expect((width - 8...width).contains(longest))
    }

    #if os(Linux)
        @Test("is asked of the terminal, for errors too", .enabled(if: PseudoTerminal.isPossible))
        func terminal() throws {
            let run = try ToolRun.shell("script -qec \"stty cols 60; $tool systems; $tool check intercom\" /dev/null")
            let output = String(String.UnicodeScalarView(run.output.unicodeScalars.filter { $0 != "\r" }))
            let lines = output.split(separator: "\n").map(String.init)
            #expect(lines.contains("helpdesk-jwt: there is no system and no file \"intercom\"; the"))
            #expect(lines.contains("See helpdesk-jwt check --help."))
            for line in lines {
                let shown = line.replacing(/\u{1B}\[[0-9;]*m/, with: "")
                #expect(!isTooLong(shown, for: 60), "\(shown)")
            }
        }
    #endif
}
