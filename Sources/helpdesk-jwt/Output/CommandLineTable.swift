/// What may follow a command, for completions and the manual page. It comes from the same tables as the help texts.
struct CommandLineTable {
    /// The words after the tool's name: a command, and possibly a kind of token.
    let path: [String]
    /// What the command does.
    let summary: String
    /// The words that may come next.
    let words: [String]
    let syntax: Syntax
    /// Whether the name of a file may come next.
    var takesFile: Bool { syntax.operand == .file }

    /// One for each command, and one for each kind of token that it may be about.
    static let all: [CommandLineTable] = Tool.commands.flatMap { command -> [CommandLineTable] in
        if let command = command as? any PlainCommand.Type {
            return [
                CommandLineTable(
                    path: [command.name], summary: command.summary, words: command.words, syntax: command.syntax)
            ]
        }
        guard let command = command as? any TokenCommand.Type else { preconditionFailure("there are two kinds") }
        let withoutKind = CommandLineTable(
            path: [command.name], summary: command.summary, words: command.kinds.map { $0.id },
            syntax: command.withoutKind == nil ? Syntax(name: command.name) : command.syntax(for: nil))
        return [withoutKind]
            + command.kinds.map { kind in
                CommandLineTable(
                    path: [command.name, kind.id], summary: command.summary, words: [],
                    syntax: command.syntax(for: kind))
            }
    }
}
