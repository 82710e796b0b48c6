import HS256Primitives

extension JWTVerifier {
    /// All errors and doubtful traits of a token, in the order in which verification would find them.
    /// Never throws.
    ///
    /// Where the cause of an error can be told, the finding names it: what surrounds the token, what the text is in place of
    /// one, how the secret was read, how a date was written. The rest of the token is looked at all the same.
    ///
    /// Findings about what a token says before its signature is good are marked ``Finding/isUnauthenticated``.
    ///
    /// - Parameters:
    ///   - token: the token, or what was taken for one.
    ///   - secretText: the text of the secret, if it is at hand. A key does not keep it, and some causes can be found
    ///     only with it: white space or quotes around it, and a wrong idea of how its text becomes bytes.
    ///   - now: the time to go by.
    /// - Returns: the findings; the first error has the code of the one that ``verify(_:at:)`` throws.
    public func diagnose(_ token: String, secretText: String? = nil, at now: NumericDate = .now) -> [Finding] {
        diagnose(token, secretText: secretText, at: now) { (_, _) in }
    }

    /// Diagnoses a token by further rules too, which get the token and the report.
    package func diagnose(
        _ token: String, secretText: String?, at now: NumericDate,
        rules: (borrowing TokenReader, inout RuleReport) throws(HS256Error) -> Void
    ) -> [Finding] {
        let secret = secretText.map { SecretDiagnosis($0) }
        var findings: [Finding] = []
        var dates = DateDiagnosis(at: now)
        var text = token
        var verifier = self
        // Each repair lets the next look get further; nobody breaks a token in more ways at once by mistake.
        for _ in 0..<TokenRepair.maximumCount {
            var found = verifier.findings(about: text, &dates, rules: rules)
            guard let stop = found.firstIndex(where: { TokenRepair.isPossible(after: $0.code) }) else {
                findings.append(fromRepaired: found)
                break
            }
            let repair = TokenRepair(of: text, refusedFor: found[stop].code, by: keys)
            if let explanation = repair.explanation { found[stop].explain(by: explanation) }
            guard let repaired = repair.text else {
                findings.append(fromRepaired: found)
                break
            }
            findings.append(fromRepaired: Array(found[...stop]))
            text = repaired
            verifier = generous
        }
        if let index = findings.firstIndex(where: { $0.code == .signatureMismatch }),
            let explanation = explanation(ofMismatchIn: text, secret)
        {
            findings[index].explain(by: explanation)
        }
        if let index = findings.firstIndex(where: { $0.code == .algorithmMissing }),
            let explanation = SegmentDiagnosis(text).explanationOfOrder
        {
            findings[index].explain(by: explanation)
        }
        for index in findings.indices {
            if let explanation = dates.explanation(of: findings[index]) { findings[index].explain(by: explanation) }
        }
        findings += dates.remarks(besides: findings)
        return findings + (secret?.appearance ?? [])
    }

    /// The same verifier for tokens that are larger and deeper than it accepts.
    private var generous: JWTVerifier {
        var policy = policy
        policy.limits = TokenRepair.limits(atLeast: policy.limits)
        return JWTVerifier(setup: setup.with(policy))
    }

    /// What one pass over a text finds, and the dates that it reads.
    private func findings(
        about token: String, _ dates: inout DateDiagnosis,
        rules: (borrowing TokenReader, inout RuleReport) throws(HS256Error) -> Void
    ) -> [Finding] {
        var report = RuleReport.gatheringAll
        // What a full report stops at is in it.
        try? Scratch.lend { (scratch) throws(HS256Error) in
            let token = try read(token, at: dates.now, in: &scratch, &report)
            defer { outlive(token) }
            dates.read(token.claims)
            try rules(token, &report)
        }
        return report.findings
    }

    // MARK: What is explained afterwards

    private func explanation(ofMismatchIn token: String, _ secret: SecretDiagnosis?) -> Explanation? {
        guard let signature = SignatureDiagnosis(token) else { return nil }
        if let explanation = SegmentDiagnosis(token).emptyPart { return explanation }
        if let explanation = secret?.cause(ofMismatchIn: signature) { return explanation }
        for entry in keys.entries {
            if let explanation = signature.explanation(with: entry.key.hmacKey) { return explanation }
        }
        return nil
    }
}

extension [Finding] {
    /// Adds what was found once the last error was out of the way, but nothing twice.
    fileprivate mutating func append(fromRepaired inner: [Finding]) {
        let outer = self
        self += inner.filter { finding in
            !outer.contains { $0.code == finding.code && $0.claim == finding.claim && $0.code != .tokenWrapped }
        }
    }
}
