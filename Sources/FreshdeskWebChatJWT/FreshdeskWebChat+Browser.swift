public import HelpdeskIdentity

extension FreshdeskWebChat {
    /// A Web Chat widget on a page, as the embed code of the admin pages describes it.
    public struct Widget: BrowserWidget, Hashable {
        /// The address of the account, such as `https://example.freshchat.com`. The widget's script is loaded from it.
        public let host: String
        /// The widget's own token, which is no JWT and no secret.
        public let token: String
        /// The ID of the widget.
        public let id: String

        /// A widget.
        ///
        /// - Parameters:
        ///   - host: The address of the account.
        ///   - token: The widget's own token.
        ///   - id: The ID of the widget, `widgetId` in the embed code.
        public init(host: String, token: String, id: String) {
            self.host = host
            self.token = token
            self.id = id
        }

        /// The script that loads the widget and starts it with the visitor's token, in place of the embed code.
        ///
        /// Once authentication is enforced, the widget does not start without a token, so it is loaded when there is one.
        /// The vendor's page describes no renewal: where the token comes from an endpoint, each page load gets a new one.
        ///
        /// - Parameter token: Where the page gets the token from.
        public func signInScript(token: TokenSource) -> BrowserScript {
            BrowserScript(
                """
                (function () {
                  function start(token) {
                    window.fdWidget.init({
                      host: \(JavaScriptText.literal(host)),
                      token: \(JavaScriptText.literal(self.token)),
                      widgetId: \(JavaScriptText.literal(id)),
                      jwtAuthToken: token
                    });
                  }
                  function load(token) {
                    if (window.fdWidget) { start(token); return; }
                    var script = document.getElementById("Freshdesk-js-sdk");
                    if (!script) {
                      script = document.createElement("script");
                      script.id = "Freshdesk-js-sdk";
                      script.async = true;
                      script.src = \(JavaScriptText.literal(host + "/webchat/js/widget.js"));
                      document.head.appendChild(script);
                    }
                    script.addEventListener("load", function () { start(token); });
                  }
                  \(token.promise(indentation: "  "))
                    .then(load, function (error) { console.error("Freshdesk Web Chat: no token:", error.message); });
                })();
                """)
        }

        /// Always nil: the vendor documents no call that signs the visitor out.
        public var signOutScript: BrowserScript? { nil }
    }
}
