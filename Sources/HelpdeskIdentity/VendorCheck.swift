internal import HS256

/// A check that this library makes of every token, whatever the system.
public enum TokenCheck: Sendable, CaseIterable {
    /// The text is a token and nothing else: three parts with dots between them, in base64url.
    case form
    /// The parts have no padding, no `+` or `/`, and no bits after the last byte (RFC 7515 2).
    case strictEncoding
    /// The token is at most 16 KiB long, unless `TokenLimits` says otherwise.
    case size
    /// The header is a JSON object.
    case header
    /// `alg` is HS256.
    case algorithm
    /// There is no `crit`, and no `b64` but `true` (RFC 7515 4.1.11, RFC 7797).
    case extensions
    /// `typ`, `cty`, and `kid` are strings.
    case headerTypes
    /// The signature is that of the header and payload under the secret.
    case signature
    /// The payload is a JSON object.
    case payload
    /// The JSON has each name once, no byte-order mark, valid UTF-8, no half of a surrogate pair, and at most 32 levels.
    case strictJSON
    /// `exp` has not come.
    case expiration
    /// `nbf` has come.
    case notBefore
    /// `iat` is not more than a minute ahead.
    case issuedAt
    /// `exp`, `nbf`, and `iat` are numbers.
    case dateTypes
    /// They are seconds of a year from 1970 to 9999.
    case dateRange
    /// `iss`, `sub`, `jti`, and `aud` have the types that RFC 7519 gives them.
    case claimTypes

    /// The check that a finding comes of, or nil where it comes of a policy or of a system's own rules.
    init?(_ finding: Finding) {
        switch finding.code {
        case .tokenEmpty, .tokenIsJSON, .tokenEncrypted, .notThreeSegments, .tokenWrapped: self = .form
        case .headerEncoding, .payloadEncoding, .signatureEncoding:
            self = finding.excuse == .strictness ? .strictEncoding : .form
        case .tokenTooLarge: self = .size
        case .headerNotJSON: self = finding.excuse == .strictness ? .strictJSON : .header
        case .algorithmMissing, .algorithmWrongType, .algorithmNotAllowed: self = .algorithm
        case .criticalExtension, .unencodedPayload: self = .extensions
        case .headerWrongType: self = .headerTypes
        case .keyIDUnknown, .signatureLength, .signatureMismatch: self = .signature
        case .payloadNotJSON: self = finding.excuse == .strictness ? .strictJSON : .payload
        case .expired: self = .expiration
        case .notYetValid: self = .notBefore
        case .issuedInFuture: self = .issuedAt
        case .dateInMilliseconds, .dateOutOfRange: self = .dateRange
        case .claimWrongType: self = ["exp", "nbf", "iat"].contains(finding.claim) ? .dateTypes : .claimTypes
        default: return nil
        }
    }
}

/// What is known of whether a vendor makes a check.
public enum VendorCheck: Sendable {
    /// The vendor's documentation says that such tokens are refused, or that only others are accepted.
    case documented
    /// The vendor was observed to refuse such tokens; the text says how.
    case observed(String)
    /// The vendor was observed to accept such tokens; the text says how.
    case notMade(String)
    /// Nothing is known: the vendor's code is closed and its documentation is silent.
    case notKnown

    /// On whose word a finding of the check is said.
    var authority: Finding.Authority {
        switch self {
        case .documented: return .documented
        case .observed(let how): return .observed(how)
        case .notMade, .notKnown: return .library
        }
    }
}

extension SystemProfile {
    /// What is known of whether the vendor makes a check.
    public func vendorCheck(_ check: TokenCheck) -> VendorCheck {
        vendorChecks.first { $0.0 == check }?.1 ?? .notKnown
    }

    /// Says of what the core has found on whose word it is said.
    func attribute(_ findings: inout [Finding]) {
        for index in findings.indices where findings[index].excuse != .secretHere {
            guard let check = TokenCheck(findings[index]) else { continue }
            let known = vendorCheck(check)
            findings[index].authority = known.authority
            if case .notMade(let how) = known { findings[index].observedAcceptance = how }
        }
    }
}
