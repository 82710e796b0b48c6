/// One thing that is wrong or doubtful about a token, for a person to act on.
public struct Finding: Sendable, Hashable {
    /// How much a finding matters.
    public enum Severity: Sendable, Comparable, CaseIterable {
        /// Good to know.
        case note
        /// The token may be accepted but not do what it is meant to.
        case warning
        /// The token is refused: by the vendor, or by this library alone, as the authority says.
        case error
    }

    /// On whose word a token is refused, or a remark made.
    public enum Authority: Sendable, Hashable {
        /// The vendor's documentation says so.
        case documented
        /// The vendor does so, though no documentation says it; the text says how that was observed.
        case observed(String)
        /// This library says so, for the reason that the finding's source gives. No vendor is known to look.
        case library
    }

    /// Why a vendor that makes the same check as this library may accept a token that is refused here.
    package enum Excuse: Sendable, Hashable {
        /// What is wrong is the secret that the token was checked with.
        case secretHere
        /// Most readers are less strict.
        case strictness
    }

    /// How much it matters.
    public var severity: Severity
    /// What it is about, the same from version to version.
    public var code: Code
    /// The claim or header parameter that it is about, if it is about one.
    public var claim: String?
    /// What is the matter, a sentence without a full stop.
    public var message: String
    /// What to do about it, a sentence without a full stop; may be empty.
    public var remedy: String
    /// Where the rule stands: an RFC and its section, or the vendor's page.
    public var source: String
    /// On whose word it is said. What `JWTVerifier` finds is the library's own; a help-desk system's `diagnose` says of
    /// what its vendor is known to check that it is the vendor's.
    public var authority: Authority
    /// What a developer sees at the vendor because of it, in words that can be searched for. Nil where nothing is known,
    /// as for rules of this library alone; a help-desk system's `diagnose` sets it.
    public var symptom: String?
    /// Whether it is about something read from a token whose signature has not been found good: whoever wrote it may
    /// have written anything.
    public var isUnauthenticated = false
    /// Why a vendor that makes the same check may accept the token all the same.
    package var excuse: Excuse?
    /// Whether the message names the product that the token is made for.
    package var isExplainedByProduct = false
    /// How the vendor was observed to accept what is refused here; nil where it was not.
    package var observedAcceptance: String?

    /// A finding.
    ///
    /// - Parameters:
    ///   - severity: how much it matters.
    ///   - code: What it is about.
    ///   - claim: the claim or header parameter that it is about.
    ///   - message: what is the matter, a sentence without a full stop.
    ///   - remedy: what to do about it, a sentence without a full stop.
    ///   - source: where the rule stands.
    ///   - authority: On whose word it is said.
    public init(
        _ severity: Severity, code: Code, claim: String? = nil, message: String, remedy: String, source: String,
        authority: Authority = .library
    ) {
        self.severity = severity
        self.code = code
        self.claim = claim
        self.message = message
        self.remedy = remedy
        self.source = source
        self.authority = authority
    }
}

extension Finding: CustomStringConvertible {
    /// The finding in one line: `error scope: "scope" is missing [remedy]`. A claim's name is cut off and escaped where it
    /// could fill a log or drive a terminal.
    public var description: String {
        let subject = claim.map { " \($0.excerpt(quoted: false))" } ?? ""
        return "\(severity)\(subject): \(message)" + (remedy.isEmpty ? "" : " [\(remedy)]")
    }
}

extension Finding.Severity: CustomStringConvertible {
    /// The word for it: "error", "warning" or "note".
    public var description: String {
        switch self {
        case .error: return "error"
        case .warning: return "warning"
        case .note: return "note"
        }
    }
}
