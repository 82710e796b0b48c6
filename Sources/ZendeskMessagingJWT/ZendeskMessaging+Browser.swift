public import HelpdeskIdentity

extension ZendeskMessaging {
    /// The call that signs the visitor in to the Web Widget, as JavaScript.
    ///
    /// Run it as soon as the site knows who the visitor is, after the widget's own script. The widget calls back for a
    /// token at once and again whenever it needs a newer one, so the token is fetched and never stands in the page.
    ///
    /// - Parameter endpoint: where the page gets a token for its visitor.
    public static func loginUser(tokenFrom endpoint: TokenEndpoint) -> String {
        """
        zE("messenger", "loginUser", function (callback) {
          \(endpoint.fetchExpression(indentation: "  "))
            .then(callback)
            .catch(function (error) { console.error("Zendesk sign-in: no token:", error.message); });
        }, function (error) {
          if (error) { console.error("Zendesk sign-in failed:", error.reason, error.message); }
        });
        """
    }

    /// The call that signs the visitor out, as JavaScript. Run it when the visitor signs out of the site.
    public static var logoutUser: String {
        """
        zE("messenger", "logoutUser");
        """
    }
}
