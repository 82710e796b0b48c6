/// A command of the tool.
protocol Command: Sendable {
    /// The word for it on the command line.
    static var name: String { get }
    /// What it does, in one sentence.
    static var summary: String { get }
    /// What may stand behind the options, as help texts write it; nil where nothing may.
    static var operand: String? { get }
    /// Paragraphs of the help text.
    static var notes: [String] { get }
}

/// A command that is about no system in particular.
protocol PlainCommand: Command {
    /// The options.
    static var options: [CommandOption] { get }
    /// Examples for the help text.
    static var examples: [String] { get }

    /// Does what the command is for.
    static func run(_ arguments: ParsedArguments, _ console: Console) throws(Failure) -> ExitStatus
}

/// A command that is about one system, whose name follows the command's.
protocol SystemCommand: Command {
    /// The options that are the same for all systems.
    static var options: [CommandOption] { get }
    /// The options that a system brings along.
    static func options(of system: any SystemCommandLine.Type) -> [CommandOption]
    /// Examples for the help text.
    static func examples(for system: any SystemCommandLine.Type) -> [String]

    /// Does what the command is for.
    static func run(
        _ system: any SystemCommandLine.Type, _ arguments: ParsedArguments, _ console: Console
    ) throws(Failure) -> ExitStatus
}

extension Command {
    static var operand: String? { nil }
    static var notes: [String] { [] }
}

extension PlainCommand {
    static var options: [CommandOption] { [] }
    static var examples: [String] { [] }

    static var syntax: Syntax {
        Syntax(name: name, operand: operand, groups: options.isEmpty ? [] : [.init(title: "Options", options: options)])
    }
}

extension SystemCommand {
    /// The syntax with the options of one system.
    static func syntax(for system: any SystemCommandLine.Type) -> Syntax {
        Syntax(name: "\(name) \(system.profile.id)", operand: operand, groups: [group(for: system), commonGroup])
    }

    /// The syntax for a help text about all systems.
    static var syntaxForAllSystems: Syntax {
        Syntax(
            name: "\(name) SYSTEM", systems: Systems.names, operand: operand,
            groups: Systems.all.map(group(for:)) + [commonGroup])
    }

    private static func group(for system: any SystemCommandLine.Type) -> Syntax.Group {
        .init(title: "For \(system.profile.id)", options: options(of: system))
    }

    private static var commonGroup: Syntax.Group { .init(title: "For every system", options: options) }
}
