import HS256
import PlainVerifier

/// The verifier against the plain one: the same verdict on any input, found at the same step, and the same claims.
enum VerifierTarget: FuzzTarget {
    static let name = "verifier"

    static func run(_ input: [UInt8]) {
        let input = TokenInput(input)
        compareVerdicts(on: Array(input.text.utf8), Setting.chosen(by: input.choice))
    }
}

/// Stops where the two verifiers do not agree.
func compareVerdicts(on token: [UInt8], _ setting: Setting) {
    let text = String(decoding: token, as: UTF8.self)
    let plain = setting.plain.verdict(on: Array(text.utf8), at: Setting.now)
    let ours: PlainVerifier.Verdict
    do {
        ours = .accepted(PlainJSON(try setting.verifier.verify(text, at: .ofSetting).claims.members))
    } catch {
        ours = .refused(error.step)
    }
    require(ours == plain, "both verifiers say the same: \(ours), plain \(plain)")
}

extension HS256Error {
    /// The step of a verification that finds this.
    fileprivate var step: PlainVerifier.Step {
        switch code {
        case .tokenTooLarge: return .size
        case .tokenEmpty, .tokenIsJSON, .tokenEncrypted, .notThreeSegments: return .segments
        case .tokenWrapped, .headerEncoding, .payloadEncoding, .signatureEncoding: return .encoding
        case .headerNotJSON, .algorithmMissing, .algorithmWrongType, .algorithmNotAllowed, .criticalExtension,
            .unencodedPayload, .headerWrongType, .keyIDUnknown:
            return .header
        case .signatureLength, .signatureMismatch: return .signature
        case .payloadNotJSON: return .payload
        default: return .claims
        }
    }
}
