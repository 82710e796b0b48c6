import HS256
import HelpdeskIdentity
import Testing

struct EmailAddressTests {
    @Test func parts() {
        #expect(EmailAddress.verified("a@b.example").address == "a@b.example")
        #expect(EmailAddress.unverified("a@b.example").address == "a@b.example")
        #expect(EmailAddress.verified("a@b.example").isVerified)
        #expect(!EmailAddress.unverified("a@b.example").isVerified)
    }

    @Test func equality() {
        #expect(EmailAddress.verified("a@b") == .verified("a@b"))
        #expect(EmailAddress.verified("a@b") != .unverified("a@b"))
        #expect(EmailAddress.verified("a@b") != .verified("A@b"))
        #expect(EmailAddress.verified("caf\u{E9}@b") != .verified("cafe\u{301}@b"))
    }

    @Test(arguments: [
        "jane@soap.example", "a@b", "a.b+c@d.e", "\"a@b\"@c.example", "j\u{FC}rgen@m\u{FC}nchen.example",
        "a@[192.0.2.1]",
        "!#$%&'*+-/=?^_`{|}~@x", "\u{1F511}@x",
    ])
    func plausible(_ text: String) throws {
        #expect(EmailAddress.isPlausible(text))
        try EmailAddress.verified(text).checkForm(claim: "email")
    }

    @Test(arguments: [
        "", "@", "a@", "@b", "a", "a b@c", "a@b c", " a@b", "a@b ", "a@b\n", "a\0@b", "a@@b", "a@b@c", "@a@b", "a\t@b",
        "Jane <jane@soap.example>", "a@b\u{7F}", "a\u{202E}@b", "a@b\u{2028}", "\u{FEFF}a@b", "\"a@b@c", "a\"b@c\"@d",
    ])
    func notPlausible(_ text: String) {
        #expect(!EmailAddress.isPlausible(text))
        #expect(throws: JWTError.claimInvalid("mail", reason: "is not an e-mail address")) {
            try EmailAddress.unverified(text).checkForm(claim: "mail")
        }
    }
}
