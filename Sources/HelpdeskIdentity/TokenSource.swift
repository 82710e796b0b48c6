/// Where the page has the visitor's token from.
public enum TokenSource: Sendable {
    /// The page fetches it from an address of the site's own, such as `/support/token`. The address answers a `GET` of a
    /// signed-in visitor with the token alone, as `text/plain`, and tells caches to keep nothing.
    case endpoint(String)
    /// The token stands in the page. The page must then be made anew for each visitor, and cached by nobody.
    case embedded(String)

    /// A JavaScript expression: a promise of the token's text.
    ///
    /// Whatever else an endpoint answers ends here: the page that a site shows to who has not signed in comes with status
    /// 200, too, and a vendor would say of it no more than "invalid".
    ///
    /// - Parameter indentation: what stands in front of its further lines.
    package func promise(indentation: String) -> String {
        switch self {
        case .embedded(let token):
            return "Promise.resolve(\(JavaScriptText.literal(token)))"
        case .endpoint(let url):
            return [
                "fetch(\(JavaScriptText.literal(url)), { credentials: \"same-origin\", cache: \"no-store\" })",
                "  .then(function (response) {",
                "    if (!response.ok) { throw new Error(\"the token endpoint answered \" + response.status); }",
                "    return response.text();",
                "  })",
                "  .then(function (text) {",
                "    var token = text.trim();",
                "    if (/^[\\w-]+\\.[\\w-]+\\.[\\w-]+$/.test(token)) { return token; }",
                "    throw new Error(\"the token endpoint answered something else than a token\");",
                "  })",
            ].joined(separator: "\n" + indentation)
        }
    }
}
