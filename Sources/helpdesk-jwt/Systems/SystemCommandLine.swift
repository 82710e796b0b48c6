import HelpdeskJWT

/// What the tool must know of a help-desk system to sign, check and embed for it.
///
/// To add a system, write one file with a type that conforms to this, and add one line to ``Systems``.
protocol SystemCommandLine: Sendable {
    /// The system.
    associatedtype System: HelpdeskSystem

    /// Options that say which account the tokens are for, such as the id of the key; for `sign` and `check`.
    static var systemOptions: [CommandOption] { get }
    /// Options that say who the visitor is; for `sign`.
    static var userOptions: [CommandOption] { get }
    /// Options for `embed`, besides those that say where the token comes from.
    static var embedOptions: [CommandOption] { get }
    /// Arguments that describe an account and a visitor that do not exist, for the demo and for examples.
    static var sample: Sample { get }

    /// What of a text that was given for a token is the token.
    static func token(in text: String) -> String
    /// What `sign` prints for a token.
    static func printed(_ token: String, _ arguments: ParsedArguments) -> String

    /// The system that the system options describe.
    static func system(_ arguments: ParsedArguments, key: HS256Key) throws(Failure) -> System
    /// The visitor that the user options describe.
    static func user(_ arguments: ParsedArguments) throws(Failure) -> System.User
    /// The browser calls, in the order in which a page makes them.
    static func embed(_ arguments: ParsedArguments, token: TokenSource) throws(Failure) -> [Snippet]
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
    static var embedOptions: [CommandOption] { [] }
    static func token(in text: String) -> String { text }
    static func printed(_ token: String, _ arguments: ParsedArguments) -> String { token }

    /// What is known about the system.
    static var profile: SystemProfile { System.profile }
    /// How long a token is good unless the caller says otherwise.
    static var defaultLifetime: Duration { System.defaultLifetime }
    /// The longest lifetime that the system accepts.
    static var maximumLifetime: Duration? { System.maximumLifetime }

    /// A visitor whose parts are checked when he is made; what is refused is said as a fault of the options.
    static func checked<User>(_ make: () throws(JWTError) -> User) throws(Failure) -> User {
        do throws(JWTError) {
            return try make()
        } catch {
            throw .unsignable(error)
        }
    }

    /// A token for the visitor whom the arguments describe.
    static func sign(
        _ arguments: ParsedArguments, key: HS256Key, lifetime: Duration, at now: NumericDate
    ) throws(Failure) -> String {
        let system = try system(arguments, key: key)
        let user = try user(arguments)
        do throws(JWTError) {
            return try system.token(for: user, lifetime: lifetime, at: now)
        } catch {
            throw .unsignable(error)
        }
    }

    /// Everything that is wrong or doubtful about a token.
    static func diagnose(
        _ token: String, _ arguments: ParsedArguments, key: HS256Key, secretText: String, at now: NumericDate
    ) throws(Failure) -> [Finding] {
        try system(arguments, key: key).diagnose(self.token(in: token), secretText: secretText, at: now)
    }
}
