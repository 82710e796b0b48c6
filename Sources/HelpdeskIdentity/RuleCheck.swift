import HS256

/// What of a ``ClaimRule`` is needed to see that a claim keeps it. It holds nothing that is counted, so that going
/// through a table costs nothing but the comparisons.
struct RuleCheck {
    private let name: StaticString
    private let form: ClaimRule.Form
    private let isRequired: Bool

    init(_ rule: ClaimRule) {
        name = rule.name
        form = rule.form
        isRequired = rule.need == .required
    }

    /// Whether a claim is beyond doubt. If not, there may or may not be something to find.
    ///
    /// - Parameters:
    ///   - claims: the claims.
    ///   - absenceMatters: whether there may be something to say of a claim that is not there and need not be.
    func isKept(by claims: borrowing ClaimReader, absenceMatters: Bool) -> Bool {
        let place = claims.place(of: name)
        guard place.isPresent else { return !absenceMatters && !isRequired }
        switch form {
        case .text(let maximumLength):
            guard let byteCount = claims.byteCount(at: place) else { return false }
            // A character has at least one byte, and an escaped one more than it stands for.
            return byteCount > 0 && byteCount <= maximumLength ?? .max
        case .constant(let value): return claims.isString(at: place, equalTo: value)
        case .boolean, .date, .object: return claims.kind(at: place) == form.kind
        }
    }
}
