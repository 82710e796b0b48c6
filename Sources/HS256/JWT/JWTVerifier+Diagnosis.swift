import HS256Primitives

extension JWTVerifier {
    /// Everything that is wrong with a token, and what is doubtful, in the order in which verification would find it.
    /// Never throws.
    ///
    /// Findings about what a token says before its signature is good are marked ``Finding/isUnauthenticated``.
    ///
    /// - Parameters:
    ///   - token: the token, or what was taken for one.
    ///   - secretText: the text of the secret, if it is at hand. A key does not keep it, and some causes can be found
    ///     only with it: white space or quotes around it, and a wrong idea of how its text becomes bytes.
    ///   - now: the time to go by.
    /// - Returns: the findings; the first error is the one that ``verify(_:at:)`` throws.
    public func diagnose(_ token: String, secretText: String? = nil, at now: NumericDate = .now) -> [Finding] {
        diagnose(token, secretText: secretText, at: now) { (_, _) in }
    }

    /// Diagnoses a token by further rules too, which get the token and the report.
    package func diagnose(
        _ token: String, secretText: String?, at now: NumericDate,
        rules: (borrowing TokenReader, inout RuleReport) throws(HS256Error) -> Void
    ) -> [Finding] {
        var token = token
        var findings = self.findings(about: token, at: now, rules: rules)
        // What stands in something else is taken out and looked at as well, so that one look finds everything.
        for _ in 0..<TokenWrapping.maximumDepth where token.utf8.count <= policy.limits.maximumByteCount {
            guard let wrapping = TokenWrapping.around(token) else { break }
            token = wrapping.unwrap(token)
            findings.append(fromTheInside: self.findings(about: token, at: now, rules: rules))
        }
        guard let secretText else { return findings }
        let secret = SecretDiagnosis(text: secretText)
        if let mismatch = findings.firstIndex(where: { $0.code == .signatureMismatch }),
            let likelyCause = secret.likelyCause(ofMismatchIn: token)
        {
            findings.insert(likelyCause, at: mismatch + 1)
        }
        return findings + secret.appearance
    }

    /// What one pass over a text finds.
    private func findings(
        about token: String, at now: NumericDate,
        rules: (borrowing TokenReader, inout RuleReport) throws(HS256Error) -> Void
    ) -> [Finding] {
        var report = RuleReport.gatheringAll
        // What a full report stops at is in it.
        try? Scratch.lend { (scratch) throws(HS256Error) in
            let token = try read(token, at: now, in: &scratch, &report)
            defer { outlive(token) }
            try rules(token, &report)
        }
        return report.findings
    }
}

extension HS256Key {
    /// Whether a token's signature is good under the key, whatever else is wrong with the token.
    func hasSigned(_ token: String) -> Bool {
        Scratch.lend { scratch in
            defer { withExtendedLifetime(token) {} }
            guard let token = unsafe try? CompactToken(scratch.utf8(of: token)),
                let signature = unsafe token.decode(.signature, in: &scratch),
                let code = unsafe HMACSHA256.AuthenticationCode(signature)
            else { return false }
            return unsafe hmacKey.code(for: token.signingInput) == code
        }
    }
}

extension [Finding] {
    /// Adds what was found without what surrounds the token. What was found after the wrapping gives way to it: that
    /// was said of a broken signature, and would be said twice.
    fileprivate mutating func append(fromTheInside inner: [Finding]) {
        if let wrapped = lastIndex(where: { $0.isAboutWrapping }) { removeSubrange((wrapped + 1)...) }
        let outer = self
        self += inner.filter { finding in
            finding.isAboutWrapping || !outer.contains { $0.code == finding.code && $0.claim == finding.claim }
        }
    }
}

extension Finding {
    fileprivate var isAboutWrapping: Bool { code == .tokenWrapped }
}

extension TokenWrapping {
    /// What stands around a text, or nil where nothing known does.
    fileprivate static func around(_ text: String) -> TokenWrapping? {
        unsafe withUTF8(of: text) { unsafe around($0) }
    }
}
