import FerndeskJWT
import HelpdeskTestSupport
import Testing

struct FerndeskBrowserTests {
    @Test func script() {
        #expect(
            Ferndesk.Widget(id: "w-1").signInScript(token: .endpoint("/support/token")).code == #"""
                Ferndesk("init", { widgetId: "w-1" });
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
                    function (jwt) { Ferndesk("identify", { jwt: jwt }); },
                    function (error) { console.error("Ferndesk: no token:", error.message); });
                """#)
        #expect(
            Ferndesk.Widget(id: "w-1").signInScript(token: .embedded("a.b.c")).code == """
                Ferndesk("init", { widgetId: "w-1" });
                Promise.resolve("a.b.c")
                  .then(
                    function (jwt) { Ferndesk("identify", { jwt: jwt }); },
                    function (error) { console.error("Ferndesk: no token:", error.message); });
                """)
    }

    /// The page: "To log out, reinitialize without calling identify".
    @Test func signOut() {
        #expect(Ferndesk.Widget(id: "w-1").signOutScript?.code == "Ferndesk(\"init\", { widgetId: \"w-1\" });")
    }

    @Test(arguments: ScriptReading.hostileTexts.indices) func textsStayInTheirPlaces(_ index: Int) throws {
        let text = ScriptReading.hostileTexts[index]
        let pairs = [
            (
                Ferndesk.Widget(id: text).signInScript(token: .endpoint(text)),
                Ferndesk.Widget(id: "x").signInScript(token: .endpoint("x")), 2
            ),
            (
                Ferndesk.Widget(id: text).signInScript(token: .embedded(text)),
                Ferndesk.Widget(id: "x").signInScript(token: .embedded("x")), 2
            ),
            (
                try #require(Ferndesk.Widget(id: text).signOutScript),
                try #require(Ferndesk.Widget(id: "x").signOutScript), 1
            ),
        ]
        for (hostile, harmless, count) in pairs {
            let found = try ScriptReading(hostile.code)
            #expect(found.skeleton == (try ScriptReading(harmless.code)).skeleton)
            #expect(found.texts.filter { $0.utf8.elementsEqual(text.utf8) }.count == count)
            #expect(!hostile.code.contains("<"))
        }
    }

    /// An element ends where it is meant to, whatever the texts in it, and its nonce stays in its attribute.
    @Test(arguments: ScriptReading.hostileTexts.indices) func element(_ index: Int) {
        let text = ScriptReading.hostileTexts[index]
        let script = Ferndesk.Widget(id: text).signInScript(token: .embedded(text))
        #expect(script.element() == "<script>\n\(script.code)\n</script>")
        let element = script.element(nonce: text)
        let nonce = element.utf8.dropFirst("<script nonce=\"".utf8.count).prefix { $0 != 0x22 }
        let escaped = String(decoding: nonce, as: UTF8.self)
        #expect(element == "<script nonce=\"\(escaped)\">\n\(script.code)\n</script>")
        #expect(!escaped.contains("<") && !escaped.contains(">") && !escaped.contains("'"))
        let unescaped = escaped.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
            .replacing("&quot;", with: "\"").replacing("&#39;", with: "'").replacing("&amp;", with: "&")
        #expect(unescaped.utf8.elementsEqual(text.utf8))
    }
}
