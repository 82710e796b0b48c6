import Foundation
import Testing

/// The shells themselves are tried by Tests/Tool/shells.py.
@Suite("completions")
struct CompletionsTests {
    @Test("name every command and every option", arguments: ["bash", "zsh", "fish"])
    func complete(shell: String) throws {
        let script = try ToolRun("completions", shell, secret: nil).output
        for (command, names) in HelpTests.options {
            #expect(script.contains(command[0]))
            for name in names {
                #expect(script.contains(shell == "fish" ? "-l \(name.dropFirst(2))" : name), "\(name)")
            }
        }
    }
}

@Suite("manual")
struct ManualTests {
    @Test("names every command, every option, every exit status and every variable")
    func complete() throws {
        let page = try ToolRun("manual", secret: nil).output.replacing("\\-", with: "-")
        for (command, names) in HelpTests.options {
            #expect(page.contains("\n.SS \(command[0])\n"))
            for name in names { #expect(page.contains("\n.B \(name)"), "\(name)") }
        }
        for status in 0...4 { #expect(page.contains("\n.B \(status)\n")) }
        for variable in ["HELPDESK_JWT_SECRET", "NO_COLOR", "COLUMNS", "TZ"] {
            #expect(page.contains(".B \(variable)\n"))
        }
        #expect(page.hasPrefix(".\\\" Made by"))
    }

    @Test("has no line that roff takes for a request of its own")
    func requests() throws {
        let known = ["TH", "SH", "SS", "PP", "TP", "B", "br", "nf", "fi", "\\\""]
        for line in try ToolRun("manual").lines where line.hasPrefix(".") || line.hasPrefix("'") {
            #expect(known.contains { line.dropFirst().hasPrefix($0) }, "\(line)")
        }
    }
}
