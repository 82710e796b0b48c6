import HelpdeskJWT
import HelpdeskReport

/// `embed`: the browser calls that hand a token over.
enum EmbedCommand: TokenCommand {
    static let name = "embed"
    static let summary = "Prints the JavaScript that hands the token to the help desk's widget."
    static let notes = [
        "With --token-url, the page never contains the token: it fetches a fresh one from an address on your own site, "
            + "which answers signed-in visitors with the token alone. With --token-file, the script contains one token "
            + "for a page that your server makes for each visitor."
    ]

    private static let tokenURL = CommandOption(
        "--token-url", "URL",
        help: "The address on your site that answers with a token: a path such as /support/token.")
    private static let tokenFile = CommandOption(
        file: "--token-file", help: "Write the token in FILE into the script; \"-\" is standard input.")
    private static let html = CommandOption(flag: "--html", help: "Print script elements to put into a page.")
    private static let nonce = CommandOption(
        "--nonce", "NONCE",
        help: "The nonce of the page's Content-Security-Policy, for the script elements; implies --html.")

    private static let allowOtherSite = CommandOption(
        flag: "--allow-other-site",
        help:
            "Accept a --token-url with a host in it. Anyone who answers there decides who your visitors are: the host "
            + "must be your own, and let your pages in (CORS).")

    static let options = [tokenURL, allowOtherSite, tokenFile, html, nonce]
    static var kinds: [any TokenCommandLine.Type] { TokenKinds.systems }

    static func options(of kind: any TokenCommandLine.Type) -> [CommandOption] { kind.embedOptions }

    static func examples(for kind: any TokenCommandLine.Type) -> [[String]] {
        [[Tool.name, name, kind.id] + kind.sample.embed + ["--token-url", "/support/token"]]
    }

    static func run(
        _ kind: (any TokenCommandLine.Type)?, _ arguments: ParsedArguments, _ console: Console
    ) throws(Failure) -> ExitStatus {
        guard let kind else { preconditionFailure("embed cannot do without") }
        let snippets = try kind.embed(arguments, token: token(for: kind, arguments, console))
        let isHTML = arguments.has(html) || arguments.has(nonce)
        var page = console.page()
        for snippet in snippets {
            page.blank()
            page.lines(isHTML ? element(for: snippet, arguments[nonce]) : javaScript(for: snippet, width: page.width))
        }
        try console.show(page)
        return .done
    }

    private static func javaScript(for snippet: Snippet, width: Int) -> String {
        let room = width - 3
        let comment = Wrapping.lines(of: "\(snippet.purpose).", width: room, later: room).map { "// \($0)" }
        return (comment + [snippet.script.code]).joined(separator: "\n")
    }

    private static func element(for snippet: Snippet, _ nonce: String?) -> String {
        "<!-- \(snippet.purpose). -->\n\(snippet.script.element(nonce: nonce))"
    }

    // MARK: The token

    private static func token(
        for kind: any TokenCommandLine.Type, _ arguments: ParsedArguments, _ console: Console
    ) throws(Failure) -> TokenSource {
        switch (arguments[tokenURL], arguments[tokenFile]) {
        case (let url?, nil): return .endpoint(try checked(url, arguments))
        case (nil, let file?):
            let token = kind.token(in: try TokenInput.read(file, console))
            guard !token.isEmpty else { throw .unreadable("there is no token: the file is empty") }
            return .embedded(token)
        case (nil, nil): throw .usage("--token-url URL is missing, or --token-file FILE in its place")
        case (_?, _?): throw .usage("the token comes from --token-url or from --token-file, not from both")
        }
    }

    /// The address, if it is one that a page should fetch its tokens from.
    ///
    /// A browser reads a backslash as a slash, and ignores line breaks and tabs (WHATWG URL 4.4). So `//host`,
    /// `/\\host`, and two slashes with a tab between them all name another site.
    private static func checked(_ url: String, _ arguments: ParsedArguments) throws(Failure) -> String {
        let bytes = Array(url.utf8)
        guard bytes.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw .usage(
                "--token-url takes an address in ASCII, without spaces; write other characters percent-encoded")
        }
        if bytes.first == 0x2F && ![0x2F, 0x5C].contains(bytes.dropFirst().first) { return url }
        guard ["https://", "http://", "//"].contains(where: { url.hasPrefix($0) }) else {
            throw .usage("--token-url takes a path on your site, such as /support/token")
        }
        guard arguments.has(allowOtherSite) else {
            throw .usage(
                "--token-url names a host, and the tokens of a page come from its own site: give the path alone, such as "
                    + "/support/token", hint: "If the other site is yours too, add \(allowOtherSite.name).")
        }
        return url
    }
}
