extension Finding {
    /// What a finding or an error is about, the same from version to version.
    ///
    /// The codes of tokens in general begin with `jwt.` and are the constants below. Those of a help-desk system begin with
    /// the system's ID: `zendesk-messaging.scope.missing`.
    public struct Code: RawRepresentable, Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
        /// The code as text, for logs and scripts.
        public let rawValue: String

        /// A code.
        ///
        /// - Parameter rawValue: The code as text.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// A code that is written in the source, such as one of a help-desk system's.
        public init(stringLiteral value: String) {
            self.init(rawValue: value)
        }

        /// The code as text.
        public var description: String { rawValue }
    }
}

extension Finding.Code {
    /// The secret is empty.
    public static var keyEmpty: Finding.Code { Finding.Code(rawValue: "jwt.key.empty") }
    /// The secret has fewer than 32 bytes.
    public static var keyTooShort: Finding.Code { Finding.Code(rawValue: "jwt.key.short") }
    /// The secret is a PEM or SSH key.
    public static var keyIsPublic: Finding.Code { Finding.Code(rawValue: "jwt.key.public") }
    /// The text of the secret is not in the named encoding.
    public static var keyEncoding: Finding.Code { Finding.Code(rawValue: "jwt.key.encoding") }
    /// A key ring has no key.
    public static var keyRingEmpty: Finding.Code { Finding.Code(rawValue: "jwt.keyring.empty") }
    /// A key ring has more keys than are tried.
    public static var keyRingTooLarge: Finding.Code { Finding.Code(rawValue: "jwt.keyring.size") }
    /// Two keys of a ring have the same ID.
    public static var keyIDRepeated: Finding.Code { Finding.Code(rawValue: "jwt.keyring.id") }
    /// A leeway is negative, or longer than the limit.
    public static var leewayOutOfRange: Finding.Code { Finding.Code(rawValue: "jwt.policy.leeway") }
    /// The token has more bytes than the limit.
    public static var tokenTooLarge: Finding.Code { Finding.Code(rawValue: "jwt.token.size") }
    /// Quotes, white space, or a scheme such as `Bearer` surround the token.
    public static var tokenWrapped: Finding.Code { Finding.Code(rawValue: "jwt.token.wrapped") }
    /// The token is made for another system.
    public static var tokenOfOtherSystem: Finding.Code { Finding.Code(rawValue: "jwt.token.system") }
    /// There is no token.
    public static var tokenEmpty: Finding.Code { Finding.Code(rawValue: "jwt.token.empty") }
    /// The text is a JSON object.
    public static var tokenIsJSON: Finding.Code { Finding.Code(rawValue: "jwt.token.json") }
    /// The text is an encrypted token (JWE).
    public static var tokenEncrypted: Finding.Code { Finding.Code(rawValue: "jwt.token.encrypted") }
    /// The text is not three parts with dots between them.
    public static var notThreeSegments: Finding.Code { Finding.Code(rawValue: "jwt.token.segments") }
    /// The header is not base64url.
    public static var headerEncoding: Finding.Code { Finding.Code(rawValue: "jwt.token.header.encoding") }
    /// The payload is not base64url.
    public static var payloadEncoding: Finding.Code { Finding.Code(rawValue: "jwt.token.payload.encoding") }
    /// The signature is not base64url.
    public static var signatureEncoding: Finding.Code { Finding.Code(rawValue: "jwt.token.signature.encoding") }
    /// The header is not a JSON object.
    public static var headerNotJSON: Finding.Code { Finding.Code(rawValue: "jwt.header.json") }
    /// A header parameter is not a string.
    public static var headerWrongType: Finding.Code { Finding.Code(rawValue: "jwt.header.type") }
    /// The header has no `alg`.
    public static var algorithmMissing: Finding.Code { Finding.Code(rawValue: "jwt.alg.missing") }
    /// `alg` is not a string.
    public static var algorithmWrongType: Finding.Code { Finding.Code(rawValue: "jwt.alg.type") }
    /// `alg` is not `HS256`.
    public static var algorithmNotAllowed: Finding.Code { Finding.Code(rawValue: "jwt.alg.other") }
    /// The header has `crit`.
    public static var criticalExtension: Finding.Code { Finding.Code(rawValue: "jwt.crit") }
    /// `b64` says that the payload is not base64url.
    public static var unencodedPayload: Finding.Code { Finding.Code(rawValue: "jwt.b64") }
    /// No key has the token's `kid`.
    public static var keyIDUnknown: Finding.Code { Finding.Code(rawValue: "jwt.kid.unknown") }
    /// The signature does not have 32 bytes.
    public static var signatureLength: Finding.Code { Finding.Code(rawValue: "jwt.signature.length") }
    /// The signature does not match.
    public static var signatureMismatch: Finding.Code { Finding.Code(rawValue: "jwt.signature.mismatch") }
    /// White space surrounds the secret.
    public static var secretWhitespace: Finding.Code { Finding.Code(rawValue: "jwt.secret.whitespace") }
    /// Quotation marks surround the secret.
    public static var secretQuotes: Finding.Code { Finding.Code(rawValue: "jwt.secret.quotes") }
    /// The secret is shorter than 32 bytes.
    public static var secretShort: Finding.Code { Finding.Code(rawValue: "jwt.secret.short") }
    /// The secret is not UTF-8 text.
    public static var secretNotUTF8: Finding.Code { Finding.Code(rawValue: "jwt.secret.utf8") }
    /// Something else was set in place of the secret.
    public static var secretIsOther: Finding.Code { Finding.Code(rawValue: "jwt.secret.other") }
    /// The secret is the base64 or hexadecimal form of something.
    public static var secretEncoded: Finding.Code { Finding.Code(rawValue: "jwt.secret.encoded") }
    /// The characters of the secret are few or regular.
    public static var secretUniform: Finding.Code { Finding.Code(rawValue: "jwt.secret.uniform") }
    /// The payload is not a JSON object.
    public static var payloadNotJSON: Finding.Code { Finding.Code(rawValue: "jwt.payload.json") }
    /// A required claim is missing.
    public static var claimMissing: Finding.Code { Finding.Code(rawValue: "jwt.claim.missing") }
    /// A claim has the wrong JSON type.
    public static var claimWrongType: Finding.Code { Finding.Code(rawValue: "jwt.claim.type") }
    /// An additional claim has a reserved name.
    public static var claimReserved: Finding.Code { Finding.Code(rawValue: "jwt.claim.reserved") }
    /// A claim breaks a limit.
    public static var claimInvalid: Finding.Code { Finding.Code(rawValue: "jwt.claim.invalid") }
    /// Claims to be signed are nested too deep.
    public static var claimsTooDeep: Finding.Code { Finding.Code(rawValue: "jwt.claims.depth") }
    /// `iss` is not the expected issuer.
    public static var issuerMismatch: Finding.Code { Finding.Code(rawValue: "jwt.iss.mismatch") }
    /// `sub` is not the expected subject.
    public static var subjectMismatch: Finding.Code { Finding.Code(rawValue: "jwt.sub.mismatch") }
    /// `aud` does not name the expected recipient.
    public static var audienceMismatch: Finding.Code { Finding.Code(rawValue: "jwt.aud.mismatch") }
    /// The token has an `aud`, and none is expected.
    public static var audienceUnexpected: Finding.Code { Finding.Code(rawValue: "jwt.aud.unexpected") }
    /// A date is in milliseconds.
    public static var dateInMilliseconds: Finding.Code { Finding.Code(rawValue: "jwt.date.milliseconds") }
    /// A date is outside 1970 to 9999.
    public static var dateOutOfRange: Finding.Code { Finding.Code(rawValue: "jwt.date.range") }
    /// A date has a fraction.
    public static var dateFraction: Finding.Code { Finding.Code(rawValue: "jwt.date.fraction") }
    /// The token has expired.
    public static var expired: Finding.Code { Finding.Code(rawValue: "jwt.exp.passed") }
    /// The token is not valid yet.
    public static var notYetValid: Finding.Code { Finding.Code(rawValue: "jwt.nbf.future") }
    /// `iat` is in the future.
    public static var issuedInFuture: Finding.Code { Finding.Code(rawValue: "jwt.iat.future") }
    /// The token is older than the policy allows.
    public static var tooOld: Finding.Code { Finding.Code(rawValue: "jwt.iat.old") }
}

