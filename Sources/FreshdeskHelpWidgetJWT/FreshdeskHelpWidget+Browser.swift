public import HS256
public import HelpdeskIdentity

extension FreshdeskHelpWidget {
    /// A Freshdesk help widget on a page.
    public struct Widget: BrowserWidget, Hashable {
        /// The ID of the widget: digits, as the embed code has them after `widget_id`.
        public let id: String

        /// A widget.
        ///
        /// - Parameter id: The ID of the widget: the number after `widget_id` in the embed code.
        /// - Throws: `Finding.Code.claimInvalid` for what is no positive number.
        public init(id: String) throws(HS256Error) {
            guard let number = Int64(id), number > 0, "\(number)".hasSameBytes(as: id) else {
                throw .claimInvalid("widget_id", reason: "is not the number after widget_id in the embed code")
            }
            self.id = id
        }

        /// The script that loads the widget and signs the customer in, in place of the embed code.
        ///
        /// The widget is given a function that it calls around the token's expiry; the function fetches a new token and
        /// signs in with that. An embedded token cannot be renewed, so it comes without the function.
        ///
        /// - Parameter token: Where the page gets the token from; only an endpoint can renew it.
        public func signInScript(token: TokenSource) -> BrowserScript {
            BrowserScript(
                """
                (function () {
                  window.fwSettings = { widget_id: \(id) };
                  if (typeof window.FreshworksWidget !== "function") {
                    var queue = function () { queue.q.push(arguments); };
                    queue.q = [];
                    window.FreshworksWidget = queue;
                    var script = document.createElement("script");
                    script.async = true;
                    script.src = "https://widget.freshworks.com/widgets/\(id).js";
                    document.head.appendChild(script);
                  }
                  \(Self.signIn(token))
                })();
                """)
        }

        /// The call that signs the customer out.
        public var signOutScript: BrowserScript? { BrowserScript("FreshworksWidget(\"logout\");") }

        private static func signIn(_ token: TokenSource) -> String {
            switch token {
            case .embedded(let token):
                return "FreshworksWidget(\"authenticate\", { token: \(JavaScriptText.literal(token)) });"
            case .endpoint:
                return """
                    function authenticate() {
                        \(token.promise(indentation: "    "))
                          .then(
                            function (token) { FreshworksWidget("authenticate", { token: token, callback: authenticate }); },
                            function (error) { console.error("Freshdesk help widget: no token:", error.message); });
                      }
                      authenticate();
                    """
            }
        }
    }
}
