/// The claims of a token as a type of its own.
///
/// ```swift
/// struct Session: ClaimSet {
///     var user: String
///     var expiration: NumericDate
///
///     func write(to claims: inout ClaimWriter) throws(HS256Error) {
///         claims.write("sub", user)
///         claims.write("exp", expiration)
///     }
/// }
///
/// extension Session {
///     init(from claims: borrowing ClaimReader) throws(HS256Error) {
///         try self.init(user: claims.string("sub"), expiration: claims.numericDate("exp"))
///     }
/// }
/// ```
///
/// Here all claims are read before the value is made. One whose properties are set while claims are still read, which may
/// throw, works as well, but the compiler copies it at the end.
///
/// Claims that are not known when the program is written are ``JWTClaims``.
///
/// Source: RFC 7519 4.
public typealias ClaimSet = WritableClaims & ReadableClaims

/// Claims that can be signed.
public protocol WritableClaims: Sendable {
    /// Writes each claim once, in the order in which it is to stand in the token.
    ///
    /// - Throws: ``HS256Error`` for claims that must not be signed.
    func write(to claims: inout ClaimWriter) throws(HS256Error)
}

/// Claims that can be read from a token.
public protocol ReadableClaims: Sendable {
    /// Reads the claims of a token that has been verified.
    ///
    /// - Throws: ``Finding/Code/claimMissing``, ``Finding/Code/claimWrongType`` and what else the type
    ///   demands of its claims.
    init(from claims: borrowing ClaimReader) throws(HS256Error)
}
