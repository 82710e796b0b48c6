// The Swift of Docs/FreshdeskHelpWidget.md.

import FreshdeskHelpWidgetJWT
import Testing

private let secret = "an example secret of 32 bytes at least"

struct FreshdeskHelpWidgetSnippets {
    // begin
    struct Support {
        let widget: FreshdeskHelpWidget

        init(sharedSecretKey: String) throws {
            widget = FreshdeskHelpWidget(key: try HS256Key(utf8: sharedSecretKey))
        }

        /// The body of `GET /support/token`, as text/plain, for a customer who is signed in.
        func token(name: String, confirmedEmail: String) throws -> String {
            try widget.token(for: FreshdeskHelpWidgetUser(name: name, email: EmailAddress(confirmedEmail)))
        }
    }
    // end

    @Test func endpoint() throws {
        let support = try Support(sharedSecretKey: secret)
        let token = try support.token(name: "Jane Soap", confirmedEmail: "jane@soap.example")
        #expect(try support.widget.verify(token).email == "jane@soap.example")
    }

    @Test func page() throws {
        let nonce = "r4nd0m"

        // begin
        let widget = try FreshdeskHelpWidget.Widget(id: "73000000001")
        let signIn = widget.signInScript(token: .endpoint("/support/token"))
        let html = signIn.element(nonce: nonce)  // the nonce of this answer's Content-Security-Policy
        let signOut = widget.signOutScript
        // end
        #expect(html.hasPrefix("<script nonce=\"r4nd0m\">") && html.contains("\"/support/token\""))
        #expect(html.contains("https://widget.freshworks.com/widgets/73000000001.js"))
        #expect(signOut?.code.contains("logout") == true)
    }
}
