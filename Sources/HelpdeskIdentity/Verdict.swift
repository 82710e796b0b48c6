public import HS256

/// What becomes of a token, as far as it is known.
public enum Verdict: String, Sendable, CaseIterable {
    /// No rule is broken: the vendor takes the token, and so does `verify`.
    case accepted
    /// The vendor refuses it: by its documentation, or as it was observed.
    case refusedByVendor = "refused"
    /// `verify` refuses it, and the vendor is not known to look at what is wrong.
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
