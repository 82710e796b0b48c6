/// A command of the tool.
protocol Command: Sendable {
    /// The word for it on the command line.
    static var name: String { get }
    /// What it does, in one sentence.
    static var summary: String { get }
    /// What may follow the options, as help texts write it; nil if nothing may.
    static var operand: Operand? { get }
    /// Paragraphs of the help text.
    static var notes: [String] { get }
    /// The options, or those that are the same for every kind of token.
    static var options: [CommandOption] { get }
    /// What it takes, with the options of every kind of token.
    static var syntax: Syntax { get }
    /// What may be typed after its name.
    static var tables: [CommandLineTable] { get }

    /// Parses the arguments after its name, and does what the command is for or shows its help text.
    static func run(_ arguments: ArraySlice<String>, _ console: Console) throws(Failure) -> ExitStatus
}

/// A command that is not about one kind of token.
protocol PlainCommand: Command {
    /// The words that may follow, for completions; empty if anything may.
    static var words: [String] { get }
    /// Examples for the help text, each the words of a command.
    static var examples: [[String]] { get }

    /// Does what the command is for.
    static func run(_ arguments: ParsedArguments, _ console: Console) throws(Failure) -> ExitStatus
}

/// A command about one kind of token. The name of the kind follows the command's.
protocol TokenCommand: Command {
    /// The kinds that it can be about.
    static var kinds: [any TokenCommandLine.Type] { get }
    /// What the command does without a kind, as the rest of a sentence; nil if it requires one.
    static var withoutKind: String? { get }
    /// The options that a kind adds.
    static func options(of kind: any TokenCommandLine.Type) -> [CommandOption]
    /// Examples for the help text, each the words of a command.
    static func examples(for kind: any TokenCommandLine.Type) -> [[String]]

    /// Does what the command is for.
    ///
    /// - Parameter kind: The kind of token; nil if none was named and the command requires none.
    static func run(
        _ kind: (any TokenCommandLine.Type)?, _ arguments: ParsedArguments, _ console: Console
    ) throws(Failure) -> ExitStatus
}

extension Command {
    static var operand: Operand? { nil }
    static var notes: [String] { [] }
    static var options: [CommandOption] { [] }
}

extension PlainCommand {
    static var words: [String] { [] }
    static var examples: [[String]] { [] }

    static func run(_ arguments: ArraySlice<String>, _ console: Console) throws(Failure) -> ExitStatus {
        try CommandRunner.run(self, arguments, console)
    }

    static var syntax: Syntax {
        Syntax(name: name, operand: operand, groups: options.isEmpty ? [] : [.init(title: "Options", options: options)])
    }
}

extension TokenCommand {
    static var withoutKind: String? { nil }

    static func run(_ arguments: ArraySlice<String>, _ console: Console) throws(Failure) -> ExitStatus {
        try CommandRunner.run(self, arguments, console)
    }

    static var syntax: Syntax { syntax(for: nil) }

    /// The syntax with the options of one kind, or of all kinds.
    static func syntax(for kind: (any TokenCommandLine.Type)?) -> Syntax {
        let groups = (kind.map { [$0] } ?? kinds).map(group(for:)) + [commonGroup]
        if let kind { return Syntax(name: "\(name) \(kind.id)", operand: operand, groups: groups) }
        return Syntax(
            name: name, kinds: kinds.map { $0.id }, withoutKind: withoutKind, operand: operand, groups: groups)
    }

    private static func group(for kind: any TokenCommandLine.Type) -> Syntax.Group {
        .init(title: "For \(kind.id)", options: options(of: kind))
    }

    private static var commonGroup: Syntax.Group { .init(title: "For every token", options: options) }
}
