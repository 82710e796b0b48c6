public import HS256

/// What is known about a help-desk system, for checking tokens and for tools and pages that speak of several.
public final class SystemProfile: Sendable {
    /// A message that a developer may see at the vendor, and what it means there.
    public struct Message: Sendable {
        /// What the vendor shows or answers.
        public let text: String
        /// What it means, and what to do.
        public let meaning: String
        /// The codes of the findings that lead to it; none where it has other causes than a token.
        public let causes: [String]

        /// A message.
        ///
        /// - Parameters:
        ///   - text: what the vendor shows or answers.
        ///   - meaning: what it means, and what to do.
        ///   - causes: the codes of the findings that lead to it, and to it in place of ``SystemProfile/symptom``.
        public init(_ text: String, _ meaning: String, causes: [String] = []) {
            self.text = text
            self.meaning = meaning
            self.causes = causes
        }
    }

    /// The name for command lines: `zendesk-messaging`.
    public let id: String
    /// The name for people: "Zendesk messaging".
    public let name: String
    /// What the system demands of a token.
    public let rules: RuleBook
    /// What a developer sees when the system refuses a token, unless a message of its own is known for the cause.
    public let symptom: String
    /// What else a developer may see, and what it means.
    public let messages: [Message]

    /// A profile.
    public init(id: String, name: String, rules: RuleBook, symptom: String, messages: [Message] = []) {
        self.id = id
        self.name = name
        self.rules = rules
        self.symptom = symptom
        self.messages = messages
    }

    /// An error in parts, with what a developer sees at the vendor because of it.
    public func finding(for error: JWTError) -> Finding {
        var finding = error.finding
        finding.symptom = symptom(of: finding)
        return finding
    }

    /// What a developer sees at the vendor because of a finding: the vendor's messages for it, or for an error without
    /// any the symptom of every refusal. Nil for what does not show, and for the limit on size, which is this library's.
    func symptom(of finding: Finding) -> String? {
        let texts = messages.filter { $0.causes.contains { $0.hasSameBytes(as: finding.code) } }.map { $0.text }
        if !texts.isEmpty { return texts.joined(separator: "; ") }
        let isOwnLimit = finding.code.hasSameBytes(as: "jwt.token.size")
        return finding.severity == .error && !isOwnLimit ? symptom : nil
    }
}
