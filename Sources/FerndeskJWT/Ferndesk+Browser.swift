public import HelpdeskIdentity

extension Ferndesk {
    /// The page's call that identifies the user, after the Ferndesk SDK's own script and before the widget is opened.
    ///
    /// - Parameters:
    ///   - widgetID: the id of the widget.
    ///   - token: where the page has the token from.
    public static func signInScript(widgetID: String, token: TokenSource) -> BrowserScript {
        BrowserScript(
            """
            Ferndesk("init", { widgetId: \(JavaScriptText.literal(widgetID)) });
            \(token.promise(indentation: ""))
              .then(
                function (jwt) { Ferndesk("identify", { jwt: jwt }); },
                function (error) { console.error("Ferndesk: no token:", error.message); });
            """)
    }

    /// The call that signs the user out: the widget is started again without identifying anybody.
    ///
    /// - Parameter widgetID: the id of the widget.
    public static func signOutScript(widgetID: String) -> BrowserScript {
        BrowserScript(
            """
            Ferndesk("init", { widgetId: \(JavaScriptText.literal(widgetID)) });
            """)
    }
}
