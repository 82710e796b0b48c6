import HelpdeskTestSupport
import Testing
import TiledeskJWT

struct TiledeskBrowserTests {
    @Test func script() {
        #expect(
            Tiledesk.Widget().signInScript(token: .endpoint("/support/token")).code == #"""
                window.Tiledesk("onAuthStateChanged", function (event_data) {
                  if (event_data.detail && event_data.detail.isLogged) { window.Tiledesk("show"); }
                });
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
                    function (token) { window.Tiledesk("signInWithCustomToken", "JWT " + token); },
                    function (error) { console.error("Tiledesk: no token:", error.message); });
                """#)
        #expect(
            Tiledesk.Widget().signInScript(token: .embedded("a.b.c")).code == """
                window.Tiledesk("onAuthStateChanged", function (event_data) {
                  if (event_data.detail && event_data.detail.isLogged) { window.Tiledesk("show"); }
                });
                Promise.resolve("a.b.c")
                  .then(
                    function (token) { window.Tiledesk("signInWithCustomToken", "JWT " + token); },
                    function (error) { console.error("Tiledesk: no token:", error.message); });
                """)
    }

    @Test func signOut() {
        #expect(Tiledesk.Widget().signOutScript?.code == "window.Tiledesk(\"logout\");")
    }

    @Test(arguments: ScriptReading.hostileTexts.indices) func textsStayInTheirPlaces(_ index: Int) throws {
        let text = ScriptReading.hostileTexts[index]
        for (hostile, harmless) in [
            (TokenSource.endpoint(text), TokenSource.endpoint("x")), (.embedded(text), .embedded("x")),
        ] {
            let code = Tiledesk.Widget().signInScript(token: hostile).code
            let expected = try ScriptReading(Tiledesk.Widget().signInScript(token: harmless).code)
            let found = try ScriptReading(code)
            #expect(found.skeleton == expected.skeleton)
            #expect(found.texts.filter { $0.utf8.elementsEqual(text.utf8) }.count == 1)
            #expect(!code.contains("<"))
        }
    }
}
