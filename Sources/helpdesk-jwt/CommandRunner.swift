/// Parses the arguments of a command and runs it, or shows its help text.
enum CommandRunner {
    /// Runs a command that is not about one kind of token.
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

    /// Runs a command with a kind of token as its first argument.
    static func run(
        _ command: any TokenCommand.Type, _ arguments: ArraySlice<String>, _ console: Console
    ) throws(Failure) -> ExitStatus {
        let kind = arguments.first.flatMap { word in command.kinds.first { $0.id == word } }
        let syntax = command.syntax(for: kind)
        if asksForHelp(arguments) {
            let examples = (kind.map { [$0] } ?? command.kinds).flatMap { command.examples(for: $0) }
            return try showHelp(syntax, command, examples, console)
        }
        if kind == nil, let failure = failureForMissingKind(command, arguments.first) { throw failure }
        let parsed = try ArgumentParser.parse(arguments.dropFirst(kind == nil ? 0 : 1), by: syntax)
        return try hinting(syntax) { () throws(Failure) in try command.run(kind, parsed, console) }
    }

    /// Whether `--help` is among the options.
    private static func asksForHelp(_ arguments: ArraySlice<String>) -> Bool {
        arguments.prefix { $0 != "--" }.contains { $0 == "--help" || $0 == "-h" }
    }

    /// Why a command cannot run if its first argument names no kind; nil if it needs none.
    private static func failureForMissingKind(_ command: any TokenCommand.Type, _ argument: String?) -> Failure? {
        let hint = "See \(Tool.name) \(command.name) --help."
        let names = command.kinds.map { $0.id }
        guard let argument, !argument.hasPrefix("-") else {
            if let argument, SecretSource.isAttempt(String(argument.prefix { $0 != "=" })) {
                return SecretSource.refusal
            }
            guard command.withoutKind == nil else { return nil }
            return .usage(
                "\(command.name) needs the name of a system as its first argument: \(names.joined(separator: ", "))",
                hint: hint)
        }
        let isFile = command.withoutKind != nil && OperatingSystem.hasFile(argument)
        if isFile || argument.isEmpty && command.withoutKind != nil { return nil }
        // Anything but a word may be the name of a file. The error from reading it says best that there is none.
        let isWord = argument.isShortEnoughToRepeat && argument.utf8.allSatisfy { $0.isASCIILetter || $0 == 0x2D }
        let isNear = Suggestion.nearest(to: argument, among: names) != nil
        guard command.withoutKind == nil || isNear || isWord else { return nil }
        let what = command.withoutKind == nil ? "system" : "system and no file"
        return .usage(Suggestion.unknown(what, argument, among: names), hint: hint)
    }

    private static func showHelp(
        _ syntax: Syntax, _ command: any Command.Type, _ examples: [[String]], _ console: Console
    ) throws(Failure) -> ExitStatus {
        var page = console.page()
        page.help(syntax, summary: command.summary, notes: command.notes, examples: examples)
        try console.show(page)
        return .done
    }

    /// Adds a hint at the help text to a usage error that the parser did not find.
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
