import Foundation
import Testing

/// Completions are tried in the shells themselves, where they are installed.
@Suite("completions")
struct CompletionsTests {
    private static func has(_ program: String) -> Bool {
        ["/usr/bin/", "/bin/"].contains {
            FileManager.default.isExecutableFile(atPath: $0 + program)
        }
    }

    /// What is typed, and some of what must be offered.
    static let lines: [(typed: [String], offered: Set<String>, notOffered: Set<String>)] = [
        (["che"], ["check", "check-secret"], ["sign", "--json"]), ([""], ["demo", "manual"], ["tiledesk"]),
        (["sign", ""], ["tiledesk", "jwt"], ["--key-id"]), (["sign", "zen"], ["zendesk-messaging"], ["tiledesk"]),
        (["sign", "zendesk-messaging", "--k"], ["--key-id"], ["--kid", "--project-id"]),
        (["sign", "jwt", "--k"], ["--kid"], ["--key-id"]), (["check", "--k"], ["--key-id", "--kid"], ["--name"]),
        (["check", "z"], ["zendesk-messaging"], []), (["embed", "j"], [], ["jwt"]),
        (["embed", "ferndesk", "--widget-id", "a", "--t"], ["--token-url", "--token-file"], ["--at"]),
        (["completions", ""], ["bash", "zsh", "fish"], []), (["systems", "t"], ["tiledesk"], ["zendesk-messaging"]),
        (["check-secret", "--"], ["--secret-file", "--json"], ["--at"]),
    ]

    @Test("work in bash", .enabled(if: has("bash")), arguments: lines.indices)
    func bash(index: Int) throws {
        let line = Self.lines[index]
        let words = line.typed.map { "'\($0)'" }.joined(separator: " ")
        let run = try ToolRun.shell(
            """
            folder=$(mktemp -d); "$tool" completions bash > "$folder/script"
            bash -c 'source "$0"; COMP_WORDS=(helpdesk-jwt "$@"); COMP_CWORD=$#; _helpdesk_jwt
                printf "%s\\n" "${COMPREPLY[@]}"' "$folder/script" \(words)
            rm -r "$folder"
            """)
        #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
        let offered = Set(run.lines)
        #expect(line.offered.isSubset(of: offered), "\(offered)")
        #expect(line.notOffered.isDisjoint(with: offered), "\(offered)")
    }

    @Test("work in fish", .enabled(if: has("fish")), arguments: lines.indices)
    func fish(index: Int) throws {
        let line = Self.lines[index]
        let typed = (["helpdesk-jwt"] + line.typed).joined(separator: " ")
        let run = try ToolRun.shell(
            """
            HOME=$(mktemp -d); export HOME; "$tool" completions fish > "$HOME/script"
            fish --no-config -c "source $HOME/script; complete -C '\(typed)'"
            rm -r "$HOME"
            """)
        #expect(run.status == 0, "\(run.errors)")
        let offered = Set(run.lines.compactMap { $0.split(separator: "\t").first.map(String.init) })
        #expect(line.offered.isSubset(of: offered), "\(offered)")
        #expect(line.notOffered.isDisjoint(with: offered), "\(offered)")
    }

    @Test("are scripts that zsh can read", .enabled(if: has("zsh")))
    func zsh() throws {
        let run = try ToolRun.shell("$tool completions zsh | zsh -n /dev/stdin")
        #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    }

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
