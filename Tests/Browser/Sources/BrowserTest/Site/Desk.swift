import HelpdeskJWT

/// What a vendor's server says of a token.
struct Verdict: Sendable {
    /// Whether the token is good.
    let isAccepted: Bool
    /// The user that the library read from the token, or why it read none.
    let text: String

    /// As a stand-in is told.
    var json: JSONObject {
        ["accepted": .bool(isAccepted), isAccepted ? "user" : "reason": .string(text)]
    }
}

/// One of the five systems on both sides: the site that issues tokens and renders the snippet, and the vendor's server
/// that checks tokens. Both use the library.
struct Desk: Sendable {
    /// How the vendor's script comes into the page.
    enum Loading: Sendable {
        /// The page has a script element for it in front of the snippet.
        case byPage
        /// The snippet loads it from this address; empty for the site's own.
        case bySnippet(from: String)
    }

    /// `zendesk-messaging`.
    let id: String
    /// "Zendesk messaging".
    let name: String
    /// How the vendor's script comes into the page.
    let loading: Loading
    /// What the page sets before the vendor's script runs.
    var settings = ""
    /// What the stand-in must be given at its start; the text `ORIGIN` stands for the site's address.
    var given: JSONObject?
    /// Whether the vendor asks again for a token that comes from an endpoint.
    var renewsFromEndpoint = false
    /// Whether the vendor asks again for a token that stands in the page, and gets the same.
    var renewsEmbedded = false
    /// Whether the stand-in says that the widget is shown.
    var shows = false
    /// A token of the visitor.
    let issue: @Sendable (Duration) throws -> String
    /// What the vendor's server says of a token.
    let judge: @Sendable (String) -> Verdict
    /// The visitor, as a verdict shows them.
    let visitor: String
    /// The snippet, for the site's address and a source of tokens.
    let signIn: @Sendable (String, TokenSource) -> BrowserScript
    /// The call at sign-out, where there is one.
    let signOut: BrowserScript?

    /// Both sides of a system, from the library alone.
    fileprivate init<System: HelpdeskSystem>(
        _ system: System, visitor: System.User, loading: Loading,
        widget: @escaping @Sendable (String) -> any BrowserWidget
    ) {
        id = System.profile.id
        name = System.profile.name
        self.loading = loading
        issue = { lifetime in try system.token(for: visitor, lifetime: lifetime) }
        judge = { token in
            do throws(HS256Error) {
                return Verdict(isAccepted: true, text: "\(try system.verify(token))")
            } catch {
                return Verdict(isAccepted: false, text: "\(error)")
            }
        }
        self.visitor = "\(visitor)"
        signOut = widget("").signOutScript
        signIn = { origin, token in widget(origin).signInScript(token: token) }
    }
}

extension Desk {
    /// All five, each with a visitor whose name wants to leave its place.
    static func all() throws -> [Desk] {
        try [webChat(), helpWidget(), ferndesk(), tiledesk(), zendesk()]
    }

    private static func webChat() throws -> Desk {
        var desk = try Desk(
            try FreshdeskWebChat(key: HS256Key(utf8: "web chat's encryption key, 32 bytes or more")),
            visitor: FreshdeskWebChatUser(
                uuid: "6f9a-1", id: Hostile.text, firstName: "Zoë", lastName: "O'Neil"),
            loading: .bySnippet(from: ""),
            widget: { origin in
                FreshdeskWebChat.Widget(
                    host: "\(origin)/desk/\(Hostile.path)", token: Hostile.id, id: "w" + Hostile.id)
            })
        desk.given = [
            "host": .string("ORIGIN/desk/\(Hostile.path)"), "token": .string(Hostile.id),
            "widgetId": .string("w" + Hostile.id),
        ]
        return desk
    }

    private static func helpWidget() throws -> Desk {
        let widget = try FreshdeskHelpWidget.Widget(id: "51000001234")
        var desk = try Desk(
            FreshdeskHelpWidget(key: HS256Key(utf8: "the account's shared secret key, 32 bytes or more")),
            visitor: FreshdeskHelpWidgetUser(name: Hostile.text, email: "zoe@site.example"),
            loading: .bySnippet(from: "https://widget.freshworks.com"), widget: { _ in widget })
        desk.given = ["widget_id": 51_000_001_234]
        desk.renewsFromEndpoint = true
        return desk
    }

    private static func ferndesk() throws -> Desk {
        var desk = try Desk(
            Ferndesk(key: HS256Key(utf8: "the help center's secret, 32 bytes or more")),
            visitor: FerndeskUser(id: "user-1", name: Hostile.text, email: "zoe@site.example"),
            loading: .byPage, widget: { _ in Ferndesk.Widget(id: Hostile.id) })
        desk.given = ["widgetId": .string(Hostile.id)]
        return desk
    }

    private static func tiledesk() throws -> Desk {
        var desk = try Desk(
            try Tiledesk(
                projectID: "5b55e806c93dde00143163dd", key: HS256Key(utf8: "4b1ee1d2-2b9c-4a3c-9a9d-6f0a4a5f1d3e")),
            visitor: TiledeskUser(id: "user-1", firstName: Hostile.text, email: "zoe@site.example"),
            loading: .byPage, widget: { _ in Tiledesk.Widget() })
        desk.settings = "window.tiledeskSettings = { projectid: \"5b55e806c93dde00143163dd\", autoStart: false };"
        desk.shows = true
        return desk
    }

    private static func zendesk() throws -> Desk {
        var desk = try Desk(
            try ZendeskMessaging(
                keyID: "app_5963ceb97cde542d000dbdb1", key: HS256Key(utf8: "the key's shared secret, 32 bytes or more")),
            visitor: ZendeskMessagingUser(id: "12345678", name: Hostile.text, email: .verified("zoe@site.example")),
            loading: .byPage, widget: { _ in ZendeskMessaging.Widget() })
        desk.renewsFromEndpoint = true
        desk.renewsEmbedded = true
        return desk
    }
}
