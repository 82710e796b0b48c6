/// JavaScript for a page of the site.
public struct BrowserScript: Sendable, Equatable {
    /// The JavaScript, for a script file or to be put between script tags. No text in it can end a script element.
    public let code: String

    /// JavaScript in which every text from outside is a ``JavaScriptText/literal(_:)``.
    package init(_ code: String) {
        self.code = code
    }

    /// The code in a script element of its own.
    ///
    /// - Parameter nonce: the nonce of the page's Content-Security-Policy, made anew for each answer, if it has one.
    public func element(nonce: String? = nil) -> String {
        let attribute = nonce.map { " nonce=\"\(HTMLText.attribute($0))\"" } ?? ""
        return "<script\(attribute)>\n\(code)\n</script>"
    }
}