extension HS256Error.Cause {
    /// The kind of the cause.
    var code: Finding.Code {
        switch self {
        case .keyEmpty: return .keyEmpty
        case .keyTooShort: return .keyTooShort
        case .keyIsPublic: return .keyIsPublic
        case .keyEncoding: return .keyEncoding
        case .keyRingEmpty: return .keyRingEmpty
        case .keyRingTooLarge: return .keyRingTooLarge
        case .keyIDRepeated: return .keyIDRepeated
        case .leewayOutOfRange: return .leewayOutOfRange
        case .tokenTooLarge: return .tokenTooLarge
        case .tokenWrapped: return .tokenWrapped
        case .headerNotJSON: return .headerNotJSON
        case .algorithmMissing: return .algorithmMissing
        case .algorithmWrongType: return .algorithmWrongType
        case .algorithmNotAllowed: return .algorithmNotAllowed
        case .criticalExtension: return .criticalExtension
        case .headerWrongType: return .headerWrongType
        case .keyIDUnknown: return .keyIDUnknown
        case .unencodedPayload: return .unencodedPayload
        case .signatureLength: return .signatureLength
        case .signatureMismatch: return .signatureMismatch
        case .payloadNotJSON: return .payloadNotJSON
        case .claimMissing: return .claimMissing
        case .claimWrongType: return .claimWrongType
        case .claimsTooDeep: return .claimsTooDeep
        case .claimReserved: return .claimReserved
        case .claimInvalid: return .claimInvalid
        case .issuerMismatch: return .issuerMismatch
        case .subjectMismatch: return .subjectMismatch
        case .audienceMismatch: return .audienceMismatch
        case .audienceUnexpected: return .audienceUnexpected
        case .expired: return .expired
        case .notYetValid: return .notYetValid
        case .issuedInFuture: return .issuedInFuture
        case .tooOld: return .tooOld
        case .notThreeSegments(_, let resemblance):
            switch resemblance {
            case .empty: return .tokenEmpty
            case .jsonObject: return .tokenIsJSON
            case .encryptedToken: return .tokenEncrypted
            case nil: return .notThreeSegments
            }
        case .segmentEncoding(let segment, _):
            switch segment {
            case .header: return .headerEncoding
            case .payload: return .payloadEncoding
            case .signature: return .signatureEncoding
            }
        case .dateOutOfRange(_, let unit): return unit == .milliseconds ? .dateInMilliseconds : .dateOutOfRange
        case .refused(let finding): return finding.code
        }
    }
}
