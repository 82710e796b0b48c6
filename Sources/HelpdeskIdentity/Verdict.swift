public import HS256

/// What happens to a token, as far as is known.
public enum Verdict: String, Sendable, CaseIterable {
    /// No error was found.
    case accepted
    /// The vendor refuses it: by its documentation, or as it was observed.
    case refusedByVendor = "refused"
    /// `verify` refuses it, and the vendor is not known to: it is not known to check what is wrong, or the secret that was
    /// used here is not the vendor's.
    case refusedHere = "refused-here"
}

extension Sequence<Finding> {
    /// The verdict that follows from all findings about a token.
    public var verdict: Verdict {
        var verdict = Verdict.accepted
        for finding in self where finding.severity == .error {
            if finding.authority != .library { return .refusedByVendor }
            verdict = .refusedHere
        }
        return verdict
    }
}
