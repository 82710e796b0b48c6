import HelpdeskJWT

/// A page of the site, and what the test expects of it.
struct Page: Sendable {
    /// Where the page has its token from.
    enum Token: Sendable {
        /// The site's endpoint.
        case endpoint
        /// The page itself; the function makes something else of the token.
        case embedded(@Sendable (String) -> String)
    }

    /// What the token endpoint answers.
    enum Endpoint: Sendable {
        /// A token and an end of line, which caches may keep, to the page's visitor and to nobody else.
        case token
        /// As `token`, but only once the vendor's script runs.
        case tokenOnceStarted
        /// 401, as to somebody who has not signed in.
        case unauthorized
        /// 200 and the sign-in page, as a site does that sends everybody there who has not signed in.
        case signInPage
    }

    /// What the page's Content-Security-Policy allows.
    enum Policy: Sendable {
        /// Scripts with the nonce, and those from the vendor's address.
        case nonceAndVendor
        /// Scripts with the nonce, and those that they load (`strict-dynamic`).
        case nonceAndDynamic
        /// Scripts with the nonce alone.
        case nonce
        /// There is none.
        case absent
    }

    /// The last part of its address.
    let id: String
    /// The system.
    let desk: Desk
    /// Where the page has its token from.
    let token: Token
    /// What the token endpoint answers.
    var endpoint = Endpoint.token
    /// What the page's Content-Security-Policy allows.
    var policy = Policy.nonceAndVendor
    /// Whether the vendor's script comes only after the snippet has called it.
    var scriptIsLate = false
    /// How many calls the stand-in must find waiting, if it looks.
    var queued: Int64?
    /// Makes something else of the script element, for a page that is wrong on purpose.
    var change: @Sendable (String) -> String = { $0 }
    /// Parts of the problems that the page must have: each problem has one of them, and each of them is in a problem.
    /// None, for a page that must have no problem.
    var problems: [String] = []

    /// Whether the vendor asks for a second token on this page.
    var isRenewed: Bool {
        switch token {
        case .endpoint: return desk.renewsFromEndpoint
        case .embedded: return desk.renewsEmbedded
        }
    }
}
