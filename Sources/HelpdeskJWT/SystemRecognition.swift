/// The help-desk system that a token is for, told by its claims.
///
/// ``HelpdeskSystems/likely(for:)`` ranks the systems for any token. This says which one it is, or that it is none.
package struct SystemRecognition {
    /// The system that the token is most like; nil if it is like none.
    package let best: SystemMatch?
    /// Other systems that it is just as much like.
    package let equals: [SystemMatch]

    /// - Parameter token: A token that nobody has verified.
    package init(of token: UnverifiedJWT) {
        let account = ClaimedAccount(of: token)
        let matches = HelpdeskSystems.profiles.map { profile in
            (match: profile.match(for: token), isCertain: Self.hasMark(of: profile, token, account))
        }
        // Without a mark, a token must have just the claims of the system.
        let likely = matches.filter { $0.isCertain || $0.match.isExact && $0.match.score > 0 }
            .sorted { a, b in
                if a.isCertain != b.isCertain { return a.isCertain }
                return (a.match.score, a.match.reasons.count) > (b.match.score, b.match.reasons.count)
            }
        best = likely.first?.match
        equals = likely.dropFirst().map { $0.match }.filter { [best] match in
            match.score == best?.score && match.reasons.count == best?.reasons.count
        }
    }

    /// Claims that tell the systems from each other, but that tokens for anything else have, too (RFC 7519 4.1, RFC 7515
    /// 4.1, OpenID Connect Core 5.1).
    private static let commonNames = ["kid", "sub", "aud", "scope", "email", "email_verified", "name", "phone_number"]

    /// Whether the token has something that no token for anything else has.
    private static func hasMark(of profile: SystemProfile, _ token: UnverifiedJWT, _ account: ClaimedAccount) -> Bool {
        switch profile.id {
        case ZendeskMessaging.profile.id where account.keyID?.hasPrefix("app_") ?? false: return true
        case Tiledesk.profile.id where account.projectID != nil: return true
        default: break
        }
        return profile.rules.claims.contains { rule in
            let name = rule.name.description
            return rule.isTelling && !commonNames.contains(name) && token.claims[name] != nil
        }
    }
}

/// The account that a token claims to be for. Anyone may have written the token.
package struct ClaimedAccount {
    /// The ID of the key, `kid`, as Zendesk needs it.
    package let keyID: String?
    /// The ID of the Tiledesk project, from `aud`.
    package let projectID: String?

    /// - Parameter token: A token that nobody has verified.
    package init(of token: UnverifiedJWT) {
        keyID = Self.text(token.header["kid"])
        let path = Self.text(token.claims["aud"])?.split(separator: "/") ?? []
        let project = path.firstIndex { $0 == "projects" }.map { path[($0 + 1)...] }?.first.map { String($0) }
        projectID = project.flatMap { id in id.utf8.allSatisfy { $0.isBase64URL } ? id : nil }
    }

    private static func text(_ value: JSONValue?) -> String? {
        guard case .string(let text)? = value, !text.isEmpty else { return nil }
        return text
    }
}
