// The Swift of Docs/Findings.md.

import Testing
import ZendeskMessagingJWT

private let secret = "an example secret of 32 bytes at least"

@Test func findingsSnippet() throws {
    let zendesk = try ZendeskMessaging(keyID: "app_1", key: HS256Key(utf8: secret))
    let token = try JWTSigner(key: HS256Key(utf8: secret)).sign(payload: "{}".utf8)

    // begin
    for finding in zendesk.diagnose(token, secretText: secret) {
        print(finding.severity, finding.code, finding.claim ?? "-")
        print(finding.message, finding.remedy, finding.symptom ?? "-", finding.source)
        if finding.isUnauthenticated { print("read from a token whose signature is not good") }
    }
    // end
    #expect(zendesk.diagnose(token, secretText: secret).contains { $0.code == "zendesk-messaging.scope.missing" })
}
