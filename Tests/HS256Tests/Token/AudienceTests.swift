@testable import HS256
import Testing

struct AudienceTests {
    @Test func literals() {
        #expect(("a" as Audience).recipients == ["a"])
        #expect((["a", "b"] as Audience).recipients == ["a", "b"])
        #expect(Audience(["a"]) == "a")
        #expect(Audience([]).recipients.isEmpty)
    }

    @Test func containsWholeRecipientsOnly() {
        let audience: Audience = ["https://a.example", "caf\u{E9}", ""]
        #expect(audience.contains("https://a.example"))
        #expect(audience.contains(""))
        #expect(!audience.contains("https://a.example/"))
        #expect(!audience.contains("https://a"))
        #expect(!audience.contains("HTTPS://a.example"))
        // Canonically equivalent is not the same (RFC 7515 5.3).
        #expect(audience.contains("caf\u{E9}"))
        #expect(!audience.contains("cafe\u{301}"))
        #expect(!Audience([]).contains(""))
    }

    @Test func equality() {
        #expect(["a", "b"] as Audience == ["a", "b"])
        #expect(["a", "b"] as Audience != ["b", "a"])
        #expect(["a", "b"] as Audience != "a")
        #expect(["a"] as Audience != ["a", "b"])
        #expect("caf\u{E9}" as Audience != "cafe\u{301}")
    }

    @Test func json() {
        #expect(("a" as Audience).json == "a")
        #expect((["a"] as Audience).json == "a")
        #expect((["a", "b"] as Audience).json == ["a", "b"])
        #expect(Audience([]).json == [])
        #expect(Audience(json: "a") == "a")
        #expect(Audience(json: ["a", "b"]) == ["a", "b"])
        #expect(Audience(json: []) == [])
        for value: JSONValue in [nil, true, 1, ["a", 1], [["a"]], ["a": "b"]] { #expect(Audience(json: value) == nil) }
    }
}
