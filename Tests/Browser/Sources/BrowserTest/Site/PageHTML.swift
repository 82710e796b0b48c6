import HelpdeskJWT

/// A page as the browser gets it.
struct PageHTML {
    let page: Page
    let origin: String
    let nonce: String

    /// The page, with the snippet as the library renders it.
    func text(token: TokenSource) -> String {
        let vendorScript: String
        switch page.desk.loading {
        case .byPage: vendorScript = "<script nonce=\"\(nonce)\" src=\"/stand-ins/\(page.desk.id).js\"></script>"
        case .bySnippet: vendorScript = ""
        }
        let snippet = page.desk.signIn(origin, token).element(nonce: nonce)
        return """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <title>\(page.desk.name)</title>
            <link rel="icon" href="data:,">
            <style nonce="\(nonce)">body { font-family: sans-serif } pre { white-space: pre-wrap; word-break: break-all }</style>
            </head>
            <body>
            <h1>\(page.desk.name)</h1>
            <p>\(page.id)\(button)</p>
            <pre id="widget"></pre>
            <script nonce="\(nonce)" src="/stand-ins/vendor.js"></script>
            <script nonce="\(nonce)">\(page.desk.settings)</script>
            \(vendorScript)
            \(page.change(snippet))
            \(listener)
            </body>
            </html>
            """
    }

    private var button: String {
        page.desk.signOut == nil ? "" : " <button id=\"sign-out\">Sign out</button>"
    }

    /// The button's work, in a script of its own: the page's policy forbids code in attributes.
    private var listener: String {
        guard let signOut = page.desk.signOut else { return "" }
        return """
            <script nonce="\(nonce)">
            document.getElementById("sign-out").addEventListener("click", function () {
            \(signOut.code)
            });
            </script>
            """
    }

    /// The Content-Security-Policy; nil for none.
    var policy: String? {
        let scripts: String
        switch (page.policy, page.desk.loading) {
        case (.absent, _): return nil
        case (.nonceAndDynamic, _): scripts = "'nonce-\(nonce)' 'strict-dynamic'"
        case (.nonceAndVendor, .bySnippet(let vendor)): scripts = "'nonce-\(nonce)' \(vendor.isEmpty ? origin : vendor)"
        case (.nonceAndVendor, .byPage), (.nonce, _): scripts = "'nonce-\(nonce)'"
        }
        return
            "default-src 'none'; script-src \(scripts); style-src 'nonce-\(nonce)'; connect-src 'self'; img-src data:;"
            + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    }
}
