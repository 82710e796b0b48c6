import HS256Primitives

/// Checks tokens and hands out their claims only when everything about them is good.
///
/// ```swift
/// let verifier = try JWTVerifier(key: key, policy: .init(audience: "api", leeway: .seconds(30)))
/// let claims = try verifier.verify(token, as: MyClaims.self)
/// ```
///
/// The order of work: size, three segments, the header and its `alg`, `crit` and `kid`, the encoding of the other two
/// segments, the signature over the bytes as received, and only then the payload and its claims. `alg` must be `HS256`;
/// keys and addresses in the header are never used.
///
/// A verifier can be used from any number of threads.
///
/// Source: RFC 7515 5.2, RFC 7519 7.2, RFC 8725 3.
public struct JWTVerifier: Sendable {
    /// The keys that are accepted.
    public var keys: KeyRing { setup.keys }
    /// What is demanded of tokens.
    public var policy: ValidationPolicy { setup.policy }

    let setup: Setup

    /// Keys and policy behind one reference, so that nothing is retained and released on the way through the steps of a
    /// verification, which are its methods.
    final class Setup: Sendable {
        let keys: KeyRing
        let policy: ValidationPolicy
        /// The back end of the first key, so that tests that choose one for the key choose it for the whole token.
        let backend: Backend
        /// Whether the policy has any leeway; nearly none has.
        let hasLeeway: Bool
        /// The claims that are asked for.
        let table: ClaimTable
        /// The headers that tokens of the keys have if they are signed here, in the order of the keys.
        let expectedHeaders: ExpectedHeaders

        /// - Parameter header: The header of the only key's tokens, where its id does not say all about it.
        init(_ keys: KeyRing, _ policy: ValidationPolicy, table: ClaimTable = .registered, header: JOSEHeader? = nil) {
            self.keys = keys
            self.policy = policy
            self.table = table
            backend = keys.entries[0].key.hmacKey.backend
            hasLeeway = policy.leeway != .zero
            let headers = header.map { [$0] } ?? keys.entries.map { JOSEHeader(keyID: $0.id) }
            expectedHeaders = ExpectedHeaders(headers, keys)
        }

        /// A set-up for the same keys and claims with another policy.
        func with(_ policy: ValidationPolicy) -> Setup { Setup(keys, policy, table: table) }
    }

    /// A verifier with one key, whatever `kid` its tokens have.
    ///
    /// - Throws: ``Finding/Code/leewayOutOfRange``.
    public init(key: HS256Key, policy: ValidationPolicy = ValidationPolicy()) throws(HS256Error) {
        try self.init(keys: KeyRing(key), policy: policy)
    }

    /// A verifier with several keys.
    ///
    /// - Throws: ``Finding/Code/leewayOutOfRange``.
    public init(keys: KeyRing, policy: ValidationPolicy = ValidationPolicy()) throws(HS256Error) {
        guard policy.leeway >= .zero, policy.leeway <= ValidationPolicy.maximumLeeway else {
            throw HS256Error(.leewayOutOfRange(limit: ValidationPolicy.maximumLeeway))
        }
        setup = Setup(keys, policy)
    }

    /// A verifier for tokens that are issued here, with a policy that is known to be in order.
    ///
    /// - Parameters:
    ///   - key: The key.
    ///   - policy: What is demanded of tokens.
    ///   - table: The claims that will be asked for.
    ///   - header: The header that tokens are expected to have; others are accepted too.
    package init(
        key: HS256Key, knownPolicy policy: ValidationPolicy, table: ClaimTable = .registered,
        expecting header: JOSEHeader = JOSEHeader()
    ) {
        setup = Setup(KeyRing(key), policy, table: table, header: header)
    }

    /// A verifier of a set-up that is known to be in order.
    init(setup: Setup) {
        self.setup = setup
    }

