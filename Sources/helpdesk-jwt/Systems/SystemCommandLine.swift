import HelpdeskJWT

/// What the tool must know of a help-desk system to sign, check and embed for it.
///
/// To add a system, write one file with a type that conforms to this, and add one line to ``Systems`` below.
protocol SystemCommandLine: Sendable {
    /// The system.
    associatedtype System: HelpdeskSystem
    /// Its widget.
    associatedtype Widget: BrowserWidget

    /// Options that say which account the tokens are for, such as the id of the key; for `sign` and `check`.
    static var systemOptions: [CommandOption] { get }
    /// Options for `check`, besides those.
    static var checkOptions: [CommandOption] { get }
    /// Options that say who the visitor is; for `sign`.
    static var userOptions: [CommandOption] { get }
    /// Options for `embed`, besides those that say where the token comes from.
    static var embedOptions: [CommandOption] { get }
    /// Arguments that describe an account and a visitor that do not exist, for the demo and for examples.
    static var sample: Sample { get }

    /// What of a text that is to be embedded is the token.
    static func token(in text: String) -> String
    /// Everything that is wrong or doubtful about a token, or about what the system's widget is handed.
    static func diagnose(
        _ token: String, _ arguments: ParsedArguments, key: HS256Key, secretText: String, at now: NumericDate
    ) throws(Failure) -> [Finding]
    /// What `sign` prints for a token.
    static func printed(_ token: String, _ arguments: ParsedArguments) -> String

    /// The system that the system options describe.
    static func system(_ arguments: ParsedArguments, key: HS256Key) throws(Failure) -> System
    /// The visitor that the user options describe.
    static func user(_ arguments: ParsedArguments) throws(Failure) -> System.User
    /// The widget that the embed options describe.
    static func widget(_ arguments: ParsedArguments) throws(Failure) -> Widget

    /// What the page's call at sign-in does and when it runs, a sentence without a period.
    static var signInMoment: String { get }
    /// What the page's call at sign-out does and when it runs, a sentence without a period.
    static var signOutMoment: String { get }
}

/// Arguments for examples, as a person would type them.
struct Sample: Sendable {
    /// For ``SystemCommandLine/systemOptions``.
    let system: [String]
    /// For ``SystemCommandLine/userOptions``.
    let user: [String]
    /// For ``SystemCommandLine/embedOptions``.
    var embed: [String] = []
}

/// JavaScript for a page, and when it runs.
struct Snippet: Sendable {
    /// A sentence without a full stop.
    let purpose: String
    let script: BrowserScript
}

extension SystemCommandLine {
    static var systemOptions: [CommandOption] { [] }
    static var checkOptions: [CommandOption] { [] }
    static func token(in text: String) -> String { text }
    static var embedOptions: [CommandOption] { [] }
    static var signOutMoment: String { "" }
    static func printed(_ token: String, _ arguments: ParsedArguments) -> String { token }

    /// What is known about the system.
    static var profile: SystemProfile { System.profile }
    /// How long a token is good unless the caller says otherwise.
    static var defaultLifetime: Duration { System.defaultLifetime }
    /// The longest lifetime that the system accepts.
    static var maximumLifetime: Duration? { System.maximumLifetime }

    /// A value that is checked when it is made; what is refused is reported as a fault of the options.
    static func checked<Value>(_ make: () throws(HS256Error) -> Value) throws(Failure) -> Value {
        do throws(HS256Error) {
            return try make()
        } catch {
            throw .unsignable(error)
        }
    }

    /// A system whose set-up is checked when it is made; what is refused is reported as a fault of the options.
    static func checkedSetUp(_ make: () throws(HS256Error) -> System) throws(Failure) -> System {
        do throws(HS256Error) {
            return try make()
        } catch {
            throw .usage(error.finding.message)
        }
    }

    /// The address in an option.
    static func emailAddress(_ text: String) throws(Failure) -> EmailAddress {
        try checked { () throws(HS256Error) in try EmailAddress(text) }
    }

    /// The browser calls, in the order in which a page makes them.
    static func embed(_ arguments: ParsedArguments, token: TokenSource) throws(Failure) -> [Snippet] {
        let widget = try widget(arguments)
        let signIn = Snippet(purpose: signInMoment, script: widget.signInScript(token: token))
        return [signIn] + (widget.signOutScript.map { [Snippet(purpose: signOutMoment, script: $0)] } ?? [])
    }

    /// A token for the visitor whom the arguments describe.
    static func sign(
        _ arguments: ParsedArguments, key: HS256Key, lifetime: Duration, at now: NumericDate
    ) throws(Failure) -> String {
        let system = try system(arguments, key: key)
        let user = try user(arguments)
        do throws(HS256Error) {
            return try system.token(for: user, lifetime: lifetime, at: now)
        } catch {
            throw .unsignable(error)
        }
    }

    /// Everything that is wrong or doubtful about a token.
    static func diagnose(
        _ token: String, _ arguments: ParsedArguments, key: HS256Key, secretText: String, at now: NumericDate
    ) throws(Failure) -> [Finding] {
        try HelpdeskSystems.diagnose(token, for: system(arguments, key: key), secretText: secretText, at: now)
    }
}

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
