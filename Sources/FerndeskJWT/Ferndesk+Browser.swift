public import HS256
public import HelpdeskIdentity

extension Ferndesk {
    /// A Ferndesk widget on a page.
    public struct Widget: BrowserWidget, Hashable {
        /// The ID of the widget, as the embed code has it.
        public let id: String

        /// A widget.
        ///
        /// - Parameter id: The ID of the widget, as the embed code has it.
        public init(id: String) {
            self.id = id
        }

        /// The call that identifies the user. Run it after the Ferndesk SDK's own script and before the widget is opened.
        ///
        /// - Parameter token: Where the page gets the token from.
        public func signInScript(token: TokenSource) -> BrowserScript {
            BrowserScript(
                """
                \(initialize)
                \(token.promise(indentation: ""))
                  .then(
                    function (jwt) { Ferndesk("identify", { jwt: jwt }); },
                    function (error) { console.error("Ferndesk: no token:", error.message); });
                """)
        }

        /// The call that signs the user out: it starts the widget again without identifying anybody.
        public var signOutScript: BrowserScript? { BrowserScript(initialize) }

        private var initialize: String { "Ferndesk(\"init\", { widgetId: \(JavaScriptText.literal(id)) });" }
    }
}

extension Ferndesk {
    /// Whether `identify` is likely to work on a page of one host for a help center on another. A hint and never an
    /// obstacle: it compares the last two labels and knows no list of public suffixes.
    ///
    /// - Parameters:
    ///   - pageHost: the host of the site's page, such as `app.example.com`, without scheme and port.
    ///   - helpCenterHost: the host of the help center, such as `help.example.com`.
    /// - Returns: a warning where it is not likely, else nil.
    public static func domainHint(pageHost: String, helpCenterHost: String) -> Finding? {
        let page = labels(pageHost)
        let helpCenter = labels(helpCenterHost)
        let isLikely =
            page == helpCenter
            || page.count >= 2 && page.count <= 3 && helpCenter.count >= 2 && page.suffix(2) == helpCenter.suffix(2)
        if isLikely { return nil }
        return profile.rules.finding(
            .warning, "domain.other", nil,
            "\(pageHost.excerpt) is neither the domain of \(helpCenterHost.excerpt) nor one level below it",
            "Call identify on a page under the same domain; localhost never works", section: "\"How It Works\"")
    }

    /// The labels of a host in lower case; a dot at the end is none.
    private static func labels(_ host: String) -> [[UInt8]] {
        host.utf8.map { $0.asciiLowercased }.split(separator: 0x2E).map(Array.init)
    }
}
