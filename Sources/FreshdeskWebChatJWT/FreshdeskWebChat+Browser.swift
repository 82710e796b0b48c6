public import HelpdeskIdentity

extension FreshdeskWebChat {
    /// The widget that a page shows, as the embed code of the admin pages names it.
    public struct Widget: Sendable {
        /// The address of the account, such as `https://example.freshchat.com`; the widget's script is loaded from it.
        public let host: String
        /// The widget's own token, which is no JWT and no secret.
        public let token: String
        /// The id of the widget.
        public let widgetID: String

        /// A widget.
        public init(host: String, token: String, widgetID: String) {
            self.host = host
            self.token = token
            self.widgetID = widgetID
        }
    }

    /// The page's script block: loads the widget and starts it with the visitor's token.
    ///
    /// Once authentication is enforced, the widget does not start without a token, so it is loaded when there is one. The
    /// page describes no renewal: where the token comes from an endpoint, each page load gets a fresh one.
    ///
    /// - Parameters:
    ///   - widget: the widget, as its embed code names it.
    ///   - token: where the page has the token from.
    public static func signInScript(widget: Widget, token: TokenSource) -> BrowserScript {
        BrowserScript(
            """
            (function () {
              function start(token) {
                window.fdWidget.init({
                  host: \(JavaScriptText.literal(widget.host)),
                  token: \(JavaScriptText.literal(widget.token)),
                  widgetId: \(JavaScriptText.literal(widget.widgetID)),
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
                  script.src = \(JavaScriptText.literal(widget.host + "/webchat/js/widget.js"));
                  document.head.appendChild(script);
                }
                script.addEventListener("load", function () { start(token); });
              }
              \(token.promise(indentation: "  "))
                .then(load, function (error) { console.error("Freshdesk Web Chat: no token:", error.message); });
            })();
            """)
    }
}
