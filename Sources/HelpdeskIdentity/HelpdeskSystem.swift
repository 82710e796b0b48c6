// Whoever speaks of a system speaks of keys, claims and findings too.
@_exported public import HS256

/// A help-desk system that takes identity tokens: what it is, how its tokens are issued, and what it would say to one.
///
/// All systems have the same calls, so a server, a tool or a test can be written once for all of them:
///
/// ```swift
/// let token = try system.token(for: visitor, lifetime: .seconds(900))
/// let visitor = try system.verify(token)
/// for finding in system.diagnose(token) { print(finding) }
/// ```
///
/// A system of your own says what its claims are and which rules they keep; issuing, verifying and diagnosing come with
/// the protocol. Docs/AddingASystem.md goes through one.
public protocol HelpdeskSystem: Sendable {
    /// Who the visitor is, in the terms of the system.
    associatedtype User: Sendable
    /// The claims as they stand in a token.
    associatedtype Claims: WritableClaims

    /// What is known about the system.
    static var profile: SystemProfile { get }
    /// How long a token is good unless the caller says otherwise.
    static var defaultLifetime: Duration { get }
    /// The longest lifetime that the system accepts; nil where none is published.
    static var maximumLifetime: Duration? { get }

    /// The key with which the tokens of this system are signed.
    var signingKey: SigningKey { get }

    /// The claims of a token.
    ///
    /// - Parameters:
    ///   - user: the visitor.
    ///   - now: when the token is issued.
    ///   - expiration: when it ends.
    /// - Throws: `HS256Error` where the system would refuse the token.
    func claims(for user: User, at now: NumericDate, until expiration: NumericDate) throws(HS256Error) -> Claims

    /// The visitor that a token speaks of. Called once all rules are found kept.
    ///
    /// - Parameter claims: the claims.
    /// - Throws: `HS256Error` for what no rule has looked at.
    func user(from claims: borrowing ClaimReader) throws(HS256Error) -> User

    /// The rules that ``SystemProfile/rules`` cannot say.
    ///
    /// - Parameters:
    ///   - header: the header.
    ///   - claims: the claims.
    ///   - now: the time to go by.
    ///   - report: where findings go; after an error it may go on or throw.
    /// - Throws: what `report` throws.
    func checkFurtherRules(
        _ header: borrowing ClaimReader, _ claims: borrowing ClaimReader, at now: NumericDate,
        _ report: inout RuleReport
    ) throws(HS256Error)
}

extension HelpdeskSystem {
    /// None is published, unless a system says otherwise.
    public static var maximumLifetime: Duration? { nil }

    /// A token that says who the visitor is.
    ///
    /// - Parameters:
    ///   - user: the visitor.
    ///   - lifetime: how long the token is good: at least one second, at most ``maximumLifetime``.
    ///   - now: the time to go by.
    /// - Throws: `HS256Error` where the system would refuse the token.
    public func token(
        for user: User, lifetime: Duration = Self.defaultLifetime, at now: NumericDate = .now
    ) throws(HS256Error) -> String {
        let expiration = try Self.expiration(after: lifetime, from: now)
        return try signingKey.signer.sign(claims(for: user, at: now, until: expiration))
    }

    /// Tokens for many visitors, just as ``token(for:lifetime:at:)`` makes them, in less time than one by one.
    ///
    /// - Parameters:
    ///   - users: the visitors.
    ///   - lifetime: how long the tokens are good: at least one second, at most ``maximumLifetime``.
    ///   - now: the time to go by.
    /// - Returns: a token for each, in their order.
    /// - Throws: the first `HS256Error` there is; nothing is returned then.
    public func tokens(
        for users: some Sequence<User>, lifetime: Duration = Self.defaultLifetime, at now: NumericDate = .now
    ) throws(HS256Error) -> [String] {
        let expiration = try Self.expiration(after: lifetime, from: now)
        var claims: [Claims] = []
        claims.reserveCapacity(users.underestimatedCount)
        for user in users { claims.append(try self.claims(for: user, at: now, until: expiration)) }
        return try signingKey.signer.sign(contentsOf: claims)
    }

    /// When a token ends. Whole seconds, and never later than the lifetime says.
    private static func expiration(after lifetime: Duration, from now: NumericDate) throws(HS256Error) -> NumericDate {
        guard lifetime >= .seconds(1) else {
            throw .claimInvalid("exp", reason: "would not lie in the future: the lifetime is under a second")
        }
        if let maximum = Self.maximumLifetime, lifetime > maximum {
            throw .claimInvalid(
                "exp", reason: "would lie more than \(maximum.inWords) ahead: the lifetime must be shorter")
        }
        return now.advanced(by: lifetime).wholeSecond
    }

    /// The visitor that a token speaks of, if the system would accept the token.
    ///
    /// - Parameters:
    ///   - token: the token.
    ///   - now: the time to go by.
    /// - Throws: the first reason for which the system would refuse it.
    @inlinable
    public func verify(_ token: String, at now: NumericDate = .now) throws(HS256Error) -> User {
        try FilledOnce.value { (place: inout FilledOnce<User>) throws(HS256Error) in
            try signingKey.verifier.verify(token, at: now) { (header, claims, report) throws(HS256Error) in
                try check(header, claims, at: now, &report)
            } read: { (claims: borrowing ClaimReader) throws(HS256Error) in
                place.fill(try user(from: claims))
            }
        }
    }

    /// Everything that is wrong or doubtful about a token, in the system's terms, each with what the developer sees at the
    /// vendor because of it (``Finding/symptom``). Never throws.
    ///
    /// - Parameters:
    ///   - token: the token, or what was taken for one.
    ///   - secretText: the text of the secret, if it is at hand; some causes can be found only with it.
    ///   - now: the time to go by.
    public func diagnose(_ token: String, secretText: String? = nil, at now: NumericDate = .now) -> [Finding] {
        var findings = signingKey.verifier.diagnose(token, secretText: secretText, at: now) {
            (header, claims, report) throws(HS256Error) in
            try check(header, claims, at: now, &report)
        }
        for index in findings.indices { findings[index].symptom = Self.profile.symptom(of: findings[index]) }
        return findings
    }

    /// All rules of the system: the table, the lifetime, and the rest.
    @usableFromInline
    func check(
        _ header: borrowing ClaimReader, _ claims: borrowing ClaimReader, at now: NumericDate,
        _ report: inout RuleReport
    ) throws(HS256Error) {
        let rules = Self.profile.rules
        try rules.check(header, claims, &report)
        try rules.checkLifetime(of: claims, maximum: Self.maximumLifetime, at: now, &report)
        try checkFurtherRules(header, claims, at: now, &report)
    }
}
