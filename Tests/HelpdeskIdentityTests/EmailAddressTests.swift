import HS256
import HelpdeskIdentity
import Testing

struct EmailAddressTests {
    /// `EmailAddress("…")` with a literal is the literal, which does not throw.
    private func address(_ text: String) throws -> EmailAddress { try EmailAddress(text) }

    @Test func text() throws {
        #expect(try address("a@b.example").text == "a@b.example")
        #expect(try address("a@b.example").description == "a@b.example")
        let literal: EmailAddress = "a@b.example"
        #expect(try literal == address("a@b.example"))
    }

    @Test func equality() throws {
        #expect(try address("a@b") != address("A@b"))
        #expect(try address("caf\u{E9}@b") != address("cafe\u{301}@b"))
        #expect(try Set([address("a@b"), address("a@b"), address("a@c")]).count == 2)
    }

    @Test(arguments: [
        "jane@soap.example", "a@b", "a.b+c@d.e", "\"a@b\"@c.example", "j\u{FC}rgen@m\u{FC}nchen.example",
        "a@[192.0.2.1]",
        "!#$%&'*+-/=?^_`{|}~@x", "\u{1F511}@x",
    ])
    func plausible(_ text: String) throws {
        #expect(EmailAddress.isPlausible(text))
        #expect(try EmailAddress(text).text == text)
    }

    @Test(arguments: [
        "", "@", "a@", "@b", "a", "a b@c", "a@b c", " a@b", "a@b ", "a@b\n", "a\0@b", "a@@b", "a@b@c", "@a@b", "a\t@b",
        "Jane <jane@soap.example>", "a@b\u{7F}", "a\u{202E}@b", "a@b\u{2028}", "\u{FEFF}a@b", "\"a@b@c", "a\"b@c\"@d",
    ])
    func notPlausible(_ text: String) {
        #expect(!EmailAddress.isPlausible(text))
        #expect(throws: HS256Error.claimInvalid("email", reason: "is not an e-mail address")) {
            try EmailAddress(text)
        }
        // A token may hold it all the same.
        #expect(EmailAddress(inToken: text).text == text)
    }
}
