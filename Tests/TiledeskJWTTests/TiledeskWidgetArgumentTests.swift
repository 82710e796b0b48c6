import HelpdeskTestSupport
import Testing
import TiledeskJWT

/// passport-jwt takes the scheme in any case; the server takes just two parts with one space between them.
struct TiledeskWidgetArgumentTests {
    @Test func text() {
        #expect(TiledeskWidgetArgument(token: "a.b.c").text == "JWT a.b.c")
        #expect(TiledeskWidgetArgument(token: "a.b.c").token == "a.b.c")
    }

    @Test(arguments: ["JWT a.b.c", "jwt a.b.c", "Jwt a.b.c", "jWT a.b.c"]) func parsing(_ text: String) throws {
        let argument = try TiledeskWidgetArgument(parsing: text)
        #expect(argument.token == "a.b.c")
        #expect(argument == TiledeskWidgetArgument(token: "a.b.c"))
        #expect(argument.text == "JWT a.b.c")
    }

    @Test(arguments: [
        "", "JWT", "JWT ", "a.b.c", "JWTa.b.c", "JWT  a.b.c", " JWT a.b.c", "JWT a.b.c ", "JWT a.b c", "JWT\ta.b.c",
        "Bearer a.b.c", "bearer a.b.c", "JWS a.b.c", "JW a.b.c", "JWTS a.b.c", "JWT JWT a.b.c", "<JWT a.b.c>",
        "\u{2A}WT a.b.c", "JWT\u{A0}a.b.c",
    ])
    func otherTexts(_ text: String) {
        #expect(
            throws: HS256Error.claimInvalid(
                "signInWithCustomToken", reason: "needs \"JWT \", with one space, in front of the token")
        ) { try TiledeskWidgetArgument(parsing: text) }
    }

    /// Whoever verifies the argument in place of the token is told so.
    @Test func theArgumentIsNoToken() throws {
        let system = try Tiledesk(projectID: "P1", key: try Fixture.key)
        let token = try system.token(for: TiledeskUser(id: "1"), at: Fixture.now)
        let argument = TiledeskWidgetArgument(token: token)
        #expect(try system.refusal(of: argument.text)?.code == "jwt.token.wrapped")
        #expect(try system.refusal(of: TiledeskWidgetArgument(parsing: argument.text).token) == nil)
    }
}
