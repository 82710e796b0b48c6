import FerndeskJWT
import Testing

/// The page: "the same domain as your help center or a 1-level subdomain".
struct FerndeskDomainTests {
    @Test(arguments: [
        ("help.example.com", "help.example.com"), ("app.example.com", "help.example.com"),
        ("example.com", "help.example.com"), ("app.example.com", "example.com"), ("example.com", "example.com"),
        ("APP.Example.COM", "help.example.com"), ("app.example.com.", "help.example.com"),
        ("a.b.example.com", "a.b.example.com"), ("acme", "acme"),
    ])
    func likely(page: String, helpCenter: String) {
        #expect(Ferndesk.domainHint(pageHost: page, helpCenterHost: helpCenter) == nil)
    }

    @Test(arguments: [
        ("otherdomain.com", "help.example.com"), ("a.b.example.com", "help.example.com"),
        ("localhost", "help.example.com"), ("app.example.org", "help.example.com"),
        ("app.myexample.com", "help.example.com"), ("", "help.example.com"), ("com", "example.com"),
        ("example.com", "com"), ("help.example.com.evil.org", "help.example.com"),
    ])
    func unlikely(page: String, helpCenter: String) throws {
        let hint = try #require(Ferndesk.domainHint(pageHost: page, helpCenterHost: helpCenter))
        #expect(hint.severity == .warning)
        #expect(hint.code == "ferndesk.domain.other")
        #expect(hint.claim == nil)
        #expect(hint.message == "\"\(page)\" is neither the domain of \"\(helpCenter)\" nor one level below it")
    }
}
