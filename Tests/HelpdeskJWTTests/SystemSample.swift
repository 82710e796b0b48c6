import HelpdeskJWT
import HelpdeskTestSupport
import TestSupport
import Testing

/// A system with what tests need that are written once for all systems.
protocol SystemSample: Sendable, CustomTestStringConvertible {
    associatedtype System: HelpdeskSystem where System.User: Equatable

    /// The system with a key.
    func system(key: HS256Key) throws(HS256Error) -> System
    /// A user with nothing but what the system requires.
    func minimalUser() throws(HS256Error) -> System.User
    /// A user with everything that can be said, `text` in each place that takes any.
    func fullUser(_ text: String) throws(HS256Error) -> System.User
    /// A user with claims of the caller's own, or nil where the system takes none.
    func user(additionalClaims: JSONObject) throws(HS256Error) -> System.User?

    /// A header that keeps all rules, with every parameter of the table.
    var header: JSONObject { get }
    /// A payload that keeps all rules, with every claim of the table; `exp` is 15 minutes ahead.
    var payload: JSONObject { get }
    /// The wrong names that developers write, by the right one.
    var misspellings: [String: [String]] { get }
    /// The claims that may be missing without a word of advice.
    var unadvisedClaims: [String] { get }
}

extension SystemSample {
    var testDescription: String { profile.name }
    var profile: SystemProfile { System.profile }
    var prefix: String { profile.rules.systemID }

    /// The system with the key of the fixtures.
    func system() throws -> System {
        try system(key: Fixture.key)
    }

    /// A rightly signed token.
    func token(header: JSONObject? = nil, payload: JSONObject? = nil) throws -> String {
        HandmadeToken.signed(
            header: (header ?? self.header).description, payload: (payload ?? self.payload).description,
            key: try Fixture.key)
    }

    /// Why a rightly signed token is refused.
    func refusal(header: JSONObject? = nil, payload: JSONObject? = nil) throws -> Finding? {
        try system().refusal(of: token(header: header, payload: payload))
    }

    /// Everything that is said of a rightly signed token.
    func findings(header: JSONObject? = nil, payload: JSONObject? = nil) throws -> [Finding] {
        try system().diagnose(token(header: header, payload: payload), at: Fixture.now)
    }

    /// A token for ``minimalUser()``, with the system's default lifetime unless another is given.
    func minimalToken(lifetime: Duration? = nil, at now: NumericDate = Fixture.now) throws(HS256Error) -> String {
        let key: HS256Key = try HS256Key(utf8: Fixture.secret)
        return try system(key: key).token(
            for: minimalUser(), lifetime: lifetime ?? System.defaultLifetime, at: now)
    }

    /// A token for ``fullUser(_:)``.
    func fullToken(_ text: String) throws -> String {
        try system().token(for: fullUser(text), at: Fixture.now)
    }
}

/// The samples of all systems, in the order of `HelpdeskSystems.profiles`.
let samples: [any SystemSample] = [
    WebChatSample(), HelpWidgetSample(), FerndeskSample(), TiledeskSample(), ZendeskSample(),
]
