import HelpdeskReport

/// The tool as a whole: finds the command that is meant and runs it.
enum Tool {
    static let name = "helpdesk-jwt"
    static let version = "0.1.0"
    static let summary =
        "Signs and checks the tokens (HS256 JSON Web Tokens) that tell a help desk's widget who the visitor of a web "
        + "site is."

    /// The commands, in the order in which they are shown.
    static let commands: [any Command.Type] = [
        DemoCommand.self, SystemsCommand.self, SignCommand.self, CheckCommand.self, CheckSecretCommand.self,
        InspectCommand.self, EmbedCommand.self, CompletionsCommand.self, ManualCommand.self,
    ]

    /// The options in place of a command.
    static let options = [
        CommandOption(flag: "--help", help: "Show this text, or the help text of the command before it."),
        CommandOption(flag: "--version", help: "Show the version."),
    ]

    /// The environment variables that the tool reads.
    static let environment = [
        (SecretSource.variable, "The shared secret, every byte of it."),
        ("NO_COLOR", "If set and not empty, nothing is in color."),
        ("COLUMNS", "The width of a line, from 40 to 80 columns. Without it, the width of the terminal."),
        ("TZ", "The time zone for dates, besides UTC. Without it, that of the system."),
    ]

    /// Runs the tool.
    ///
    /// - Parameter arguments: The arguments after the tool's own name.
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
        // Anyone new to the tool types its name alone.
        let first = arguments.first ?? "--help"
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
            return try command.run(rest, console)
        }
        if first.hasPrefix("-") {
            if SecretSource.isAttempt(String(first.prefix { $0 != "=" })) { throw SecretSource.refusal }
            throw .usage("the command comes first: \(name) COMMAND [OPTIONS]", hint: hint)
        }
        if TokenKinds.all.contains(where: { $0.id == first }) {
            throw .usage("the command comes before the system: \(name) COMMAND \(first)", hint: hint)
        }
        let suggestion = Suggestion.sentence(for: first, among: commands.map { $0.name })
        throw .usage("there is no command \(first.astray)\(suggestion)", hint: hint)
    }

    private static func overview(_ page: Page) -> Page {
        var page = page
        page.line("Usage: \(name) COMMAND [OPTIONS]", .strong)
        page.blank()
        page.paragraph(summary)
        page.section("Commands:")
        for command in commands { page.entry(command.name, command.summary) }
        page.section("Options:")
        for option in options { page.entry(option.synopsis, option.help) }
        page.section("Environment:")
        for (variable, help) in environment { page.entry(variable, help) }
        page.section("Exit status:")
        for status in ExitStatus.allCases { page.entry("\(status.rawValue)", "\(status.meaning).") }
        page.blank()
        page.paragraph(
            "Systems: ", .strong,
            TokenKinds.systems.map { $0.id }.joined(separator: ", ")
                + "; and jwt, for any other token.", hanging: 9)
        page.blank()
        page.paragraph("Begin with: ", .strong, "\(name) demo")
        return page
    }
}
