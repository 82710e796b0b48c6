import Foundation
import Testing

@Suite("Help texts")
struct HelpTests {
    /// Every option there is. An option that is added is added here too, or the test fails.
    static let options: [(command: [String], names: Set<String>)] = [
        (["demo"], ["--help"]),
        (["systems"], ["--help"]), (["completions"], ["--help"]), (["manual"], ["--help"]),
        (["check-secret"], ["--secret-file", "--allow-short-secret", "--json", "--help"]),
        (
            ["sign", "jwt"],
            [
                "--issuer", "--audience", "--kid", "--claim", "--lifetime", "--secret-file", "--allow-short-secret",
                "--at", "--help",
            ]
        ),
        (
            ["check", "jwt"],
            [
                "--issuer", "--audience", "--kid", "--leeway", "--secret-file", "--allow-short-secret", "--json",
                "--at", "--help",
            ]
        ),
        (
            ["sign", "zendesk-messaging"],
            [
                "--key-id", "--id", "--name", "--email", "--email-verified", "--email-unverified", "--claim",
                "--lifetime", "--secret-file", "--allow-short-secret", "--at", "--help",
            ]
        ),
        (
            ["check", "zendesk-messaging"],
            ["--key-id", "--secret-file", "--allow-short-secret", "--json", "--at", "--help"]
        ),
        (["inspect"], ["--json", "--at", "--help"]),
        (
            ["embed", "zendesk-messaging"],
            ["--token-url", "--allow-other-site", "--token-file", "--html", "--nonce", "--help"]
        ),
        (
            ["sign", "freshdesk-web-chat"],
            [
                "--uuid", "--uuid-claim", "--id", "--first-name", "--last-name", "--phone-number", "--claim",
                "--lifetime", "--secret-file", "--allow-short-secret", "--at", "--help",
            ]
        ),
        (
            ["embed", "freshdesk-web-chat"],
            [
                "--host", "--widget-token", "--widget-id", "--token-url", "--allow-other-site", "--token-file",
                "--html", "--nonce", "--help",
            ]
        ),
        (
            ["sign", "freshdesk-help-widget"],
            ["--name", "--email", "--lifetime", "--secret-file", "--allow-short-secret", "--at", "--help"]
        ),
        (
            ["sign", "ferndesk"],
            [
                "--id", "--email", "--name", "--custom-attributes", "--claim", "--lifetime", "--secret-file",
                "--allow-short-secret", "--at", "--help",
            ]
        ),
        (
            ["sign", "tiledesk"],
            [
                "--project-id", "--raw-id", "--id", "--first-name", "--last-name", "--email", "--attributes",
                "--widget-argument", "--claim", "--lifetime", "--secret-file", "--allow-short-secret", "--at", "--help",
            ]
        ),
        (
            ["check", "tiledesk"],
            [
                "--project-id", "--raw-id", "--widget-argument", "--secret-file", "--allow-short-secret", "--json",
                "--at", "--help",
            ]
        ),
    ]

    private func mentioned(_ arguments: [String]) throws -> [String] {
        let run = try ToolRun(arguments + ["--help"], secret: nil)
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
        return run.lines.filter { $0.hasPrefix("  --") }.compactMap { $0.split(separator: " ").first.map(String.init) }
    }

    @Test("mention every option of the command and no other", arguments: options)
    func mentionOptions(command: [String], names: Set<String>) throws {
        let options = try mentioned(command)
        #expect(options.count == Set(options).count, "an option stands there twice")
        #expect(Set(options) == names)
        // Without a system, the options of all systems.
        #expect(names.isSubset(of: try mentioned([command[0]])))
    }

    @Test("fit in 80 columns", arguments: options.map { [$0.command, [$0.command[0]]] } + [[[]]])
    func width(forms: [[String]]) throws {
        for form in forms {
            let run = try ToolRun(form + ["--help"])
            #expect(run.firstLine.hasPrefix("Usage: helpdesk-jwt"))
            for line in run.lines { #expect(line.count <= 80, "\(line)") }
        }
    }

    @Test("of the tool name every command, and where the secret comes from")
    func overview() throws {
        let run = try ToolRun("--help", secret: nil)
        #expect(run.status == 0)
        for word in Self.options.map({ "\n  \($0.command[0]) " }) + [
            "HELPDESK_JWT_SECRET", "zendesk-messaging", "Exit status", "NO_COLOR", "COLUMNS", "TZ",
        ] {
            #expect(run.output.contains(word), "\(word)")
        }
        #expect(try ToolRun([], secret: nil).output == run.output)
        #expect(try ToolRun([]).status == 0)
        #expect(try ToolRun("-h").output == run.output)
        #expect(try ToolRun("help").output == run.output)
        #expect(try ToolRun("help", "sign").output == ToolRun("sign", "--help").output)
    }

    @Test("win over mistakes in the other arguments")
    func first() throws {
        let run = try ToolRun("sign", "zendesk-messaging", "--nonsense", "--help")
        #expect(run.status == 0)
        #expect(run.firstLine == "Usage: helpdesk-jwt sign zendesk-messaging [OPTIONS]")
    }

    @Test("show examples that work")
    func examples() throws {
        for command in ["sign", "embed"].flatMap({ verb in Tokens.systems.map { "\(verb) \($0)" } }) + [
            "sign jwt", "manual",
        ] {
            let help = try ToolRun.shell("$tool \(command) --help").output
            let example = try #require(help.components(separatedBy: "Examples:\n").last)
                .replacing("  helpdesk-jwt", with: "$tool")
            let run = try ToolRun.shell(example.replacing(" > helpdesk-jwt.1", with: ""))
            #expect(run.status == 0, "\(example)\(run.errors)")
            #expect(!run.output.isEmpty)
        }
    }

    @Test("leave the version to --version")
    func version() throws {
        let run = try ToolRun("--version")
        #expect(run.status == 0)
        #expect(run.output.wholeMatch(of: /helpdesk-jwt \d+\.\d+\.\d+\n/) != nil)
    }
}
