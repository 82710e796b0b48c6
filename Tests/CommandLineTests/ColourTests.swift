import Foundation
import Testing

@Suite("Colour", .enabled(if: PseudoTerminal.isPossible))
struct ColourTests {
    private let red = "\u{1B}[1;31mrefused: \u{1B}[0m"

    @Test("is on on a terminal")
    func terminal() throws {
        #expect(try PseudoTerminal.output(Tokens.check, environment: [:]).contains(red))
        #expect(try PseudoTerminal.output(Tokens.check, environment: ["NO_COLOR": ""]).contains(red))
    }

    @Test("is off where the reader wants none", arguments: [["NO_COLOR": "1"], ["NO_COLOR": "0"], ["TERM": "dumb"]])
    func unwanted(environment: [String: String]) throws {
        let output = try PseudoTerminal.output(Tokens.check, environment: environment)
        #expect(output.contains("refused: "))
        #expect(!output.contains("\u{1B}"))
    }

    @Test("is off in a pipe or a file")
    func piped() throws {
        for arguments in [Tokens.check, ["demo"], ["systems"], ["--help"], ["inspect"]] {
            let run = try ToolRun(arguments, input: Data("e30.e30.AAAA".utf8))
            #expect(!run.output.isEmpty)
            #expect(!run.output.contains("\u{1B}"))
        }
    }
}

/// A terminal that only the test looks at, made by `script` of util-linux.
enum PseudoTerminal {
    private static let script = "/usr/bin/script"

    #if os(Linux)
        static let isPossible = FileManager.default.isExecutableFile(atPath: script)
    #else
        static let isPossible = false
    #endif

    /// What the tool writes to a terminal for a token that is refused.
    static func output(_ arguments: [String], environment: [String: String]) throws -> String {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let token = try folder.path("token", "e30.e30.AAAA")
        return try ToolRun.shell(
            "\(script) -qec \"$tool \(arguments.joined(separator: " ")) '\(token)'\" /dev/null",
            environment: environment
        ).output
    }
}
