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
    public let keys: KeyRing
    /// What is demanded of tokens.
    public let policy: ValidationPolicy

    /// A verifier with one key, whatever `kid` its tokens have.
    ///
    /// - Throws: ``JWTError/leewayOutOfRange(limit:)``.
    public init(key: HS256Key, policy: ValidationPolicy = ValidationPolicy()) throws(JWTError) {
        try self.init(keys: KeyRing(key), policy: policy)
    }

    /// A verifier with several keys.
    ///
    /// - Throws: ``JWTError/leewayOutOfRange(limit:)``.
    public init(keys: KeyRing, policy: ValidationPolicy = ValidationPolicy()) throws(JWTError) {
        guard policy.leeway >= .zero, policy.leeway <= ValidationPolicy.maximumLeeway else {
            throw .leewayOutOfRange(limit: ValidationPolicy.maximumLeeway)
        }
        self.keys = keys
        self.policy = policy
    }

    /// A verifier with one key and a policy that is known to be in order.
    package init(key: HS256Key, knownPolicy policy: ValidationPolicy) {
        keys = KeyRing(key)
        self.policy = policy
    }

    /// The claims of a token, as a type of the caller's own.
    ///
    /// - Parameters:
    ///   - token: the token in the compact serialization.
    ///   - type: the type of the claims.
    ///   - now: the time to go by.
    /// - Throws: the first ``JWTError`` there is to find. A wrong signature is reported alone.
    public func verify<Claims: ReadableClaims>(
        _ token: String, as type: Claims.Type, at now: NumericDate = .now
    ) throws(JWTError) -> Claims {
        try strictly { (report: inout RuleReport) throws(JWTError) -> Claims? in
            try examine(token, at: now, &report) { (_, claims, _, _) throws(JWTError) -> Claims in
                try Claims(from: claims)
            }
        }
    }

    /// The header and all claims of a token, and which key it is signed with.
    ///
    /// - Parameters:
    ///   - token: the token in the compact serialization.
    ///   - now: the time to go by.
    /// - Throws: the first ``JWTError`` there is to find. A wrong signature is reported alone.
    public func verify(_ token: String, at now: NumericDate = .now) throws(JWTError) -> VerifiedJWT {
        try strictly { (report: inout RuleReport) throws(JWTError) -> VerifiedJWT? in
            try examine(token, at: now, &report) { (header, claims, key, _) throws(JWTError) -> VerifiedJWT in
                // A strict report would have thrown if no key had matched.
                guard let key else { throw .signatureMismatch }
                return VerifiedJWT(
                    header: try JOSEHeader(from: header), claims: try JWTClaims(from: claims), keyIndex: key,
                    keyID: keys.entries[key].id)
            }
        }
    }

    /// The payload of a signed text that need not be a JWT: a JWS of any bytes. The policy's rules for claims are not
    /// applied, since there need not be any.
    ///
    /// - Parameter token: the text in the compact serialization.
    /// - Throws: the first ``JWTError`` there is to find.
    public func verifyPayload(of token: String) throws(JWTError) -> [UInt8] {
        try strictly { (report: inout RuleReport) throws(JWTError) -> [UInt8]? in
            unsafe try authenticate(token, &report) { (_, payload, _, _) throws(JWTError) -> [UInt8] in
                unsafe Array(payload)
            }
        }
    }

    /// Runs `body` with a report that throws, so that there is a result whenever nothing is thrown.
    @inline(__always)
    package func strictly<Result>(
        _ body: (inout RuleReport) throws(JWTError) -> Result?
    ) throws(JWTError) -> Result {
        var report = RuleReport.stoppingAtFirstError
        guard let result = try body(&report) else { preconditionFailure("a strict report threw nothing") }
        return result
    }
}
