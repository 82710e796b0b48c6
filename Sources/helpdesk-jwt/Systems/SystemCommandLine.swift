import HelpdeskJWT
import HelpdeskReport

/// What the tool must know about a help-desk system to sign, check, and embed for it.
///
/// To add a system, write one file with a type that conforms to this, and add one line to ``TokenKinds``.
protocol SystemCommandLine: TokenCommandLine {
    /// The system.
    associatedtype System: HelpdeskSystem
    /// Its widget.
    associatedtype Widget: BrowserWidget

    /// The system that the account options describe.
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

extension SystemCommandLine {
    static var signOutMoment: String { "" }

    /// What is known about the system.
    static var profile: SystemProfile { System.profile }
    static var id: String { profile.id }
    static var judge: Judge { .vendor(profile) }
    static var defaultLifetime: Duration { System.defaultLifetime }
    static var maximumLifetime: Duration? { System.maximumLifetime }
    /// What the system wants in its tokens.
    static var sheet: SystemSheet { SystemSheet(of: System.self) }

    /// The address in an option.
    static func emailAddress(_ text: String) throws(Failure) -> EmailAddress {
        try checked { () throws(HS256Error) in try EmailAddress(text) }
    }

    static func embed(_ arguments: ParsedArguments, token: TokenSource) throws(Failure) -> [Snippet] {
        let widget = try widget(arguments)
        let signIn = Snippet(purpose: signInMoment, script: widget.signInScript(token: token))
        return [signIn] + (widget.signOutScript.map { [Snippet(purpose: signOutMoment, script: $0)] } ?? [])
    }

    static func sign(
        _ arguments: ParsedArguments, key: HS256Key, lifetime: Duration, at now: NumericDate
    ) throws(Failure) -> String {
        let system = try system(arguments, key: key)
        let user = try user(arguments)
        return try checked { () throws(HS256Error) in try system.token(for: user, lifetime: lifetime, at: now) }
    }

    static func diagnose(
        _ token: String, _ arguments: ParsedArguments, key: HS256Key, secretText: String, at now: NumericDate
    ) throws(Failure) -> [Finding] {
        try HelpdeskSystems.diagnose(token, for: system(arguments, key: key), secretText: secretText, at: now)
    }
}
