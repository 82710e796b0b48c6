/// What may be typed after a word or two of the tool's, for completions. It comes from the same tables as the help texts.
struct CommandLineTable {
    /// The words after the tool's name: a command, and possibly a kind of token.
    let path: [String]
    /// The words that may come next.
    let words: [String]
    let syntax: Syntax
    /// Whether the name of a file may come next.
    var takesFile: Bool { syntax.operand == .file }

    /// Those of all commands.
    static let all: [CommandLineTable] = Tool.commands.flatMap { $0.tables }
}

extension PlainCommand {
    static var tables: [CommandLineTable] { [CommandLineTable(path: [name], words: words, syntax: syntax)] }
}

extension TokenCommand {
    /// One without a kind of token, and one for each kind.
    static var tables: [CommandLineTable] {
        let withoutKind = CommandLineTable(
            path: [name], words: kinds.map { $0.id }, syntax: withoutKind == nil ? Syntax(name: name) : syntax)
        return [withoutKind]
            + kinds.map { CommandLineTable(path: [name, $0.id], words: [], syntax: syntax(for: $0)) }
    }
}
