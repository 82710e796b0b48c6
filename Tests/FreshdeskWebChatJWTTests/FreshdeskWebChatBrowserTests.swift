import FreshdeskWebChatJWT
import HelpdeskTestSupport
import Testing

struct FreshdeskWebChatBrowserTests {
    @Test func script() {
        let widget = FreshdeskWebChat.Widget(
            host: "https://example.freshchat.com", token: "widget-token", id: "w-1")
        let script = widget.signInScript(token: .endpoint("/support/token"))
        #expect(
            script.code == #"""
                (function () {
                  function start(token) {
                    window.fdWidget.init({
                      host: "https://example.freshchat.com",
                      token: "widget-token",
                      widgetId: "w-1",
                      jwtAuthToken: token
                    });
                  }
                  function load(token) {
                    if (window.fdWidget) { start(token); return; }
                    var script = document.getElementById("Freshdesk-js-sdk");
                    if (!script) {
                      script = document.createElement("script");
                      script.id = "Freshdesk-js-sdk";
                      script.async = true;
                      script.src = "https://example.freshchat.com/webchat/js/widget.js";
                      document.head.appendChild(script);
                    }
                    script.addEventListener("load", function () { start(token); });
                  }
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
                    .then(load, function (error) { console.error("Freshdesk Web Chat: no token:", error.message); });
                })();
                """#)
    }

    @Test(arguments: ScriptReading.hostileTexts.indices) func textsStayInTheirPlaces(_ index: Int) throws {
        let text = ScriptReading.hostileTexts[index]
        let hostile = try ScriptReading(code(text, .endpoint(text)))
        let harmless = try ScriptReading(code("x", .endpoint("x")))
        #expect(hostile.skeleton == harmless.skeleton)
        let expected = harmless.texts.map { $0 == "x" ? text : $0.replacing("x/webchat", with: text + "/webchat") }
        #expect(hostile.texts.map { Array($0.utf8) } == expected.map { Array($0.utf8) })
        #expect(hostile.texts.filter { $0.utf8.elementsEqual(text.utf8) }.count == 4)
        #expect(!code(text, .endpoint(text)).contains("<"))
    }

    @Test(arguments: ScriptReading.hostileTexts.indices) func embeddedTokenStaysInItsPlace(_ index: Int) throws {
        let text = ScriptReading.hostileTexts[index]
        let hostile = try ScriptReading(code("x", .embedded(text)))
        #expect(hostile.skeleton == (try ScriptReading(code("x", .embedded("y"))).skeleton))
        #expect(hostile.skeleton.contains("Promise.resolve(\"\")"))
        #expect(hostile.texts.filter { $0.utf8.elementsEqual(text.utf8) }.count == 1)
        #expect(!code("x", .embedded(text)).contains("<"))
    }

    private func code(_ text: String, _ token: TokenSource) -> String {
        FreshdeskWebChat.Widget(host: text, token: text, id: text).signInScript(token: token).code
    }
}
