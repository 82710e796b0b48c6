// The Swift of README.md, so that it is compiled and run. `DocumentationTests` checks that the page has the same lines.

import HS256
import Testing
import ZendeskMessagingJWT

private let secret = "an example secret of 32 bytes at least"

struct READMESnippets {
    @Test func zendesk() throws {
        // begin
        let zendesk = try ZendeskMessaging(keyID: "app_5963ceb97cde542d000dbdb1", key: HS256Key(utf8: secret))

        // When the widget asks your server who its visitor is:
        let visitor = try ZendeskMessagingUser(
            id: "12345678", name: "Jane Soap", email: .verified("jane@soap.example"))
        let token = try zendesk.token(for: visitor, lifetime: .seconds(900))

        // In the page, after the widget's own script:
        let script = ZendeskMessaging.Widget().signInScript(token: .endpoint("/support/token"))
        // end
        #expect(try zendesk.verify(token) == visitor)
        #expect(script.code.contains("\"/support/token\""))

        // begin
        for finding in zendesk.diagnose(token, secretText: secret) {
            print(finding)  // error scope: "scope" is missing; Zendesk needs "user" [Add "scope": "user"]
        }
        // end
    }

    @Test func anyToken() throws {
        // begin
        let key = try HS256Key(utf8: secret)
        var claims = JWTClaims(["role": "reader"])
        claims.subject = "12345678"
        claims.audience = "api"
        claims.expiration = NumericDate.now.advanced(by: .seconds(900))
        let token = try JWTSigner(key: key).sign(claims)

        let verifier = try JWTVerifier(key: key, policy: .init(audience: "api", leeway: .seconds(30)))
        let verified = try verifier.verify(token)
        print(verified.claims.subject ?? "nobody")
        // end
        #expect(verified.claims == claims)
    }
}
