import HelpdeskJWT

/// The tool as a whole: finds the command that is meant and runs it.
enum Tool {
    static let name = "helpdesk-jwt"
    static let version = "0.1.0"

    private static let commands: [any Command.Type] = [
        DemoCommand.self, SystemsCommand.self, SignCommand.self, CheckCommand.self, InspectCommand.self,
        EmbedCommand.self,
    ]

    /// Runs the tool.
    ///
    /// - Parameter arguments: those behind the tool's own name.
    static func run(_ arguments: [String], _ console: Console) -> ExitStatus {
        do throws(Failure) {
            return try dispatch(arguments[...], console)
        } catch {
            console.complain(error.sentence, hint: error.hint)
            return error.status
        }
    }

    private static func dispatch(_ arguments: ArraySlice<String>, _ console: Console) throws(Failure) -> ExitStatus {
        let hint = "See \(name) --help."
        guard let first = arguments.first else {
            throw .usage("a command is missing: \(commands.map { $0.name }.joined(separator: ", "))", hint: hint)
        }
        let rest = arguments.dropFirst()
        switch first {
        case "--help", "-h", "help":
            if first == "help", let command = rest.first { return try dispatch([command, "--help"], console) }
            try console.show(overview(console.page()))
            return .done
        case "--version":
            try console.write("\(name) \(version)\n")
            return .done
        default: break
        }
        if let command = commands.first(where: { $0.name == first }) {
            return try run(command, rest, console)
        }
        if first.hasPrefix("-") {
            if SecretSource.isAttempt(String(first.prefix { $0 != "=" })) { throw SecretSource.refusal }
            throw .usage("the command comes first: \(name) COMMAND [OPTIONS]", hint: hint)
        }
        if Systems.named(first) != nil {
            throw .usage("the command comes before the system: \(name) COMMAND \(first)", hint: hint)
        }
        let suggestion = Suggestion.sentence(for: first, among: commands.map { $0.name })
        throw .usage("there is no command \(first.astray)\(suggestion)", hint: hint)
    }

    private static func run(
        _ command: any Command.Type, _ arguments: ArraySlice<String>, _ console: Console
    ) throws(Failure) -> ExitStatus {
        if let command = command as? any PlainCommand.Type {
            return try CommandRunner.run(command, arguments, console)
        }
        guard let command = command as? any SystemCommand.Type else { preconditionFailure("there are two kinds") }
        return try CommandRunner.run(command, arguments, console)
    }

    private static func overview(_ page: Page) -> Page {
        var page = page
        page.line("Usage: \(name) COMMAND [OPTIONS]", .strong)
        page.blank()
        page.paragraph(
            "Signs and checks the tokens (HS256 JSON Web Tokens) with which a web site tells a help desk's widget who "
                + "its visitor is.")
        page.blank()
        page.line("Commands:", .strong)
        for command in commands { page.entry(command.name, command.summary) }
        page.blank()
        page.line("Options:", .strong)
        page.entry("--help", "Show this text; behind a command, the help text of the command.")
        page.entry("--version", "Show the version.")
        page.blank()
        page.paragraph("Systems: ", .strong, Systems.names.joined(separator: ", "), hanging: 9)
        page.blank()
        page.paragraph(SecretSource.help)
        page.blank()
        page.paragraph(
            "Exit status: 0 done or accepted, 1 refused by the vendor, 2 wrong usage, 3 something could not be read or "
                + "written, 4 refused by this tool alone.")
        page.blank()
        page.paragraph("Begin with: ", .strong, "\(name) demo")
        return page
    }
}
