public import HelpdeskIdentity

/// All systems that this package knows.
public enum HelpdeskSystems {
    /// Their profiles, in the order in which tools list them.
    public static let profiles: [SystemProfile] = [
        FreshdeskWebChat.profile, FreshdeskHelpWidget.profile, Ferndesk.profile, Tiledesk.profile,
        ZendeskMessaging.profile,
    ]

    /// Which systems a token looks like one for, the likeliest first; those that it does not look like are left out.
    ///
    /// Of two with the same score, the one with more reasons comes first: a telling claim says more than common ones.
    ///
    /// - Parameter token: a token that nobody has verified.
    public static func likely(for token: UnverifiedJWT) -> [Likeness] {
        profiles.map { $0.likeness(to: token) }.filter { $0.score > 0 }
            .sorted { ($0.score, $0.reasons.count) > ($1.score, $1.reasons.count) }
    }
}
