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
}

extension SystemProfile {
    /// How well a token matches this system, by the names of its claims alone.
    ///
    /// - Parameter token: a token that nobody has verified.
    public func match(for token: UnverifiedJWT) -> SystemMatch {
        var score = 0
        var reasons: [String] = []
        for (rules, object, place) in [
            (rules.header, token.header, " in the header"), (rules.claims, token.claims, ""),
        ] {
            for rule in rules where rule.name.description != "typ" {
                let isPresent = object[rule.name.description] != nil
                if isPresent && rule.isTelling {
                    score += 3
                    reasons.append("it has \"\(rule.name)\"\(place)")
                } else if isPresent && rule.need == .required {
                    score += 1
                } else if !isPresent && rule.need == .required {
                    score -= 2
                }
            }
        }
        let known = (rules.claims.map { $0.name } + [.expiration, .issuedAt, .notBefore]).map { $0.description }
        let strangers = token.claims.members.filter { !known.contains($0.name) }
        // A site may add claims of its own; past two, more of them say no more.
        score -= min(strangers.count, 2)
        if reasons.isEmpty && strangers.isEmpty && score > 0 {
            reasons.append("it has just the claims of this system")
        }
        return SystemMatch(id: id, name: name, score: score, reasons: reasons)
    }
}
