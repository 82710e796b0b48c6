/// The address of the site's own from which the browser fetches a fresh token.
///
/// It answers a `GET` of a signed-in visitor with the token alone, as `text/plain`, and tells caches to keep nothing.
public struct TokenEndpoint: Sendable {
    /// An address on the site, such as `/support/token`, or a whole `https` address.
    public let url: String

    /// An endpoint.
    public init(_ url: String) {
        self.url = url
    }

    /// A JavaScript expression: a promise of the token's text. It fails where the answer is not a success.
    ///
    /// - Parameter indentation: what stands in front of its further lines.
    package func fetchExpression(indentation: String) -> String {
        [
            "fetch(\(JavaScriptText.literal(url)), { credentials: \"same-origin\", cache: \"no-store\" })",
            "  .then(function (response) {",
            "    if (!response.ok) { throw new Error(\"the token endpoint answered \" + response.status); }",
            "    return response.text();",
            "  })",
        ].joined(separator: "\n" + indentation)
    }
}
