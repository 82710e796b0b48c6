// The Swift of Docs/Tiledesk.md.

import Testing
import TiledeskJWT

private let secret = "an example secret of 32 bytes at least"

struct TiledeskSnippets {
    // begin
    struct Support {
        let tiledesk: Tiledesk

        init(projectID: String, secret: String) throws {
            tiledesk = try Tiledesk(projectID: projectID, key: HS256Key(utf8: secret))
        }

        /// The body of `GET /support/token`, as text/plain, for a visitor who is signed in.
        func token(userID: Int, firstName: String?, lastName: String?, email: String) throws -> String {
            let visitor = try TiledeskUser(
                id: String(userID), firstName: firstName, lastName: lastName, email: EmailAddress(email))
            return try tiledesk.token(for: visitor)
        }
    }
    // end

    @Test func endpoint() throws {
        let support = try Support(projectID: "5b55e806c93dde00143163dd", secret: secret)
        let token = try support.token(userID: 7, firstName: "Jane", lastName: nil, email: "jane@soap.example")
        #expect(try support.tiledesk.verify(token).id == "7")
    }

    @Test func page() {
        let nonce = "r4nd0m"

        // begin
        let widget = Tiledesk.Widget()
        let signIn = widget.signInScript(token: .endpoint("/support/token"))
        let html = signIn.element(nonce: nonce)  // the nonce of this answer's Content-Security-Policy
        let signOut = widget.signOutScript
        // end
        #expect(html.hasPrefix("<script nonce=\"r4nd0m\">") && html.contains("\"/support/token\""))
        #expect(signOut?.code.contains("logout") == true)
    }

    @Test func handOver() {
        let token = "a.b.c"

        // begin
        let argument = TiledeskWidgetArgument(token: token).text
        // end
        #expect(argument == "JWT a.b.c")
    }
}
