public import HS256

/// What a help-desk system demands of one claim or header parameter.
///
/// A table of these is all that most claims need: it is what tokens are checked against, what names a caller's own
/// claims cannot have, and what tools print.
public struct ClaimRule: Sendable {
    /// Whether a token can do without it.
    public enum Need: Sendable {
        /// The system refuses a token without it.
        case required
        /// The vendor advises it.
        case recommended
        /// It may be there or not.
        case optional
    }

    /// What its value must be.
    public enum Form: Sendable {
        /// A string that is not empty, with at most so many Unicode scalars.
        case text(maximumLength: Int? = nil)
        /// Just this string.
        case constant(StaticString)
        /// `true` or `false`.
        case boolean
        /// A number of seconds since 1970; checked with the registered claims (RFC 7519 4.1).
        case date
        /// A JSON object.
        case object

        /// The JSON type of the value.
        public var kind: JSONValue.Kind {
            switch self {
            case .text, .constant: return .string
            case .boolean: return .bool
            case .date: return .number
            case .object: return .object
            }
        }
    }

    /// The name on the wire.
    public var name: ClaimName { rowName.withoutRow }
    /// The name with the row that the system's source gives it.
    let rowName: ClaimName
    /// What its value must be.
    public let form: Form
    /// Whether a token can do without it.
    public let need: Need
    /// Limits and meaning, in a few words.
    public let notes: String
    /// Names that developers write instead of it.
    public let misspellings: [ClaimName]
    /// Whether it tells tokens of this system from those of the others.
    public let isTelling: Bool
    /// The heading on the vendor's page under which it stands, or another source; nil for the page as a whole.
    let section: String?
    /// On whose word a value of another JSON type is refused.
    let typeAuthority: Finding.Authority

    /// A rule.
    ///
    /// - Parameters:
    ///   - name: the name on the wire.
    ///   - form: what its value must be.
    ///   - need: whether a token can do without it.
    ///   - notes: limits and meaning, in a few words.
    ///   - misspellings: names that developers write instead of it.
    ///   - isTelling: whether it tells tokens of this system from those of the others.
    ///   - section: the heading on the vendor's page under which it stands.
    ///   - typeAuthority: On whose word another JSON type is refused; nil for the vendor's documentation where the claim is
    ///     required, and for this library where it is not.
    public init(
        _ name: ClaimName, _ form: Form, _ need: Need, _ notes: String, misspellings: [ClaimName] = [],
        isTelling: Bool = false, section: String? = nil, typeAuthority: Finding.Authority? = nil
    ) {
        rowName = name
        self.form = form
        self.need = need
        self.notes = notes
        self.misspellings = misspellings
        self.isTelling = isTelling
        self.section = section
        // What the vendor needs is documented as this type; of the rest it may take any.
        self.typeAuthority = typeAuthority ?? (need == .required ? .documented : .library)
    }
}

extension ClaimRule {
    /// The part of a rule that decides whether a claim keeps it. It holds nothing that is reference-counted, so going
    /// through a table costs no more than the comparisons.
    struct Matcher {
        private let name: ClaimName
        private let isRequired: Bool
        private let kind: JSONValue.Kind
        /// How many bytes the value may have in the text of the token.
        private let minimumByteCount: Int
        private let maximumByteCount: Int
        /// The only value there is, if there is but one.
        private let constant: StaticString?

        /// - Parameters:
        ///   - rule: The rule.
        ///   - table: Where its claim may have a row.
        init(_ rule: ClaimRule, _ table: ClaimTable) {
            name = table.name(rule.name)
            isRequired = rule.need == .required
            kind = rule.form.kind
            switch rule.form {
            // A character has at least one byte, and an escaped one more than it stands for.
            case .text(let maximumLength):
                (minimumByteCount, maximumByteCount, constant) = (1, maximumLength ?? .max, nil)
            case .constant(let value): (minimumByteCount, maximumByteCount, constant) = (0, .max, value)
            case .boolean, .date, .object: (minimumByteCount, maximumByteCount, constant) = (0, .max, nil)
            }
        }

        /// Whether a claim is beyond doubt. If not, there may or may not be something to find.
        ///
        /// - Parameters:
        ///   - claims: The claims.
        ///   - absenceMatters: Whether there may be something to say about a claim that is neither there nor required.
        @inline(__always)
        func isKept(by claims: borrowing ClaimReader, absenceMatters: Bool) -> Bool {
            guard let found = claims.form(of: name) else { return !absenceMatters && !isRequired }
            guard found.kind == kind, found.byteCount >= minimumByteCount, found.byteCount <= maximumByteCount else {
                return false
            }
            guard let constant else { return true }
            return claims.isString(name, equalTo: constant)
        }
    }
}

extension ClaimRule {
    /// What developers write instead of `email`.
    package static var emailSpellings: [ClaimName] {
        ["mail", "e_mail", "email_address", "user_email", "emails", "primary_email"]
    }
    /// What developers write instead of `exp`.
    package static var expirationSpellings: [ClaimName] {
        [
            "expiry", "expires", "expiration", "expire", "expires_at", "expires_in", "exp_time", "expiration_time",
            "valid_until",
        ]
    }
    /// What developers write instead of `name`.
    package static var nameSpellings: [ClaimName] {
        ["full_name", "display_name", "user_name", "fullname", "customer_name"]
    }
}
