/// What is known about a help-desk system, for tools and pages that speak of several.
public struct SystemProfile: Sendable {
    /// A claim or header parameter that the system reads.
    public struct Claim: Sendable {
        /// Whether a token can do without it.
        public enum Need: Sendable {
            /// The system refuses a token without it.
            case required
            /// The vendor advises it.
            case recommended
            /// It may be there or not.
            case optional
        }

        /// The name on the wire.
        public let name: String
        /// Its JSON type, as a person says it: "string", "integer".
        public let type: String
        /// Whether a token can do without it.
        public let need: Need
        /// Limits and meaning, in a few words.
        public let notes: String

        /// A claim.
        public init(_ name: String, _ type: String, _ need: Need, _ notes: String) {
            self.name = name
            self.type = type
            self.need = need
            self.notes = notes
        }
    }

    /// The name for command lines: `zendesk-messaging`.
    public let id: String
    /// The name for people: "Zendesk messaging".
    public let name: String
    /// The header parameters, in the order in which they are written.
    public let header: [Claim]
    /// The claims, in the order in which they are written.
    public let claims: [Claim]
    /// How long a token is good unless the caller says otherwise.
    public let defaultLifetime: Duration
    /// The longest lifetime that the system accepts; nil where none is published.
    public let maximumLifetime: Duration?
    /// What a developer sees when the system refuses a token.
    public let symptom: String
    /// The page that the rules are taken from.
    public let page: String

    /// A profile.
    public init(
        id: String, name: String, header: [Claim], claims: [Claim], defaultLifetime: Duration,
        maximumLifetime: Duration?, symptom: String, page: String
    ) {
        self.id = id
        self.name = name
        self.header = header
        self.claims = claims
        self.defaultLifetime = defaultLifetime
        self.maximumLifetime = maximumLifetime
        self.symptom = symptom
        self.page = page
    }
}
