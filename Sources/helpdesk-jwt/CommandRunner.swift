import HelpdeskJWT

/// Parses the arguments of a command and runs it, or shows its help text.
enum CommandRunner {
    /// Runs a command that is about no system.
    static func run(
        _ command: any PlainCommand.Type, _ arguments: ArraySlice<String>, _ console: Console
    ) throws(Failure) -> ExitStatus {
        let syntax = command.syntax
        if asksForHelp(arguments) {
            return try showHelp(syntax, command, command.examples, console)
        }
        let parsed = try ArgumentParser.parse(arguments, by: syntax)
        return try hinting(syntax) { () throws(Failure) in try command.run(parsed, console) }
    }

    /// Runs a command whose first argument names a system.
    static func run(
        _ command: any SystemCommand.Type, _ arguments: ArraySlice<String>, _ console: Console
    ) throws(Failure) -> ExitStatus {
        let system = arguments.first.flatMap(Systems.named)
        if asksForHelp(arguments) {
            let syntax = system.map { command.syntax(for: $0) } ?? command.syntaxForAllSystems
            let examples = (system.map { [$0] } ?? Systems.all).flatMap { command.examples(for: $0) }
            return try showHelp(syntax, command, examples, console)
        }
        guard let system else { throw noSystem(command, arguments.first) }
        let syntax = command.syntax(for: system)
        let parsed = try ArgumentParser.parse(arguments.dropFirst(), by: syntax)
        return try hinting(syntax) { () throws(Failure) in try command.run(system, parsed, console) }
    }

    /// Whether `--help` stands among the options.
    private static func asksForHelp(_ arguments: ArraySlice<String>) -> Bool {
        arguments.prefix { $0 != "--" }.contains { $0 == "--help" || $0 == "-h" }
    }

    private static func noSystem(_ command: any SystemCommand.Type, _ argument: String?) -> Failure {
        let hint = "See \(Tool.name) \(command.name) --help."
        guard let argument, !argument.hasPrefix("-") else {
            if let argument, SecretSource.isAttempt(String(argument.prefix { $0 != "=" })) {
                return SecretSource.refusal
            }
            let names = Systems.names.joined(separator: ", ")
            return .usage("\(command.name) needs the name of a system right behind it: \(names)", hint: hint)
        }
        let suggestion = Suggestion.sentence(for: argument, among: Systems.names)
        let end = suggestion.isEmpty ? "; the systems are: \(Systems.names.joined(separator: ", "))" : suggestion
        return .usage("there is no system \(argument.astray)\(end)", hint: hint)
    }

    private static func showHelp(
        _ syntax: Syntax, _ command: any Command.Type, _ examples: [String], _ console: Console
    ) throws(Failure) -> ExitStatus {
        var page = console.page()
        page.help(syntax, summary: command.summary, notes: command.notes, examples: examples)
        try console.show(page)
        return .done
    }

    /// Adds to a wrong usage that the parser did not find where to read on.
    private static func hinting(
        _ syntax: Syntax, _ body: () throws(Failure) -> ExitStatus
    ) throws(Failure) -> ExitStatus {
        do throws(Failure) {
            return try body()
        } catch {
            throw error.status == .wrongUsage ? error.hinting(syntax.helpHint) : error
        }
    }
}
