extension JWTVerifier {
    /// Checks a token that also has to keep the rules of a help-desk system, and reads it.
    ///
    /// - Parameters:
    ///   - token: the token.
    ///   - now: the time to go by.
    ///   - rules: get the header, the claims and the report, once everything else is good.
    ///   - read: reads the claims, once all rules are kept.
    /// - Throws: the first ``HS256Error`` there is to find.
    @usableFromInline
    package func verify(
        _ token: String, at now: NumericDate,
        rules: (borrowing ClaimReader, borrowing ClaimReader, inout RuleReport) throws(HS256Error) -> Void,
        read: (borrowing ClaimReader) throws(HS256Error) -> Void
    ) throws(HS256Error) {
        var report = RuleReport.stoppingAtFirstError
        try setup.examine(token, at: CurrentTime(exactly: now), &report) {
            (header, claims, _, report) throws(HS256Error) in
            try rules(header, claims, &report)
            try read(claims)
        }
    }
}
