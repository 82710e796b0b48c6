public import HS256

/// What is known about a help-desk system, for checking tokens and for tools and pages that speak of several.
public final class SystemProfile: Sendable {
    /// A message that a developer may see at the vendor, and what it means there.
    public struct Message: Sendable {
        /// A finding that leads to a message.
        public enum Cause: Sendable, Hashable {
            /// One about tokens in general.
            case token(Finding.Code)
            /// One of the system's own, by its code without the system's ID.
            case system(String)
        }

        /// What the vendor shows or answers.
        public let text: String
        /// What it means, and what to do.
        public let meaning: String
        /// The findings that lead to it; none where it has other causes than a token.
        public let causes: [Cause]

        /// A message.
        ///
        /// - Parameters:
        ///   - text: What the vendor shows or answers.
        ///   - meaning: What it means, and what to do.
        ///   - causes: The findings that lead to it, instead of to ``SystemProfile/symptom``.
        public init(_ text: String, _ meaning: String, causes: [Cause] = []) {
            self.text = text
            self.meaning = meaning
            self.causes = causes
        }
    }

    /// The system's ID, as command lines and finding codes spell it: `zendesk-messaging`.
    public var id: String { rules.systemID }
    /// The name for people: "Zendesk messaging".
    public let name: String
    /// What the system demands of a token.
    public let rules: RuleBook
    /// What a developer sees when the system refuses a token, unless a more specific message is known for the cause.
    public let symptom: String
    /// What else a developer may see, and what it means.
    public let messages: [Message]
    /// What is known of the core's checks at the vendor. Of those that are not here, nothing is.
    let vendorChecks: [(TokenCheck, VendorCheck)]

    private let messageCodes: [[Finding.Code]]

    /// A profile.
    ///
    /// - Parameters:
    ///   - name: The name for people.
    ///   - rules: What the system demands of a token.
    ///   - symptom: What a developer sees when the system refuses a token.
    ///   - messages: What else a developer may see.
    ///   - vendorChecks: What is known of whether the vendor makes the checks that this library makes of every token.
    public init(
        name: String, rules: RuleBook, symptom: String, messages: [Message] = [],
        vendorChecks: KeyValuePairs<TokenCheck, VendorCheck> = [:]
    ) {
        self.name = name
        self.rules = rules
        self.symptom = symptom
        self.messages = messages
        self.vendorChecks = vendorChecks.map { ($0.key, $0.value) }
        messageCodes = messages.map { message in
            message.causes.map { cause in
                switch cause {
                case .token(let code): return code
                case .system(let name): return rules.code(name)
                }
            }
        }
    }

    /// An error in parts, with what a developer sees at the vendor because of it.
    public func finding(for error: HS256Error) -> Finding {
        var findings = [error.finding]
        attribute(&findings)
        findings[0].symptom = symptom(of: findings[0])
        return findings[0]
    }

    /// What a developer sees at the vendor because of a finding: the vendor's messages for it, or the symptom of every
    /// refusal for an error of the vendor's without any. Nil for what does not show.
    func symptom(of finding: Finding) -> String? {
        let texts = zip(messages, messageCodes).filter { $0.1.contains(finding.code) }.map { $0.0.text }
        if !texts.isEmpty { return texts.joined(separator: "; ") }
        return finding.severity == .error && finding.authority != .library ? symptom : nil
    }
}
