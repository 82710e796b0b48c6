import HelpdeskJWT

/// `embed`: the browser calls that hand a token over.
enum EmbedCommand: SystemCommand {
    static let name = "embed"
    static let summary = "Prints the JavaScript with which a page hands the token to the help desk's widget."
    static let notes = [
        "With --token-url the token never stands in the page: the page fetches a fresh one from an address of your own "
            + "site, which answers signed-in visitors with the token alone. With --token-file one token is written into "
            + "the script, for a page that is made anew for each visitor."
    ]

    private static let tokenURL = CommandOption(
        "--token-url", "URL",
        help: "The address on your site that answers with a token: a path such as /support/token, or https://…")
    private static let tokenFile = CommandOption(
        "--token-file", "FILE", help: "Write the token in FILE into the script; \"-\" is standard input.")
    private static let html = CommandOption(flag: "--html", help: "Print script elements, to be put into a page.")
    private static let nonce = CommandOption(
        "--nonce", "NONCE",
        help: "The nonce of the page's Content-Security-Policy, for the script elements; implies --html.")

    static let options = [tokenURL, tokenFile, html, nonce]

    static func options(of system: any SystemCommandLine.Type) -> [CommandOption] { system.embedOptions }

    static func examples(for system: any SystemCommandLine.Type) -> [String] {
        [
            ShellText.command(
                [Tool.name, name, system.profile.id] + system.sample.embed + ["--token-url", "/support/token"])
        ]
    }

    static func run(
        _ system: any SystemCommandLine.Type, _ arguments: ParsedArguments, _ console: Console
    ) throws(Failure) -> ExitStatus {
        let snippets = try system.embed(arguments, token: token(for: system, arguments, console))
        let isHTML = arguments.has(html) || arguments.has(nonce)
        var page = console.page()
        for snippet in snippets {
            page.blank()
            page.lines(isHTML ? element(for: snippet, arguments[nonce]) : javaScript(for: snippet))
        }
        try console.show(page)
        return .done
    }

    private static func javaScript(for snippet: Snippet) -> String {
        let room = Page.width - 3
        let comment = Wrapping.lines(of: "\(snippet.purpose).", width: room, later: room).map { "// \($0)" }
        return (comment + [snippet.script.code]).joined(separator: "\n")
    }

    private static func element(for snippet: Snippet, _ nonce: String?) -> String {
        "<!-- \(snippet.purpose). -->\n\(snippet.script.element(nonce: nonce))"
    }

    // MARK: The token

    private static func token(
        for system: any SystemCommandLine.Type, _ arguments: ParsedArguments, _ console: Console
    ) throws(Failure) -> TokenSource {
        switch (arguments[tokenURL], arguments[tokenFile]) {
        case (let url?, nil): return .endpoint(try checked(url))
        case (nil, let file?):
            let token = system.token(in: try TokenInput.read(file, console))
            guard !token.isEmpty else { throw .unreadable("there is no token: the file is empty") }
            return .embedded(token)
        case (nil, nil): throw .usage("--token-url URL is missing, or --token-file FILE in its place")
        case (_?, _?): throw .usage("the token comes from --token-url or from --token-file, not from both")
        }
    }

    private static func checked(_ url: String) throws(Failure) -> String {
        guard ["/", "https://", "http://"].contains(where: { url.hasPrefix($0) }) else {
            throw .usage("--token-url takes a path on your site such as /support/token, or an address with https://")
        }
        return url
    }
}
