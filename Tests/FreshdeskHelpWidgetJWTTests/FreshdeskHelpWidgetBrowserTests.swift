import FreshdeskHelpWidgetJWT
import HelpdeskTestSupport
import Testing

struct FreshdeskHelpWidgetBrowserTests {
    /// The callback signs in with a new token and hands itself on, so that renewal never ends.
    @Test func scriptWithAnEndpoint() throws {
        let script = try FreshdeskHelpWidget.Widget(id: "12345678901").signInScript(token: .endpoint("/support/token"))
        #expect(
            script.code == #"""
                (function () {
                  window.fwSettings = { widget_id: 12345678901 };
                  if (typeof window.FreshworksWidget !== "function") {
                    var queue = function () { queue.q.push(arguments); };
                    queue.q = [];
                    window.FreshworksWidget = queue;
                    var script = document.createElement("script");
                    script.async = true;
                    script.src = "https://widget.freshworks.com/widgets/12345678901.js";
                    document.head.appendChild(script);
                  }
                  function authenticate() {
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
                        function (token) { FreshworksWidget("authenticate", { token: token, callback: authenticate }); },
                        function (error) { console.error("Freshdesk help widget: no token:", error.message); });
                  }
                  authenticate();
                })();
                """#)
    }

    /// A token that stands in the page cannot be renewed, so nothing is to call back.
    @Test func scriptWithAnEmbeddedToken() throws {
        let script = try FreshdeskHelpWidget.Widget(id: "7").signInScript(token: .embedded("a.b.c"))
        #expect(script.code.hasSuffix("  }\n  FreshworksWidget(\"authenticate\", { token: \"a.b.c\" });\n})();"))
        #expect(!script.code.contains("callback"))
    }

    @Test func signOut() throws {
        #expect(try FreshdeskHelpWidget.Widget(id: "1").signOutScript?.code == "FreshworksWidget(\"logout\");")
    }

    /// The ID is written into a script and an address, so only a number is taken.
    @Test(arguments: ["", "0", "-1", "+1", "01", "1 ", "1.js", "x", "9223372036854775808", "1\"</script>"])
    func widgetIDs(_ id: String) {
        #expect(
            throws: HS256Error.claimInvalid("widget_id", reason: "is not the number after widget_id in the embed code")
        ) {
            try FreshdeskHelpWidget.Widget(id: id)
        }
    }

    @Test(arguments: ScriptReading.hostileTexts.indices) func textsStayInTheirPlaces(_ index: Int) throws {
        let text = ScriptReading.hostileTexts[index]
        for (hostile, harmless) in [
            (TokenSource.endpoint(text), TokenSource.endpoint("x")), (.embedded(text), .embedded("x")),
        ] {
            let code = try FreshdeskHelpWidget.Widget(id: "1").signInScript(token: hostile).code
            let expected = try ScriptReading(FreshdeskHelpWidget.Widget(id: "1").signInScript(token: harmless).code)
            let found = try ScriptReading(code)
            #expect(found.skeleton == expected.skeleton)
            #expect(found.texts.filter { $0.utf8.elementsEqual(text.utf8) }.count == 1)
            #expect(!code.contains("<"))
        }
    }
}
