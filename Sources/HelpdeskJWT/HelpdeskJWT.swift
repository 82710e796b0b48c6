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
}
