extension Page {
    /// The pages on which one thing is wrong, and the problem by which the test sees it. They are run by the same code as
    /// the right ones: a test that sees nothing wrong with them cannot be trusted.
    static func wrong(for desks: [Desk]) -> [Page] {
        desks.map(tampered) + desks.map(hostile) + desks.flatMap(mistaken)
    }

    /// Pages with the mistakes that the vendors' pages warn of, and a site's own.
    private static func mistaken(_ desk: Desk) -> [Page] {
        switch desk.id {
        case "tiledesk": return [tiledeskWithoutPrefix(desk)]
        case "ferndesk": return mistakenFerndesk(desk)
        case "freshdesk-help-widget": return mistakenHelpWidget(desk)
        case "zendesk-messaging": return tokenLost(desk) + forbidden(desk)
        default: return []
        }
    }

    private static func tiledeskWithoutPrefix(_ desk: Desk) -> Page {
        Page(
            id: "tiledesk-without-prefix", desk: desk, token: .endpoint,
            change: { $0.replacing(#""JWT " + token"#, with: "token") }, problems: ["not \"JWT \" and a token"])
    }

    private static func mistakenFerndesk(_ desk: Desk) -> [Page] {
        [
            Page(
                id: "ferndesk-old-argument", desk: desk, token: .endpoint,
                change: { $0.replacing("{ jwt: jwt }", with: "{ token: jwt }") },
                problems: ["console error: Ferndesk: identify requires a jwt", "no token reached the vendor"]),
            Page(
                id: "ferndesk-without-init", desk: desk, token: .endpoint,
                change: { $0.replacing(#"Ferndesk("init""#, with: #"void ("init""#) },
                problems: ["console error: Ferndesk: identify before init", "no token reached the vendor"]),
        ]
    }

    private static func mistakenHelpWidget(_ desk: Desk) -> [Page] {
        [
            Page(
                id: "vendor-script-forbidden", desk: desk, token: .endpoint, policy: .nonce,
                problems: ["Content Security Policy", "policy violated: script-src", "no token reached the vendor"]),
            Page(
                id: "called-instead-of-handed", desk: desk, token: .endpoint, endpoint: .tokenOnceStarted, queued: 0,
                change: { $0.replacing("callback: authenticate", with: "callback: Promise.resolve()") },
                problems: [
                    "Error: FreshworksWidget: callback is no function", "uncaught: ", "no token reached the vendor",
                ]),
        ]
    }

    /// Pages that get no token, or an old one.
    private static func tokenLost(_ desk: Desk) -> [Page] {
        [
            Page(
                id: "not-signed-in", desk: desk, token: .endpoint, endpoint: .unauthorized,
                problems: [
                    "the token endpoint answered 401", "the server responded with a status of 401",
                    "no token reached the vendor",
                ]),
            Page(
                id: "sign-in-page-for-token", desk: desk, token: .endpoint, endpoint: .signInPage,
                problems: [
                    "console error: Zendesk sign-in: no token: the token endpoint answered something else than a token",
                    "no token reached the vendor",
                ]),
            Page(
                id: "without-cookie", desk: desk, token: .endpoint,
                change: { $0.replacing("same-origin", with: "omit") },
                problems: [
                    "the token endpoint answered 401", "the server responded with a status of 401",
                    "no token reached the vendor",
                ]),
            Page(
                id: "token-from-cache", desk: desk, token: .endpoint,
                change: { $0.replacing("no-store", with: "default") },
                problems: ["the second token is the first", "the site issued 1 token"]),
        ]
    }

    /// Pages that run what they must not, or may not run what they must.
    private static func forbidden(_ desk: Desk) -> [Page] {
        [
            Page(
                id: "snippet-without-nonce", desk: desk, token: .endpoint,
                change: { $0.replacing(/\ nonce="[^"]*"/, with: "") },
                problems: ["Content Security Policy", "policy violated: script-src", "no token reached the vendor"]),
            Page(
                id: "hostile-text-unescaped", desk: desk, token: .embedded { $0 }, policy: .absent,
                change: { _ in "<script>var id = \"\(Hostile.text)\";</script>" },
                problems: ["alert: 1", "uncaught: SyntaxError", "no token reached the vendor"]),
        ]
    }

    /// A page whose token has another signature than its key makes.
    private static func tampered(_ desk: Desk) -> Page {
        // Twelve characters before the end, where all six bits of a character count.
        Page(
            id: "\(desk.id)-tampered", desk: desk,
            token: .embedded { token in
                var characters = Array(token)
                characters[characters.count - 12] = characters[characters.count - 12] == "A" ? "B" : "A"
                return String(characters)
            }, problems: ["the vendor refused the token: the signature does not match"] + desk.complaints)
    }

    /// A page whose token is none, but a text that wants to leave its place: it must reach the vendor as it is.
    private static func hostile(_ desk: Desk) -> Page {
        Page(
            id: "\(desk.id)-hostile-token", desk: desk, token: .embedded { _ in Hostile.id },
            problems: ["the vendor refused the token: "] + desk.complaints)
    }
}

extension Desk {
    /// What stands on the console when the vendor refuses a token.
    fileprivate var complaints: [String] {
        switch id {
        case "ferndesk": return ["console error: Ferndesk: identify failed - invalid jwt"]
        case "zendesk-messaging": return ["console error: Zendesk sign-in failed: Invalid JWT the server answered 401"]
        default: return []
        }
    }
}
