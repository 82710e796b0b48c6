import HS256
import TestSupport
import Testing

/// A case of the files of tokens: attacks-dev.json, and jws-rfc.json, which has fewer fields.
struct TokenCase: Decodable, Sendable, CustomTestStringConvertible {
    struct Verify: Decodable {
        let now: Int64
        let leeway: Int
        let issuer: String?
        let audience: String?
        let kid: String?
    }

    let id: String
    let token: String
    let keyHex: HexBytes
    let mode: String
    let verify: Verify
    let expect: String
    let rule: String
    let also: [String]?
    let `class`: String?
    let headerHex: HexBytes?
    let payloadHex: HexBytes?
    let signingInput: String?
    let signatureHex: HexBytes?

    var testDescription: String { id }

    /// Whether the verdict counts: the other classes only ask for no crash.
    var isScored: Bool { self.class == nil || self.class == "must" || self.class == "strict" }
    var isAccepted: Bool { expect == "accept" }

    var now: NumericDate {
        get throws { try #require(NumericDate(unixSeconds: verify.now)) }
    }

    /// A verifier that does what the case says, or the refusal of its key.
    func verifier() throws(HS256Error) -> JWTVerifier {
        let key = try HS256Key(bytes: keyHex.bytes)
        return try JWTVerifier(
            keys: KeyRing(key, id: verify.kid),
            policy: ValidationPolicy(
                issuer: verify.issuer, audience: verify.audience.map { .recipient($0) } ?? .notChecked,
                expiration: .mayBeAbsent, leeway: .seconds(verify.leeway)))
    }

    /// Why the token is refused, or nil where it is accepted.
    func refusal() throws -> HS256Error? {
        let now = try self.now
        do throws(HS256Error) {
            let verifier = try self.verifier()
            if mode == "jws" {
                _ = try verifier.verifySignatureOnly(token)
            } else {
                let _: VerifiedJWT = try verifier.verify(token, at: now)
            }
            return nil
        } catch {
            return error
        }
    }

    /// The rules that may be the first to refuse the token.
    var rules: [String] { [rule] + (also ?? []) }
}

extension HS256Error {
    /// What the files of tokens call the rule that is broken. Dates out of range break the rule of their claim.
    var corpusRule: String {
        switch cause {
        case .keyEmpty: "key-empty"
        case .keyTooShort: "key-length"
        case .keyIsPublic: "key-pem"
        case .notThreeSegments: "structure"
        case .tokenWrapped: "b64-alphabet"
        case .segmentEncoding(_, let fault): fault.corpusRule
        case .headerNotJSON(let fault): "header-" + fault.corpusRule
        case .algorithmMissing: "alg-missing"
        case .algorithmWrongType: "alg-type"
        case .algorithmNotAllowed: "alg-allowlist"
        case .criticalExtension, .unencodedPayload: "crit"
        case .headerWrongType: "header-type"
        case .keyIDUnknown: "kid-mismatch"
        case .signatureLength, .signatureMismatch: "signature"
        case .payloadNotJSON(let fault): "payload-" + fault.corpusRule
        case .claimWrongType: "claim-type"
        case .claimMissing(let name), .dateOutOfRange(let name, _): name
        case .expired: "exp"
        case .notYetValid: "nbf"
        case .issuerMismatch: "iss"
        case .audienceMismatch, .audienceUnexpected: "aud"
        case .keyEncoding, .keyRingEmpty, .keyRingTooLarge, .keyIDRepeated, .leewayOutOfRange, .tokenTooLarge,
            .issuedInFuture, .tooOld, .subjectMismatch, .claimsTooDeep, .claimReserved, .claimInvalid, .refused:
            "not a rule of the corpus"
        }
    }
}

extension Base64URLError {
    var corpusRule: String {
        switch self {
        case .invalidByte: "b64-alphabet"
        case .padding: "b64-padding"
        case .impossibleLength: "b64-length"
        case .nonZeroTrailingBits: "b64-trailing-bits"
        }
    }
}

extension JSONError {
    var corpusRule: String {
        switch self {
        case .unexpectedEnd, .unexpectedByte, .trailingText, .invalidNumber, .controlCharacter, .invalidEscape: "json"
        case .loneSurrogate: "surrogate"
        case .invalidUTF8: "utf8"
        case .byteOrderMark: "bom"
        case .duplicateName: "duplicate"
        case .tooDeep: "depth"
        case .tooLong: "not a rule of the corpus"
        case .notAnObject: "object"
        }
    }
}
