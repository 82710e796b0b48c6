public import HS256

/// What a vendor's server says to a token, where its code is open and what it does is known for every text.
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
    /// Brings findings in line with the answer: it was had from the vendor's own code, and what is known of single checks
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

/// A token, and what is needed to judge it as a vendor does.
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

extension Finding {
    /// Whether it may come of a token that is made for something else.
    package func isForeign(to rules: RuleBook) -> Bool {
        code.rawValue.hasPrefix(rules.systemID) || code == .algorithmNotAllowed
    }

    /// Puts the product that a token is for in front of what is wrong with it.
    package mutating func explainProduct(_ tokens: String, insteadOf system: String) {
        isExplainedByProduct = true
        message = "this looks like \(tokens), not one for \(system): \(message)"
        remedy = "Check which token the page fetches, and sign one for \(system). \(remedy)"
    }
}
