public import HS256

/// A help-desk system that takes identity tokens: what it is, how its tokens are issued, and what it would say to one.
///
/// All systems have the same calls, so a server, a tool or a test can be written once for all of them.
public protocol HelpdeskSystem: Sendable {
    /// Who the visitor is, in the terms of the system.
    associatedtype User: Sendable

    /// What is known about the system.
    static var profile: SystemProfile { get }

    /// A token that says who the visitor is.
    ///
    /// - Parameters:
    ///   - user: the visitor.
    ///   - lifetime: how long the token is good, at least one second.
    ///   - now: the time to go by.
    /// - Throws: ``HS256/JWTError`` where the system would refuse the token.
    func token(for user: User, lifetime: Duration, at now: NumericDate) throws(JWTError) -> String

    /// The visitor that a token speaks of, if the system would accept the token.
    ///
    /// - Parameters:
    ///   - token: the token.
    ///   - now: the time to go by.
    /// - Throws: the first reason for which the system would refuse it.
    func verify(_ token: String, at now: NumericDate) throws(JWTError) -> User

    /// Everything that is wrong or doubtful about a token, in the system's terms. Never throws.
    ///
    /// - Parameters:
    ///   - token: the token, or what was taken for one.
    ///   - secretText: the text of the secret, if it is at hand; some causes can be found only with it.
    ///   - now: the time to go by.
    func diagnose(_ token: String, secretText: String?, at now: NumericDate) -> [Finding]
}

extension HelpdeskSystem {
    /// When a token ends that begins now: whole seconds, never later than the lifetime says.
    ///
    /// - Throws: `JWTError.claimInvalid` for less than a second.
    package static func expiration(after lifetime: Duration, from now: NumericDate) throws(JWTError) -> NumericDate {
        guard lifetime >= .seconds(1) else {
            throw .claimInvalid("exp", reason: "would not lie in the future: the lifetime is under a second")
        }
        return now.advanced(by: lifetime).wholeSecond
    }
}
