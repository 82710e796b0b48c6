import HelpdeskJWT

/// Which help-desk system a token is for, by the names of its claims.
package struct SystemLikeness {
    /// The system that the token is most like; nil where it is like none.
    package let best: SystemMatch?
    /// Other systems that it is as much like.
    private let equals: [SystemMatch]

    /// - Parameter token: A token that nobody has verified.
    package init(of token: UnverifiedJWT) {
        // A claim or two that many tokens have, such as "aud", are no system's mark.
        let likely = HelpdeskSystems.likely(for: token).filter { $0.score >= 3 }
        best = likely.first
        equals = likely.dropFirst().filter { [best] in
            $0.score == best?.score && $0.reasons.count == best?.reasons.count
        }
    }

    /// The system and the reasons, the end of a sentence.
    package var text: String {
        guard let best else { return "a token for none of the systems that this tool knows" }
        let others = equals.map { $0.name }.joined(separator: " or ")
        let reasons = best.reasons.isEmpty ? "" : ": " + best.reasons.joined(separator: ", ")
        return "a token for \(best.name) (\(best.id))\(reasons)" + (others.isEmpty ? "" : ", or as much like \(others)")
    }
}

/// What a token itself says of the account that it is for. Anybody may have written it.
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
