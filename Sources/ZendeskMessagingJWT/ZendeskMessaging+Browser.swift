public import HelpdeskIdentity

extension ZendeskMessaging {
    /// Zendesk's Web Widget on a page.
    public struct Widget: BrowserWidget, Hashable {
        /// The widget. Its calls need only the token.
        public init() {}

        /// The call that signs the visitor in.
        ///
        /// Run it as soon as the site knows who the visitor is, after the widget's own script. The widget calls back for a
        /// token at once, and again whenever it needs a newer one: with an embedded token it gets the same one again.
        ///
        /// - Parameter token: Where the page gets the token from.
        public func signInScript(token: TokenSource) -> BrowserScript {
            BrowserScript(
                """
                zE("messenger", "loginUser", function (callback) {
                  \(token.promise(indentation: "  "))
                    .then(
                      function (token) { callback(token); },
                      function (error) { console.error("Zendesk sign-in: no token:", error.message); });
                }, function (error) {
                  if (error) { console.error("Zendesk sign-in failed:", error.reason, error.message); }
                });
                """)
        }

        /// The call that signs the visitor out.
        public var signOutScript: BrowserScript? { BrowserScript("zE(\"messenger\", \"logoutUser\");") }
    }
}
