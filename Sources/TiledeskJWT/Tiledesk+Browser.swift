public import HS256
public import HelpdeskIdentity

extension Tiledesk {
    /// The Tiledesk widget on a page.
    public struct Widget: BrowserWidget, Hashable {
        /// The widget. Its calls need only the token.
        public init() {}

        /// The script that signs the visitor in, and shows the widget once that is done.
        ///
        /// Run it after the widget's own script, in whose `window.tiledeskSettings` the page sets `autoStart: false`. The
        /// widget asks for no second token, so an embedded one does as well.
        ///
        /// - Parameter token: Where the page gets the token from. It is the bare token; the prefix is added here.
        public func signInScript(token: TokenSource) -> BrowserScript {
            BrowserScript(
                """
                window.Tiledesk("onAuthStateChanged", function (event_data) {
                  if (event_data.detail && event_data.detail.isLogged) { window.Tiledesk("show"); }
                });
                \(token.promise(indentation: ""))
                  .then(
                    function (token) { window.Tiledesk("signInWithCustomToken", "JWT " + token); },
                    function (error) { console.error("Tiledesk: no token:", error.message); });
                """)
        }

        /// The call that signs the visitor out.
        public var signOutScript: BrowserScript? { BrowserScript("window.Tiledesk(\"logout\");") }
    }
}

/// What Tiledesk's widget is handed: `JWT `, with one space, and the token.
///
/// A type of its own, so that neither is taken for the other: the server refuses the token without the prefix.
///
/// Source: Tiledesk, "Widget Authentication": the token "must starts with the string "JWT "".
public struct TiledeskWidgetArgument: Sendable, Hashable {
    /// The token alone.
    public let token: String

    /// The argument for a token.
    public init(token: String) {
        self.token = token
    }

    /// An argument as it was found in a page or a request.
    ///
    /// - Parameter text: `JWT ` and a token. The server takes the word in any case, and exactly one space.
    /// - Throws: `Finding.Code.claimInvalid` for a text that does not begin so.
    public init(parsing text: String) throws(HS256Error) {
        let bytes = Array(text.utf8)
        let word = bytes.prefix(3).map { $0 & 0xDF }
        guard word == Array("JWT".utf8), bytes.count > 4, bytes[3] == 0x20, !bytes.dropFirst(4).contains(0x20) else {
            throw .claimInvalid(
                "signInWithCustomToken", reason: "needs \"JWT \", with one space, in front of the token")
        }
        token = String(decoding: bytes.dropFirst(4), as: UTF8.self)
    }

    /// `JWT ` and the token.
    public var text: String { "JWT " + token }
}
