public import HelpdeskIdentity

extension Tiledesk {
    /// The page's script block: shows the widget once the visitor is signed in, and signs him in.
    ///
    /// Run it after the widget's own script, in whose `window.tiledeskSettings` the page sets `autoStart: false`. The
    /// widget asks for no second token, so an embedded one does as well.
    ///
    /// - Parameter token: where the page has the token from, the bare token; the prefix is added here.
    public static func signInScript(token: TokenSource) -> BrowserScript {
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

    /// The call that signs the visitor out. Run it when he signs out of the site.
    public static var signOutScript: BrowserScript {
        BrowserScript(
            """
            window.Tiledesk("logout");
            """)
    }
}
