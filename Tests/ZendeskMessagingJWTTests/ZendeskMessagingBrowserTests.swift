import Testing
import ZendeskMessagingJWT

struct ZendeskMessagingBrowserTests {
    @Test func signIn() {
        #expect(
            ZendeskMessaging.Widget().signInScript(token: .endpoint("/support/token")).code == #"""
                zE("messenger", "loginUser", function (callback) {
                  fetch("/support/token", { credentials: "same-origin", cache: "no-store" })
                    .then(function (response) {
                      if (!response.ok) { throw new Error("the token endpoint answered " + response.status); }
                      return response.text();
                    })
                    .then(function (text) {
                      var token = text.trim();
                      if (/^[\w-]+\.[\w-]+\.[\w-]+$/.test(token)) { return token; }
                      throw new Error("the token endpoint answered something else than a token");
                    })
                    .then(
                      function (token) { callback(token); },
                      function (error) { console.error("Zendesk sign-in: no token:", error.message); });
                }, function (error) {
                  if (error) { console.error("Zendesk sign-in failed:", error.reason, error.message); }
                });
                """#)
    }

    @Test func signOut() {
        #expect(ZendeskMessaging.Widget().signOutScript?.code == #"zE("messenger", "logoutUser");"#)
    }

    /// The only text of the caller's is the endpoint, and it stays in its string.
    @Test func escaped() {
        let call = ZendeskMessaging.Widget().signInScript(token: .endpoint("\"); alert(1); //</script><!--\n\u{2028}"))
            .code
        #expect(call.contains(#"fetch("\"); alert(1); //\u003c/script\u003e\u003c!--\n\u2028", {"#))
        #expect(!call.contains("</script") && !call.contains("<!--") && !call.contains("\u{2028}"))
        let plain = ZendeskMessaging.Widget().signInScript(token: .endpoint("x")).code
        #expect(call.split(separator: "\n").count == plain.split(separator: "\n").count)
    }
}
