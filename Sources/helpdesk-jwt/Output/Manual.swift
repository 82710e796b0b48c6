/// The manual page, in the language of man(7).
struct Manual {
    private var lines: [String] = []

    /// The page as a file of section 1.
    static var page: String {
        var manual = Manual()
        manual.write()
        return manual.lines.joined(separator: "\n") + "\n"
    }

    private mutating func write() {
        lines = [
            ".\\\" Made by: \(Tool.name) manual",
            ".TH HELPDESK\\-JWT 1 \"\" \"\(Tool.name) \(Tool.version)\" \"User Commands\"",
        ]
        section("NAME")
        text("\(Tool.name) - sign and check the identity tokens of help-desk systems")
        section("SYNOPSIS")
        let synopses = Tool.commands.map { [".B \(Tool.name)", Self.escaped($0.syntax.synopsis)] }
        lines += synopses.joined(separator: [".br"])
        section("DESCRIPTION")
        text(Tool.summary)
        paragraph(SecretSource.help)
        paragraph(
            "SYSTEM is \(TokenKinds.systems.map { $0.id }.joined(separator: ", ")), or \(JWTCommandLine.id) for any other token."
        )
        section("COMMANDS")
        for command in Tool.commands { write(command) }
        section("OPTIONS")
        for option in Tool.options { entry(option) }
        section("ENVIRONMENT")
        for (variable, help) in Tool.environment { entry(variable, help) }
        section("EXIT STATUS")
        for status in ExitStatus.allCases { entry("\(status.rawValue)", "\(status.meaning).") }
        section("EXAMPLES")
        let examples = TokenKinds.systems.suffix(1).flatMap {
            SignCommand.examples(for: $0) + CheckCommand.examples(for: $0)
        }
        let blocks = (examples + CheckSecretCommand.examples).map { example in
            [".nf"] + ShellText.command(example, width: 70).split(separator: "\n").map { Self.escaped(String($0)) } + [
                ".fi"
            ]
        }
        lines += blocks.joined(separator: [".PP"])
    }

    private mutating func write(_ command: any Command.Type) {
        lines.append(".SS \(Self.escaped(command.name))")
        text(command.summary)
        for note in command.notes where note != SecretSource.help { paragraph(note) }
        if let command = command as? any TokenCommand.Type {
            if let without = command.withoutKind { paragraph("Without SYSTEM, \(without)") }
            for kind in command.kinds where !command.options(of: kind).isEmpty {
                paragraph("For \(kind.id):")
                for option in command.options(of: kind) { entry(option) }
            }
            if !command.options.isEmpty { paragraph("For every token:") }
        }
        for option in command.options { entry(option) }
    }

    // MARK: The language

    private mutating func section(_ title: String) { lines.append(".SH \(title)") }

    private mutating func paragraph(_ paragraph: String) {
        lines.append(".PP")
        text(paragraph)
    }

    private mutating func entry(_ option: CommandOption) {
        entry(option.synopsis, option.description)
    }

    private mutating func entry(_ term: String, _ meaning: String) {
        lines += [".TP", ".B \(Self.escaped(term))"]
        text(meaning)
    }

    private mutating func text(_ text: String) { lines.append(Self.escaped(text)) }

    /// A line of text without requests. Roff interprets backslashes, and dots and apostrophes at the beginning. It also
    /// turns dashes that a reader may copy into hyphens.
    private static func escaped(_ text: String) -> String {
        var result = ""
        for character in text {
            switch character {
            case "\\": result += "\\e"
            case "-": result += "\\-"
            case "'": result += "\\(aq"
            case "`": result += "\\(ga"
            case "^": result += "\\(ha"
            case "~": result += "\\(ti"
            case "\u{2026}": result += "..."
            default: result.append(character)
            }
        }
        if result.hasPrefix(".") { result = "\\&" + result }
        return result
    }
}
