// The Swift of Docs/Ferndesk.md.

import FerndeskJWT
import Testing

private let secret = "an example secret of 32 bytes at least"

struct FerndeskSnippets {
    // begin
    struct Support {
        let ferndesk: Ferndesk

        init(secret: String) throws {
            ferndesk = Ferndesk(key: try HS256Key(utf8: secret))
        }

        /// The body of `GET /support/token`, as text/plain, for a user who is signed in.
        func token(userID: Int, email: String, name: String?, plan: String) throws -> String {
            let user = try FerndeskUser(
                id: String(userID), name: name, email: EmailAddress(email), customAttributes: ["plan": .string(plan)])
            return try ferndesk.token(for: user)
        }
    }
    // end

    @Test func endpoint() throws {
        let support = try Support(secret: secret)
        let token = try support.token(userID: 7, email: "jane@soap.example", name: nil, plan: "pro")
        #expect(try support.ferndesk.verify(token).customAttributes == ["plan": "pro"])
    }

    @Test func page() {
        let nonce = "r4nd0m"

        // begin
        let widget = Ferndesk.Widget(id: "your-widget-id")
        let signIn = widget.signInScript(token: .endpoint("/support/token"))
        let html = signIn.element(nonce: nonce)  // the nonce of this answer's Content-Security-Policy
        let signOut = widget.signOutScript
        // end
        #expect(html.hasPrefix("<script nonce=\"r4nd0m\">") && html.contains("\"/support/token\""))
        #expect(signOut?.code.contains("identify") == false)
    }

    @Test func domain() {
        // begin
        if let hint = Ferndesk.domainHint(pageHost: "app.example.net", helpCenterHost: "help.example.com") {
            print(hint)
        }
        // end
        #expect(Ferndesk.domainHint(pageHost: "app.example.net", helpCenterHost: "help.example.com") != nil)
    }
}
