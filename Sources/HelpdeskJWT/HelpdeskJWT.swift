// All systems with one import.
@_exported public import FerndeskJWT
@_exported public import FreshdeskHelpWidgetJWT
@_exported public import FreshdeskWebChatJWT
@_exported public import HS256
@_exported public import HelpdeskIdentity
@_exported public import TiledeskJWT
@_exported public import ZendeskMessagingJWT

/// All systems that this package knows.
public enum HelpdeskSystems {
    /// Their profiles, in the order in which tools list them.
    public static let profiles: [SystemProfile] = [
        FreshdeskWebChat.profile, FreshdeskHelpWidget.profile, Ferndesk.profile, Tiledesk.profile,
        ZendeskMessaging.profile,
    ]

    /// The systems that a token may be for, the likeliest first.
    ///
    /// Of two with the same score, the one with more reasons comes first: a telling claim says more than common ones.
    ///
    /// - Parameter token: a token that nobody has verified.
    public static func likely(for token: UnverifiedJWT) -> [SystemMatch] {
        profiles.map { $0.match(for: token) }.filter { $0.score > 0 }
            .sorted { ($0.score, $0.reasons.count) > ($1.score, $1.reasons.count) }
    }

    /// Everything that is wrong or doubtful about a token, as the system's own `diagnose` says it, which knows no system but
    /// itself. Of a token that is refused and is made for another of the five, the first error says for which.
    ///
    /// - Parameters:
    ///   - token: The token, or what was taken for one.
    ///   - system: The system that should accept it.
    ///   - secretText: The text of the secret, if it is at hand; some causes can be found only with it.
    ///   - now: The time to go by.
    public static func diagnose(
        _ token: String, for system: some HelpdeskSystem, secretText: String? = nil, at now: NumericDate = .now
    ) -> [Finding] {
        var findings = system.diagnose(token, secretText: secretText, at: now)
        explainOtherSystem(in: token, than: type(of: system).profile, &findings)
        return findings
    }

    /// Says of a token that is made for another system, for which.
    ///
    /// - Parameters:
    ///   - text: The token, or what was taken for one.
    ///   - profile: The system that should accept it.
    ///   - findings: What is wrong with it there.
    package static func explainOtherSystem(
        in text: String, than profile: SystemProfile, _ findings: inout [Finding]
    ) {
        let firstError = findings.firstIndex { $0.severity == .error }
        if let firstError, findings[firstError].isExplainedByProduct { return }
        guard let token = RepairedToken(text).token, let best = SystemRecognition(of: token).best,
            best.id != profile.id
        else {
            return
        }
        let own = profile.match(for: token)
        guard best.score > own.score else { return }
        if let firstError {
            // An expired token is not one of another system.
            guard
                findings.contains(where: {
                    $0.severity == .error && ($0.isForeign(to: profile.rules) || $0.code == .signatureMismatch)
                })
            else { return }
            findings[firstError].explainProduct("a token for \(best.name)", insteadOf: profile.name)
        } else if best.reasons.count > 1, best.score >= own.score + 4 {
            // A few claims of the site's own are no reason to say so.
            findings.insert(
                Finding(
                    .warning, code: .tokenOfOtherSystem,
                    message: "this looks like a token for \(best.name), not for \(profile.name): "
                        + best.reasons.joined(separator: ", "),
                    remedy: "Check which token the page fetches", source: profile.rules.page),
                at: 0)
        }
    }
}
