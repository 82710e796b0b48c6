import HelpdeskIdentity
import Testing

struct TokenSourceTests {
    @Test func endpoint() {
        #expect(
            TokenSource.endpoint("/support/token").promise(indentation: "") == #"""
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
                """#)
    }

    @Test func embedded() {
        #expect(TokenSource.embedded("a.b.c").promise(indentation: "  ") == "Promise.resolve(\"a.b.c\")")
    }

    /// All lines but the first, which stands where the caller puts it.
    @Test func indentation() {
        let lines = TokenSource.endpoint("/t").promise(indentation: "    ").split(separator: "\n")
        #expect(lines.count == 10)
        #expect(lines[0].hasPrefix("fetch"))
        #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("      ") })
    }

    @Test func escaped() {
        let hostile = "\"</script>\n"
        #expect(
            TokenSource.endpoint(hostile).promise(indentation: "").hasPrefix(
                #"fetch("\"\u003c/script\u003e\n", {"#))
        #expect(
            TokenSource.embedded(hostile).promise(indentation: "")
                == #"Promise.resolve("\"\u003c/script\u003e\n")"#)
    }
}
