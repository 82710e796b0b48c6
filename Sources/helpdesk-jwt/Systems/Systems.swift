/// The help-desk systems that the tool knows.
enum Systems {
    /// All of them, in the order in which they are shown.
    static let all: [any SystemCommandLine.Type] = [
        FreshdeskWebChatCommandLine.self, FreshdeskHelpWidgetCommandLine.self, FerndeskCommandLine.self,
        TiledeskCommandLine.self, ZendeskMessagingCommandLine.self,
    ]

    /// The names, as arguments are written.
    static var names: [String] { all.map { $0.profile.id } }

    /// The system of a name.
    static func named(_ name: String) -> (any SystemCommandLine.Type)? {
        all.first { $0.profile.id == name }
    }
}
