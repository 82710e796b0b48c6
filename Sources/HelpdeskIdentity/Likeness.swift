public import HS256

/// How much a token looks like one for a given system.
public struct Likeness: Sendable {
    /// The system's name for command lines.
    public let id: String
    /// The system's name for people.
    public let name: String
    /// The more, the more it looks so; zero or less means that it does not.
    public let score: Int
    /// What speaks for it, each a few words.
    public let reasons: [String]
}

extension SystemProfile {
    /// How much a token looks like one for this system, by the names of its claims alone.
    ///
    /// - Parameter token: a token that nobody has verified.
    public func likeness(to token: UnverifiedJWT) -> Likeness {
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
        let known = rules.reservedNames.map { $0.description }
        let strangers = token.claims.members.filter { !known.contains($0.name) }
        // A site may add claims of its own; past two, more of them say no more.
        score -= min(strangers.count, 2)
        if reasons.isEmpty && strangers.isEmpty && score > 0 {
            reasons.append("it has just the claims of this system")
        }
        return Likeness(id: id, name: name, score: score, reasons: reasons)
    }
}
