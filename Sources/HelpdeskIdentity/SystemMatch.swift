public import HS256

/// How well a token matches a system, by the names of its claims.
public struct SystemMatch: Sendable {
    /// The system's ID.
    public let id: String
    /// The system's name for people.
    public let name: String
    /// The higher, the better the match. Zero or less is none.
    public let score: Int
    /// What speaks for it, each a few words.
    public let reasons: [String]
    /// Whether the token has all claims that the system requires, and none that is not the system's or every token's.
    package let isExact: Bool
}

extension SystemProfile {
    /// How well a token matches this system, by the names of its claims alone.
    ///
    /// - Parameter token: a token that nobody has verified.
    public func match(for token: UnverifiedJWT) -> SystemMatch {
        var score = 0
        var reasons: [String] = []
        var isExact = true
        for (rules, object, place) in [
            (rules.header, token.header, " in the header"), (rules.claims, token.claims, ""),
        ] {
            for rule in rules where rule.name.description != "typ" {
                let found = object[rule.name.description] != nil
                // A mistake in a name says what was meant almost as well as the name does. Names of three letters are
                // left out: any `id` may be meant for `_id` or `sub`.
                let misspelt = found ? nil : object.members.first { rule.isMeant(by: $0.name) }?.name
                // A constant with another value is a claim that many tokens have.
                let isAllowed = object[rule.name.description].map { rule.form.allows($0) } ?? true
                if misspelt != nil || rule.need == .required && !(found && isAllowed) { isExact = false }
                if found && rule.isTelling && isAllowed {
                    score += 3
                    reasons.append("it has \"\(rule.name)\"\(place)")
                } else if let misspelt, rule.isTelling, rule.name.description.utf8.count > 3 {
                    score += 2
                    reasons.append("it has \(misspelt.excerpt)\(place), apparently for \"\(rule.name)\"")
                } else if (found || misspelt != nil) && rule.need == .required {
                    if isAllowed { score += 1 }
                } else if !found && rule.need == .required {
                    score -= 2
                }
            }
        }
        let strangers = token.claims.members.filter { member in
            !rules.claims.contains { $0.isMeant(by: member.name) }
                && !["exp", "iat", "nbf"].contains(member.name)
        }
        // A site may add claims of its own; past two, more of them say no more.
        score -= min(strangers.count, 2)
        if reasons.isEmpty && strangers.isEmpty && score > 0 {
            reasons.append("it has just the claims of this system")
        }
        return SystemMatch(id: id, name: name, score: score, reasons: reasons, isExact: isExact && strangers.isEmpty)
    }
}

extension ClaimRule.Form {
    /// Whether a value can be this one's, where it is a constant.
    fileprivate func allows(_ value: JSONValue) -> Bool {
        guard case .constant(let text) = self else { return true }
        guard case .string(let found) = value else { return false }
        return found.hasSameBytes(as: text.description)
    }
}
