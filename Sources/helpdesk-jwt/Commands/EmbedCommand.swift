import HelpdeskJWT

/// `embed`: the browser calls that hand a token over.
enum EmbedCommand: SystemCommand {
    static let name = "embed"
    static let summary = "Prints the JavaScript with which a page hands the token to the help desk's widget."
    static let notes = [
        "The token never stands in the page: the page fetches a fresh one from an address of your own site, which "
            + "answers signed-in visitors with the token alone."
    ]

    private static let tokenURL = CommandOption(
        "--token-url", "URL", isRequired: true,
        help: "The address on your site that answers with a token: a path such as /support/token, or https://…")

    static let options = [tokenURL]

    static func options(of system: any SystemCommandLine.Type) -> [CommandOption] { system.embedOptions }

    static func examples(for system: any SystemCommandLine.Type) -> [String] {
        [ShellText.command([Tool.name, name, system.profile.id, "--token-url", "/support/token"])]
    }

    static func run(
        _ system: any SystemCommandLine.Type, _ arguments: ParsedArguments, _ console: Console
    ) throws(Failure) -> ExitStatus {
        let endpoint = TokenEndpoint(try url(arguments))
        var page = console.page()
        for snippet in try system.embed(arguments, tokenFrom: endpoint) {
            page.blank()
            let room = Page.width - 3
            for line in Wrapping.lines(of: "\(snippet.purpose).", width: room, later: room) { page.line("// \(line)") }
            page.lines(snippet.javaScript)
        }
        try console.show(page)
        return .done
    }

    private static func url(_ arguments: ParsedArguments) throws(Failure) -> String {
        let url = try arguments.required(tokenURL)
        guard ["/", "https://", "http://"].contains(where: { url.hasPrefix($0) }) else {
            throw .usage("--token-url takes a path on your site such as /support/token, or an address with https://")
        }
        return url
    }
}
