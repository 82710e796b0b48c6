/// What a text says that was given for a token, once everything is repaired that keeps it from being read.
///
/// For looking at tokens, as ``UnverifiedJWT`` is.
package struct RepairedToken: Sendable {
    /// The token; nil if the text holds none.
    package let token: UnverifiedJWT?
    /// What was wrong with its form.
    package let findings: [Finding]

    /// Reads a text without checking a signature.
    package init(_ text: String) {
        var text = text
        var findings: [Finding] = []
        var limits = TokenLimits()
        var token: UnverifiedJWT?
        for _ in 0..<TokenRepair.maximumCount where token == nil {
            do throws(HS256Error) {
                token = try UnverifiedJWT(unverified: text, limits: limits)
            } catch {
                var finding = error.finding
                let repair = TokenRepair(of: text, refusedFor: error.code, by: nil)
                if let explanation = repair.explanation { finding.explain(by: explanation) }
                findings.append(finding)
                guard let repaired = repair.text else { break }
                text = repaired
                limits = TokenRepair.limits(atLeast: limits)
            }
        }
        self.token = token
        self.findings = findings
    }
}
