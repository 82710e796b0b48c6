import HelpdeskReport

extension Page {
    /// Writes the help text of a command.
    mutating func help(_ syntax: Syntax, summary: String, notes: [String], examples: [[String]]) {
        line("Usage: \(Tool.name) \(syntax.synopsis)", .strong)
        blank()
        paragraph(summary)
        if !syntax.kinds.isEmpty {
            blank()
            let without = syntax.withoutKind.map { " Without it, \($0)" } ?? ""
            paragraph(label: "SYSTEM is ", syntax.kinds.joined(separator: " or ") + "." + without, hanging: 10)
        }
        for note in notes {
            blank()
            paragraph(note)
        }
        for group in syntax.groups { self.options(group.title, group.options) }
        self.options("Other options", [CommonOptions.help])
        guard !examples.isEmpty else { return }
        blank()
        line("Examples:", .strong)
        for example in examples { lines(ShellText.command(example, width: width - 4), indent: 2) }
    }

    private mutating func options(_ title: String, _ options: [CommandOption]) {
        guard !options.isEmpty else { return }
        blank()
        line("\(title):", .strong)
        for option in options { entry(option.synopsis, option.description) }
    }
}
