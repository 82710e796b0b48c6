import HelpdeskIdentity
import Testing

struct TokenEndpointTests {
    @Test func text() {
        #expect(
            TokenEndpoint("/support/token").fetchExpression(indentation: "") == """
                fetch("/support/token", { credentials: "same-origin", cache: "no-store" })
                  .then(function (response) {
                    if (!response.ok) { throw new Error("the token endpoint answered " + response.status); }
                    return response.text();
                  })
                """)
    }

    /// All lines but the first, which stands where the caller puts it.
    @Test func indentation() {
        let lines = TokenEndpoint("/t").fetchExpression(indentation: "    ").split(separator: "\n")
        #expect(lines.count == 5)
        #expect(lines[0].hasPrefix("fetch"))
        #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("      ") })
    }

    @Test func escaped() {
        let text = TokenEndpoint("\"</script>\n").fetchExpression(indentation: "")
        #expect(text.hasPrefix(#"fetch("\"\u003c/script\u003e\n", {"#))
    }
}
