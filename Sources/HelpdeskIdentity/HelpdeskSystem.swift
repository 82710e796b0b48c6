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
    /// What is known about the system.
    static var profile: SystemProfile { get }
    /// How long a token is good unless the caller says otherwise.
    static var defaultLifetime: Duration { get }
    /// The longest lifetime that the system accepts; nil where none is published.
    static var maximumLifetime: Duration? { get }

    /// The key with which the tokens of this system are signed.
    var signingKey: SigningKey { get }

    /// Writes the claims of a token, each once, in the order that they have in the token.
    ///
    /// - Parameters:
    ///   - user: The visitor.
    ///   - now: When the token is issued.
    ///   - expiration: When it ends.
    ///   - claims: Where the claims go.
    /// - Throws: `HS256Error` where the system would refuse the token.
    func writeClaims(
        of user: User, at now: NumericDate, until expiration: NumericDate, to claims: inout ClaimWriter
    ) throws(HS256Error)

    /// The visitor that a token speaks of. Called once all rules are found kept.
    ///
    /// - Parameter claims: the claims.
    /// - Throws: `HS256Error` for what no rule has looked at.
    func user(from claims: borrowing ClaimReader) throws(HS256Error) -> User

    /// The rules that ``SystemProfile/rules`` cannot say.
    ///
    /// - Parameters:
    ///   - token: The token, of which everything else has been checked.
    ///   - report: Where findings go; after an error it may go on or throw.
    /// - Throws: What `report` throws.
    func checkFurtherRules(_ token: borrowing TokenReader, _ report: inout RuleReport) throws(HS256Error)

    /// What the vendor's server answers to a token, if its code is open and has been studied; nil if it is not known.
    ///
    /// - Parameter question: The token, the secret if it is at hand, and the time to go by.
    func vendorAnswer(to question: VendorQuestion) -> VendorAnswer?
}

extension HelpdeskSystem {
    /// None is published, unless a system says otherwise.
    public static var maximumLifetime: Duration? { nil }

    /// Not known, unless a system says otherwise.
    public func vendorAnswer(to question: VendorQuestion) -> VendorAnswer? { nil }

    /// A token that says who the visitor is, issued at the second that the system's clock shows.
    ///
    /// - Parameters:
    ///   - user: The visitor.
    ///   - lifetime: How long the token is good: at least one second, at most ``maximumLifetime``.
    /// - Throws: `HS256Error` where the system would refuse the token.
    @inlinable
    public func token(for user: User, lifetime: Duration = Self.defaultLifetime) throws(HS256Error) -> String {
        // The second of the last tick will do: dates are written in whole seconds.
        try token(for: user, lifetime: lifetime, at: CurrentTime.system.earliest)
    }

    /// A token that says who the visitor is.
    ///
    /// - Parameters:
    ///   - user: The visitor.
    ///   - lifetime: How long the token is good: at least one second, at most ``maximumLifetime``.
    ///   - now: The time to go by.
    /// - Throws: `HS256Error` where the system would refuse the token.
    @inlinable
    public func token(
        for user: User, lifetime: Duration = Self.defaultLifetime, at now: NumericDate
    ) throws(HS256Error) -> String {
        let expiration = try RuleBook.expiration(after: lifetime, maximum: Self.maximumLifetime, from: now)
        return try signingKey.setup.signer.sign { (claims: inout ClaimWriter) throws(HS256Error) in
            try writeClaims(of: user, at: now, until: expiration, to: &claims)
        }
    }

    /// The visitor that a token speaks of, if the system would accept the token now.
    ///
    /// - Parameter token: The token.
    /// - Throws: The first reason for which the system would refuse it.
    @inlinable
    public func verify(_ token: String) throws(HS256Error) -> User {
        try signingKey.user(of: token, at: nil, in: self)
    }

    /// The visitor that a token speaks of, if the system would accept the token.
    ///
    /// - Parameters:
    ///   - token: The token.
    ///   - now: The time to go by.
    /// - Throws: The first reason for which the system would refuse it.
    @inlinable
    public func verify(_ token: String, at now: NumericDate) throws(HS256Error) -> User {
        try signingKey.user(of: token, at: now, in: self)
    }

    /// Everything that is wrong or doubtful about a token, in the system's terms, each with the authority on which it is
    /// said, and what the developer sees at the vendor because of it (``Finding/symptom``). Never throws.
    ///
    /// The first error has the code that ``verify(_:at:)`` throws. What becomes of the token at the vendor is the
    /// `verdict` of all findings.
    ///
    /// - Parameters:
    ///   - token: The token, or what was taken for one.
    ///   - secretText: The text of the secret, if it is at hand; some causes can be found only with it.
    ///   - now: The time to go by.
    public func diagnose(_ token: String, secretText: String? = nil, at now: NumericDate = .now) -> [Finding] {
        let key = signingKey
        let rules = key.setup.rules
        var product: NeighboringProduct?
        var findings = key.setup.verifier.diagnose(token, secretText: secretText, at: now) {
            (token, report) throws(HS256Error) in
            product = NeighboringProduct.likely(for: token, besides: rules)
            try check(token, rules, &report)
        }
        // Only a token that breaks the system's rules is taken for one of another product.
        if let product, let first = findings.firstIndex(where: { $0.severity == .error }),
            findings.contains(where: { $0.severity == .error && $0.isForeign(to: rules) })
        {
            findings[first].explainProduct(product.tokens, insteadOf: Self.profile.name)
        }
        Self.profile.attribute(&findings)
        let question = VendorQuestion(
            token: token, secretText: secretText, isSecretInDoubt: findings.contains { $0.excuse == .secretHere },
            now: now)
        let answer = vendorAnswer(to: question)
        answer?.settle(&findings)
        for index in findings.indices {
            findings[index].symptom = Self.profile.symptom(of: findings[index])
            // All errors of the vendor's have one answer: the server stops at the first.
            guard case .refused(let symptom, _)? = answer, findings[index].severity == .error else { continue }
            if findings[index].authority != .library { findings[index].symptom = symptom }
        }
        return findings
    }

    /// All rules of the system: the table, the lifetime, and the rest.
    @inlinable
    @inline(__always)
    func check(
        _ token: borrowing TokenReader, _ rules: RuleBook, _ report: inout RuleReport
    ) throws(HS256Error) {
        try rules.check(token, maximumLifetime: Self.maximumLifetime, &report)
        try checkFurtherRules(token, &report)
    }
}
