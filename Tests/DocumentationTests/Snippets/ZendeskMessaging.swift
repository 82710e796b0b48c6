// The Swift of Docs/ZendeskMessaging.md.

import Testing
import ZendeskMessagingJWT

private let secret = "an example secret of 32 bytes at least"

struct ZendeskMessagingSnippets {
    // begin
    struct Support {
        let zendesk: ZendeskMessaging

        init(keyID: String, secret: String) throws {
            zendesk = try ZendeskMessaging(keyID: keyID, key: HS256Key(utf8: secret))
        }

        /// The body of `GET /support/token`, as text/plain, for a visitor who is signed in.
        func token(userID: Int, name: String, email: String, isEmailVerified: Bool) throws -> String {
            let visitor = try ZendeskMessagingUser(
                id: String(userID),
                name: name,
                email: isEmailVerified ? .verified(EmailAddress(email)) : .unverified(EmailAddress(email)))
            return try zendesk.token(for: visitor)
        }
    }
    // end

    @Test func endpoint() throws {
        let support = try Support(keyID: "app_1", secret: secret)
        let token = try support.token(userID: 7, name: "Jane", email: "jane@soap.example", isEmailVerified: false)
        #expect(try support.zendesk.verify(token).email == .unverified("jane@soap.example"))
    }

    @Test func page() {
        let nonce = "r4nd0m"

        // begin
        let widget = ZendeskMessaging.Widget()
        let signIn = widget.signInScript(token: .endpoint("/support/token"))
        let html = signIn.element(nonce: nonce)  // the nonce of this answer's Content-Security-Policy
        let signOut = widget.signOutScript
        // end
        #expect(html.hasPrefix("<script nonce=\"r4nd0m\">") && html.contains("\"/support/token\""))
        #expect(signOut?.code.contains("logoutUser") == true)
    }
}
