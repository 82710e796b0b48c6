// The Swift of Docs/FreshdeskWebChat.md.

import FreshdeskWebChatJWT
import Testing

private let secret = "an example secret of 32 bytes at least"

struct FreshdeskWebChatSnippets {
    // begin
    struct Support {
        let webChat: FreshdeskWebChat

        init(encryptionKey: String) throws {
            webChat = try FreshdeskWebChat(key: HS256Key(utf8: encryptionKey))
        }

        /// The body of `GET /support/token`, as text/plain. The uuid is the same for the same visitor each time.
        func token(uuid: String, customerID: Int?, firstName: String?) throws -> String {
            guard let customerID else {
                return try webChat.token(for: .visitor(uuid: uuid))
            }
            let customer = try FreshdeskWebChatUser(uuid: uuid, id: String(customerID), firstName: firstName)
            return try webChat.token(for: customer)
        }
    }
    // end

    @Test func endpoint() throws {
        let support = try Support(encryptionKey: secret)
        let visitor = try support.token(uuid: "uuid-1", customerID: nil, firstName: nil)
        #expect(try support.webChat.verify(visitor) == .visitor(uuid: "uuid-1"))
        let customer = try support.token(uuid: "uuid-1", customerID: 7, firstName: "Jane")
        #expect(try support.webChat.verify(customer).id == "7")
    }

    @Test func page() {
        let nonce = "r4nd0m"

        // begin
        let widget = FreshdeskWebChat.Widget(
            host: "https://example.freshchat.com", token: "the widget's own token", id: "its id")
        let signIn = widget.signInScript(token: .endpoint("/support/token"))
        let html = signIn.element(nonce: nonce)  // the nonce of this answer's Content-Security-Policy
        // end
        #expect(html.hasPrefix("<script nonce=\"r4nd0m\">") && html.contains("\"/support/token\""))
        #expect(html.contains("https://example.freshchat.com/webchat/js/widget.js"))
    }
}