    /// The claims of a token, as a type of the caller's own, by the clock of the system.
    ///
    /// - Parameters:
    ///   - token: the token in the compact serialization.
    ///   - type: the type of the claims.
    /// - Throws: the first ``HS256Error`` there is to find. A wrong signature is reported alone.
    @inlinable
    public func verify<Claims: ReadableClaims>(_ token: String, as type: Claims.Type) throws(HS256Error) -> Claims {
        try claims(of: token, at: nil)
    }

    /// The claims of a token, as a type of the caller's own.
    ///
    /// - Parameters:
    ///   - token: the token in the compact serialization.
    ///   - type: the type of the claims.
    ///   - now: the time to go by.
    /// - Throws: the first ``HS256Error`` there is to find. A wrong signature is reported alone.
    @inlinable
    public func verify<Claims: ReadableClaims>(
        _ token: String, as type: Claims.Type, at now: NumericDate
    ) throws(HS256Error) -> Claims {
        try claims(of: token, at: now)
    }

    /// The header and all claims of a token, and which key it is signed with, by the clock of the system.
    ///
    /// - Parameter token: the token in the compact serialization.
    /// - Throws: the first ``HS256Error`` there is to find. A wrong signature is reported alone.
    public func verify(_ token: String) throws(HS256Error) -> VerifiedJWT {
        try verified(token, at: nil)
    }

    /// The header and all claims of a token, and which key it is signed with.
    ///
    /// - Parameters:
    ///   - token: the token in the compact serialization.
    ///   - now: the time to go by.
    /// - Throws: the first ``HS256Error`` there is to find. A wrong signature is reported alone.
    public func verify(_ token: String, at now: NumericDate) throws(HS256Error) -> VerifiedJWT {
        try verified(token, at: now)
    }

    private func verified(_ token: String, at now: NumericDate?) throws(HS256Error) -> VerifiedJWT {
        try Scratch.lend { (scratch) throws(HS256Error) -> VerifiedJWT in
            var report = RuleReport.stoppingAtFirstError
            let token = try read(token, at: now, in: &scratch, &report)
            defer { outlive(token) }
            guard let key = token.key else { preconditionFailure("a strict report throws if no key matches") }
            return VerifiedJWT(
                header: try JOSEHeader(from: token.header), claims: JWTClaims(from: token.claims), keyIndex: key,
                keyID: keys.entries[key].id)
        }
    }

    /// The payload of a signed text that need not be a JWT: a JWS of any bytes.
    ///
    /// Checks form, header and signature, and nothing else: of the ``policy``, only its limits apply. An expired token is
    /// accepted.
    ///
    /// - Parameter token: The text in the compact serialization.
    /// - Throws: The first ``HS256Error`` there is to find.
    public func verifySignatureOnly(_ token: String) throws(HS256Error) -> [UInt8] {
        try Scratch.lend { (scratch) throws(HS256Error) -> [UInt8] in
            var report = RuleReport.stoppingAtFirstError
            return unsafe Array(try setup.open(token, in: &scratch, &report).payload)
        }
    }

    /// The claims of a token, by a time or by the clock of the system.
    @inlinable
    @inline(__always)
    func claims<Claims: ReadableClaims>(of token: String, at now: NumericDate?) throws(HS256Error) -> Claims {
        try Scratch.lend { (scratch) throws(HS256Error) -> Claims in
            var report = RuleReport.stoppingAtFirstError
            let token = try read(token, at: now, in: &scratch, &report)
            return try Claims(from: token.claims)
        }
    }

    /// Reads a token and checks everything that the policy demands, by a time or by the clock of the system.
    ///
    /// - Throws: The first error. With a report that gathers, only an error that leaves no claims to check.
    @usableFromInline
    package func read(
        _ token: String, at now: NumericDate?, in scratch: inout Scratch, _ report: inout RuleReport
    ) throws(HS256Error) -> TokenReader {
        try setup.read(token, at: CurrentTime(now), in: &scratch, &report)
    }

    /// Does nothing, but needs the verifier: the header of a token may lie in its memory.
    @usableFromInline
    @inline(never)
    package func outlive(_ token: borrowing TokenReader) {
        withExtendedLifetime(setup) {}
    }
}
