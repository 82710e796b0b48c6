/// JavaScript for a page of the site.
public struct BrowserScript: Sendable, Hashable {
    /// The JavaScript, for a script file or to be put between script tags. No text in it can end a script element.
    public let code: String

    /// JavaScript in which every text from outside is a ``JavaScriptText/literal(_:)``.
    package init(_ code: String) {
        self.code = code
    }

    /// The code in a script element of its own.
    ///
    /// - Parameter nonce: the nonce of the page's Content-Security-Policy, new for each response, if the page has one.
    public func element(nonce: String? = nil) -> String {
        let attribute = nonce.map { " nonce=\"\(HTMLText.attribute($0))\"" } ?? ""
        return "<script\(attribute)>\n\(code)\n</script>"
    }
}

/// A help desk's widget on a page of the site: the page's calls that say who the visitor is, and that they have left.
///
/// Each system has a type `Widget` with what its calls need, such as the widget's ID. It can only be made of values that
/// the calls can use.
public protocol BrowserWidget: Sendable {
    /// The script that signs the visitor in.
    ///
    /// - Parameter token: Where the page gets the token from.
    func signInScript(token: TokenSource) -> BrowserScript

    /// The script that signs the visitor out, to be run when they sign out of the site. Nil where the vendor documents
    /// none.
    var signOutScript: BrowserScript? { get }
}

/// Where the page gets the visitor's token from.
public enum TokenSource: Sendable {
    /// The page fetches it from an address of the site's own, such as `/support/token`. The address answers a `GET` of a
    /// signed-in visitor with the token alone, as `text/plain`, and tells caches to keep nothing.
    case endpoint(String)
    /// The token is in the page. The page must then be made for each visitor, and cached nowhere.
    case embedded(String)

    /// A JavaScript expression: a promise of the token's text.
    ///
    /// Whatever else an endpoint answers ends here: the page that a site shows to who has not signed in comes with status
    /// 200, too, and a vendor would say of it no more than "invalid".
    ///
    /// - Parameter indentation: the white space that its further lines begin with.
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
