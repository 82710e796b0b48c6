extension Page {
    /// Writes the help text of a command.
    mutating func help(_ syntax: Syntax, summary: String, notes: [String], examples: [String]) {
        let operand = syntax.operand.map { " \($0)" } ?? ""
        let options = syntax.groups.isEmpty ? "" : " [OPTIONS]"
        line("Usage: \(Tool.name) \(syntax.name)\(options)\(operand)", .strong)
        blank()
        paragraph(summary)
        if !syntax.systems.isEmpty {
            blank()
            paragraph(label: "SYSTEM is ", syntax.systems.joined(separator: " or ") + ".", hanging: 10)
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
        for example in examples { lines(example, indent: 2) }
    }

    private mutating func options(_ title: String, _ options: [CommandOption]) {
        guard !options.isEmpty else { return }
        blank()
        line("\(title):", .strong)
        for option in options {
            let required = option.isRequired ? "Required. " : ""
            entry(option.synopsis, required + option.help)
        }
    }

    /// A term and what it means, in two columns.
    mutating func entry(_ term: String, _ text: String) {
        let column = 24
        if term.count <= column - 2 {
            paragraph(label: term.padded(to: column), text, indent: 2, hanging: column)
        } else {
            line("  \(term)")
            paragraph(text, indent: 2 + column)
        }
    }
}
