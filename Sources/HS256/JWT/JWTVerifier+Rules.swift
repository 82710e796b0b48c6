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
        try strictly { (report: inout RuleReport) throws(JWTError) -> Result? in
            try examine(token, at: now, &report) { (header, claims, _, report) throws(JWTError) -> Result? in
                try rules(header, claims, &report)
                return try read(claims)
            }
        }
    }
}
