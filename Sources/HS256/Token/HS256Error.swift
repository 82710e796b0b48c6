/// Why a key, a policy, a token or its claims are refused.
///
/// ```swift
/// do {
///     let claims = try verifier.verify(token, as: Session.self)
/// } catch {
///     switch error.code {
///     case .expired: askToSignInAgain()
///     case .signatureMismatch: alertOnCall()
///     default: log("\(error)")
///     }
/// }
/// ```
///
/// ``code`` is what to decide by; versions to come may add codes, so a `switch` has a `default`. `description` says in a
/// sentence or two what is wrong and what to do, and ``finding`` has the same in parts. No error holds a secret, a
/// computed authentication code or a whole token.
public struct HS256Error: Error, Sendable, Hashable {
    /// The cause, with whatever has to be said about it.
    package let cause: Cause

    package init(_ cause: Cause) {
        self.cause = cause
    }

    /// The kind of error, which stays the same from version to version.
    public var code: Finding.Code { cause.code }

    /// The claim or header parameter that is at fault, if one is.
    public var claim: String? { finding.claim }
}

// MARK: Errors of claims and systems

extension HS256Error {
    /// A required claim is not in the token.
    public static func claimMissing(_ name: String) -> HS256Error { HS256Error(.claimMissing(name)) }

    /// A claim cannot be signed or accepted as it is.
    ///
    /// - Parameters:
    ///   - name: The claim.
    ///   - reason: What follows the claim's name in a sentence: "is empty".
    public static func claimInvalid(_ name: String, reason: String) -> HS256Error {
        HS256Error(.claimInvalid(name, reason: reason))
    }

    /// A claim that is to be added has a name that is reserved.
    public static func claimReserved(_ name: String) -> HS256Error { HS256Error(.claimReserved(name)) }

    /// A rule of a help-desk system is broken; the finding says which.
    public static func refused(_ finding: Finding) -> HS256Error { HS256Error(.refused(finding)) }
}

extension HS256Error: CustomStringConvertible {
    /// What is wrong and what to do.
    public var description: String {
        let finding = self.finding
        return finding.remedy.isEmpty ? "\(finding.message)." : "\(finding.message). \(finding.remedy)."
    }
}

// MARK: Causes

extension HS256Error {
    /// One case for each cause.
    package enum Cause: Sendable, Hashable {
        // MARK: Keys and set-up

        /// The secret is empty.
        case keyEmpty
        /// The secret has fewer than 32 bytes (RFC 7518 3.2).
        case keyTooShort(byteCount: Int)
        /// The secret begins as a PEM file or an SSH public key does, so it is no secret (RFC 8725 2.1).
        case keyIsPublic
        /// The text of the secret is not in the encoding that was named.
        case keyEncoding(SecretEncoding)
        /// A key ring has no key.
        case keyRingEmpty
        /// A key ring has more keys than are tried.
        case keyRingTooLarge(count: Int, limit: Int)
        /// Two keys of a ring have the same id.
        case keyIDRepeated(String)
        /// A policy's leeway is negative or longer than the limit.
        case leewayOutOfRange(limit: Duration)

        // MARK: The form of the token

        /// The token has more bytes than the limit. Checked before any other work.
        case tokenTooLarge(byteCount: Int, limit: Int)
        /// The text is not three parts with two dots between them (RFC 7515 7.1).
        case notThreeSegments(count: Int, resemblance: TokenResemblance?)
        /// Something that does not belong to the token surrounds it, such as quotes or `Bearer `.
        case tokenWrapped(TokenWrapping)
        /// A part of the token is not base64url (RFC 7515 2).
        case segmentEncoding(TokenSegment, Base64URLError)

        // MARK: The header

        /// The header is not a JSON object (RFC 7515 4).
        case headerNotJSON(JSONError)
        /// The header has no `alg` (RFC 7515 4.1.1).
        case algorithmMissing
        /// `alg` is not a string (RFC 7515 4.1.1).
        case algorithmWrongType(found: JSONValue.Kind)
        /// `alg` is something else than `HS256` (RFC 8725 3.1).
        case algorithmNotAllowed(String)
        /// The header has `crit`, and this library implements no extension (RFC 7515 4.1.11).
        case criticalExtension
        /// The header has `b64` with another value than `true`: the payload may not be base64url (RFC 7797 7).
        case unencodedPayload
        /// `typ`, `cty` or `kid` is not a string (RFC 7515 4.1.4, 4.1.9, 4.1.10).
        case headerWrongType(String, found: JSONValue.Kind)
        /// No key of the ring has the token's `kid` (RFC 7515 4.1.4).
        case keyIDUnknown(String)

        // MARK: The signature

        /// The signature does not have 32 bytes (RFC 7518 3.2).
        case signatureLength(byteCount: Int)
        /// The signature is not that of this header and payload under any of the keys (RFC 7515 5.2).
        case signatureMismatch

        // MARK: The claims

        /// The payload is not a JSON object (RFC 7519 7.2).
        case payloadNotJSON(JSONError)
        /// A claim that is required is not there.
        case claimMissing(String)
        /// A claim is of another JSON type.
        case claimWrongType(String, expected: JSONValue.Kind, found: JSONValue.Kind)
        /// A date is outside 0...253402300799 seconds.
        case dateOutOfRange(String, likelyUnit: SubsecondUnit?)
        /// The time of `exp` has come (RFC 7519 4.1.4). Where the system's clock was asked, `now` is the second of its last
        /// tick, unless the two are close.
        case expired(at: NumericDate, now: NumericDate)
        /// The time of `nbf` has not come (RFC 7519 4.1.5).
        case notYetValid(until: NumericDate, now: NumericDate)
        /// `iat` lies in the future (RFC 7519 4.1.6).
        case issuedInFuture(at: NumericDate, now: NumericDate)
        /// More time than the policy allows has gone by since `iat`.
        // Large, rare payloads live on the heap, so that the other cases are small and cheap to throw.
        indirect case tooOld(issuedAt: NumericDate, maximumAge: Duration, now: NumericDate)
        /// `iss` is not the issuer that the policy expects (RFC 7519 4.1.1).
        case issuerMismatch
        /// `sub` is not the subject that the policy expects (RFC 7519 4.1.2).
        case subjectMismatch
        /// `aud` does not name the recipient that the policy expects (RFC 7519 4.1.3).
        case audienceMismatch
        /// The token has an `aud`, and the policy names no recipient to compare it with (RFC 7519 4.1.3).
        case audienceUnexpected
        /// Claims that are to be signed are nested deeper than a verifier reads.
        case claimsTooDeep(limit: Int)
        /// A claim that the caller wants to add has a name that is reserved.
        case claimReserved(String)
        /// A claim breaks a limit; the reason says which.
        indirect case claimInvalid(String, reason: String)

        // MARK: Rules of others

        /// A rule of a help-desk system is broken; the finding says which.
        indirect case refused(Finding)
    }
}
