/// What is known about a help-desk system, for checking tokens and for tools and pages that speak of several.
public struct SystemProfile: Sendable {
    /// A message that a developer may see at the vendor, and what it means there.
    public struct Message: Sendable {
        /// What the vendor shows or answers.
        public let text: String
        /// What it means, and what to do.
        public let meaning: String

        /// A message.
        public init(_ text: String, _ meaning: String) {
            self.text = text
            self.meaning = meaning
        }
    }

    /// The name for command lines: `zendesk-messaging`.
    public let id: String
    /// The name for people: "Zendesk messaging".
    public let name: String
    /// What the system demands of a token.
    public let rules: RuleBook
    /// What a developer sees when the system refuses a token, whatever is wrong with it.
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
}
