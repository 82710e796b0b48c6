public import HS256

/// A vendor's answer to a token, known because the code of its server is open.
public enum VendorAnswer: Sendable {
    /// It accepts the token.
    ///
    /// - Parameter how: How that was observed.
    case accepted(observed: String)
    /// It refuses the token.
    ///
    /// - Parameters:
    ///   - symptom: What a developer sees.
    ///   - how: How that was observed.
    case refused(symptom: String, observed: String)
}

extension VendorAnswer {
    /// Brings findings in line with the answer. It comes from the vendor's own code, so what is known of single checks
    /// gives way to it.
    func settle(_ findings: inout [Finding]) {
        switch self {
        case .accepted(let how):
            // Of a secret that is wrong here, the vendor knows nothing.
            for index in findings.indices
            where findings[index].severity == .error && findings[index].excuse != .secretHere {
                findings[index].authority = .library
                findings[index].observedAcceptance = how
            }
        case .refused(_, let how):
            let errors = findings.indices.filter { findings[$0].severity == .error }
            if !errors.contains(where: { findings[$0].authority != .library }), let first = errors.first {
                findings[first].authority = .observed(how)
            }
        }
    }
}

/// A token as a vendor gets it, with the secret and the time by which to judge it.
public struct VendorQuestion: Sendable {
    /// The token, as it was given.
    public let token: String
    /// The text of the secret, if it is at hand.
    public let secretText: String?
    /// Whether the secret here is known not to be that of the vendor, so that the signature may be good there.
    public let isSecretInDoubt: Bool
    /// The time to go by.
    public let now: NumericDate

    /// A question.
    public init(token: String, secretText: String?, isSecretInDoubt: Bool = false, now: NumericDate) {
        self.token = token
        self.secretText = secretText
        self.isSecretInDoubt = isSecretInDoubt
        self.now = now
    }
}
