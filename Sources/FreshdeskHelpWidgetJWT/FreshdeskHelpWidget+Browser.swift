public import HelpdeskIdentity

extension FreshdeskHelpWidget {
    /// The page's script block: loads the widget and signs the customer in.
    ///
    /// The widget is given a function that it calls around the token's expiry; the function fetches a new token and
    /// signs in with that. An embedded token cannot be renewed, so it comes without the function.
    ///
    /// - Parameters:
    ///   - widgetID: the number of the widget, as its embed code names it.
    ///   - token: where the page has the token from; an endpoint is the way to be renewed.
    public static func signInScript(widgetID: Int64, token: TokenSource) -> BrowserScript {
        BrowserScript(
            """
            (function () {
              window.fwSettings = { widget_id: \(widgetID) };
              if (typeof window.FreshworksWidget !== "function") {
                var queue = function () { queue.q.push(arguments); };
                queue.q = [];
                window.FreshworksWidget = queue;
                var script = document.createElement("script");
                script.async = true;
                script.src = "https://widget.freshworks.com/widgets/\(widgetID).js";
                document.head.appendChild(script);
              }
              \(signIn(token))
            })();
            """)
    }

    /// The call that signs the customer out. Run it when he signs out of the site.
    public static var signOutScript: BrowserScript {
        BrowserScript(
            """
            FreshworksWidget("logout");
            """)
    }

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
