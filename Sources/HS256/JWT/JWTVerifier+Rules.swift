extension JWTVerifier {
    /// The claims of a token that also keeps the rules of a help-desk system.
    ///
    /// - Parameters:
    ///   - token: the token.
    ///   - now: the time to go by.
    ///   - rules: get the header, the claims and the report, once everything else is good.
    ///   - read: makes the result of the claims, once all rules are kept.
    /// - Throws: the first ``JWTError`` there is to find.
    package func verify<Result>(
        _ token: String, at now: NumericDate,
        rules: (borrowing ClaimReader, borrowing ClaimReader, inout RuleReport) throws(JWTError) -> Void,
        read: (borrowing ClaimReader) throws(JWTError) -> Result
    ) throws(JWTError) -> Result {
        var result: Result?
        var report = RuleReport.stoppingAtFirstError
        try examine(token, at: now, &report) { (header, claims, _, report) throws(JWTError) in
            try rules(header, claims, &report)
            result = try read(claims)
        }
        guard let result else { preconditionFailure("neither a result nor an error") }
        return result
    }
}
