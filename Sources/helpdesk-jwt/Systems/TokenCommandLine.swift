import HelpdeskJWT
import HelpdeskReport

/// What the tool must know about a kind of token to sign and check it.
///
/// There is one kind for each help-desk system, which is a ``SystemCommandLine``, and one for any other HS256 token.
protocol TokenCommandLine: Sendable {
    /// The word for it on the command line.
    static var id: String { get }
    /// Who decides whether such a token is good.
    static var judge: Judge { get }
    /// How long a token is good unless the caller says otherwise.
    static var defaultLifetime: Duration { get }
    /// The longest lifetime that is accepted; nil if there is none.
    static var maximumLifetime: Duration? { get }

    /// Options that say which account the tokens are for, such as the ID of the key; for `sign` and `check`.
    static var accountOptions: [CommandOption] { get }
    /// Options for `check`, besides those.
    static var checkOptions: [CommandOption] { get }
    /// Options for the content of the token; for `sign`.
    static var userOptions: [CommandOption] { get }
    /// Options for `embed`, besides those that say where the token comes from.
    static var embedOptions: [CommandOption] { get }
    /// Arguments that describe an account and a visitor that do not exist, for the demo and for examples.
    static var sample: Sample { get }

    /// A token that says what the arguments say.
    static func sign(
        _ arguments: ParsedArguments, key: HS256Key, lifetime: Duration, at now: NumericDate
    ) throws(Failure) -> String
    /// What `sign` prints for a token.
    static func printed(_ token: String, _ arguments: ParsedArguments) -> String

    /// Takes from a token what no option says of the account.
    ///
    /// - Parameter token: The token; nil if there is none to read.
    /// - Returns: What is taken for granted, for the reader.
    static func fillIn(_ arguments: inout ParsedArguments, from token: UnverifiedJWT?) -> [Assumption]
    /// Everything that is wrong or doubtful about a token, or about the widget's argument.
    static func diagnose(
        _ token: String, _ arguments: ParsedArguments, key: HS256Key, secretText: String, at now: NumericDate
    ) throws(Failure) -> [Finding]

    /// The token in a text to embed.
    static func token(in text: String) -> String
    /// The browser calls, in the order in which a page makes them; none if there is no widget.
    static func embed(_ arguments: ParsedArguments, token: TokenSource) throws(Failure) -> [Snippet]
}

/// Arguments for examples, as a person would type them.
struct Sample: Sendable {
    /// For ``TokenCommandLine/accountOptions``.
    let account: [String]
    /// For ``TokenCommandLine/userOptions``.
    let user: [String]
    /// For ``TokenCommandLine/embedOptions``.
    var embed: [String] = []
}

/// JavaScript for a page, and when it runs.
struct Snippet: Sendable {
    /// A sentence without a period.
    let purpose: String
    let script: BrowserScript
}

extension TokenCommandLine {
    static var accountOptions: [CommandOption] { [] }
    static var checkOptions: [CommandOption] { [] }
    static var embedOptions: [CommandOption] { [] }

    static func printed(_ token: String, _ arguments: ParsedArguments) -> String { token }
    static func fillIn(_ arguments: inout ParsedArguments, from token: UnverifiedJWT?) -> [Assumption] { [] }
    static func token(in text: String) -> String { text }
    static func embed(_ arguments: ParsedArguments, token: TokenSource) throws(Failure) -> [Snippet] { [] }

    /// Takes the value of an option from a token, unless the option is given.
    ///
    /// - Parameters:
    ///   - option: The option.
    ///   - what: A word or two for the value.
    ///   - placeholder: Text to use if the token has no value, either.
    ///   - value: The value in a token.
    static func fillIn(
        _ option: CommandOption, _ what: String, placeholder: String, _ arguments: inout ParsedArguments,
        from token: UnverifiedJWT?, _ value: (ClaimedAccount) -> String?
    ) -> [Assumption] {
        guard !arguments.has(option) else { return [] }
        let claimed = token.flatMap { value(ClaimedAccount(of: $0)) }
        arguments.add(claimed ?? placeholder, to: option)
        guard token != nil else { return [] }
        return [
            claimed == nil
                ? Assumption(what, "the token names none")
                : Assumption(what, "taken from the token; \(option.name) compares it with yours")
        ]
    }

    /// Makes a value, and reports a refusal as a fault of the options.
    static func checked<Value>(_ make: () throws(HS256Error) -> Value) throws(Failure) -> Value {
        do throws(HS256Error) {
            return try make()
        } catch {
            throw .unsignable(error)
        }
    }

    /// Makes a set-up, and reports a refusal as a fault of the options.
    static func checkedSetUp<Value>(_ make: () throws(HS256Error) -> Value) throws(Failure) -> Value {
        do throws(HS256Error) {
            return try make()
        } catch {
            throw .usage(error.finding.message)
        }
    }
}

/// The kinds of token that the tool knows.
enum TokenKinds {
    /// The help-desk systems, in the order in which they are shown.
    static let systems: [any SystemCommandLine.Type] = [
        FreshdeskWebChatCommandLine.self, FreshdeskHelpWidgetCommandLine.self, FerndeskCommandLine.self,
        TiledeskCommandLine.self, ZendeskMessagingCommandLine.self,
    ]

    /// The systems, and any other token.
    static let all: [any TokenCommandLine.Type] = systems + [JWTCommandLine.self]
}
