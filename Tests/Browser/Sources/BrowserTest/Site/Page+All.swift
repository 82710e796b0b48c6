extension Page {
    /// The pages on which everything is right: each system, each source of tokens, each order in which things may come.
    static func right(for desks: [Desk]) -> [Page] {
        var pages: [Page] = []
        for desk in desks {
            var fetched = Page(id: "\(desk.id)-endpoint", desk: desk, token: .endpoint)
            var embedded = Page(id: "\(desk.id)-embedded", desk: desk, token: .embedded { $0 })
            if case .bySnippet = desk.loading { embedded.policy = .nonceAndDynamic }
            guard desk.id == "freshdesk-help-widget" else {
                pages += [fetched, embedded]
                if desk.id == "freshdesk-web-chat" { pages.append(twice(embedded)) }
                continue
            }
            // The calls come before the vendor's script, and wait in the queue, or after it.
            embedded.queued = 1
            embedded.scriptIsLate = true
            fetched.queued = 0
            fetched.endpoint = .tokenOnceStarted
            var queued = Page(id: "\(desk.id)-endpoint-first", desk: desk, token: .endpoint)
            queued.queued = 1
            queued.scriptIsLate = true
            pages += [fetched, queued, embedded]
        }
        return pages
    }

    /// The page with its snippet twice: the second finds a script element whose script has not come yet.
    private static func twice(_ page: Page) -> Page {
        Page(
            id: "\(page.id)-twice", desk: page.desk, token: page.token, policy: page.policy, change: { $0 + "\n" + $0 })
    }

    /// The pages on which one thing is wrong, and the problem by which the test sees it. They are run by the same code as
    /// the right ones: a test that sees nothing wrong with them cannot be trusted.
    static func wrong(for desks: [Desk]) -> [Page] {
        let byID = Dictionary(uniqueKeysWithValues: desks.map { ($0.id, $0) })
        var pages = desks.map(tampered) + desks.map(hostile)
        if let desk = byID["tiledesk"] {
            pages.append(
                Page(
                    id: "tiledesk-without-prefix", desk: desk, token: .endpoint,
                    change: { $0.replacing(#""JWT " + token"#, with: "token") }, problems: ["not \"JWT \" and a token"])
            )
        }
        if let desk = byID["ferndesk"] {
            pages += [
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
        if let desk = byID["freshdesk-help-widget"] {
            pages += [
                Page(
                    id: "vendor-script-forbidden", desk: desk, token: .endpoint, policy: .nonce,
                    problems: ["Content Security Policy", "policy violated: script-src", "no token reached the vendor"]),
                Page(
                    id: "called-instead-of-handed", desk: desk, token: .endpoint, endpoint: .tokenOnceStarted,
                    queued: 0,
                    change: { $0.replacing("callback: authenticate", with: "callback: Promise.resolve()") },
                    problems: [
                        "Error: FreshworksWidget: callback is no function", "uncaught: ", "no token reached the vendor",
                    ]),
            ]
        }
        if let desk = byID["zendesk-messaging"] { pages += wrong(withZendesk: desk) }
        return pages
    }

    private static func wrong(withZendesk desk: Desk) -> [Page] {
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
