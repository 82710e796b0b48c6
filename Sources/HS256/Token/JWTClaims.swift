/// The claims of a token, of whatever names and types, in the order of the token.
///
/// ```swift
/// var claims = JWTClaims(["name": "Jane Soap"])
/// claims.subject = "12345678"
/// claims.expiration = NumericDate.now.advanced(by: .seconds(900))
/// let token = try JWTSigner(key: key).sign(claims)
/// ```
///
/// The seven registered claims have the types of RFC 7519 4.1 when a token is verified and when claims are signed.
public struct JWTClaims: ClaimSet, Hashable {
    /// All claims as JSON.
    public var members: JSONObject

    /// Claims from JSON.
    ///
    /// - Parameter members: the claims, in the order in which they are to stand in the token.
    public init(_ members: JSONObject = [:]) {
        self.members = members
    }

    /// Reads all claims of a verified token.
    ///
    /// A verification has checked the types of the registered ones. In a diagnosis they may be any.
    public init(from claims: borrowing ClaimReader) {
        members = claims.allMembers
    }

    /// Writes all claims.
    ///
    /// - Throws: ``Finding/Code/claimWrongType`` for a registered claim of another type.
    public func write(to claims: inout ClaimWriter) throws(HS256Error) {
        try RegisteredClaims.checkTypes(of: members)
        claims.write(membersOf: members)
    }

    /// Any claim; nil where there is none. Setting nil removes the claim.
    public subscript(name: String) -> JSONValue? {
        get { members[name] }
        set { members[name] = newValue }
    }

    /// `iss`: who issued the token (RFC 7519 4.1.1).
    public var issuer: String? {
        get { self["iss"]?.string }
        set { self["iss"] = newValue.map { .string($0) } }
    }

    /// `sub`: whom the token is about (RFC 7519 4.1.2).
    public var subject: String? {
        get { self["sub"]?.string }
        set { self["sub"] = newValue.map { .string($0) } }
    }

    /// `aud`: for whom the token is (RFC 7519 4.1.3).
    public var audience: Audience? {
        get { self["aud"].flatMap(Audience.init(json:)) }
        set { self["aud"] = newValue?.json }
    }

    /// `exp`: from when on the token is refused (RFC 7519 4.1.4).
    public var expiration: NumericDate? {
        get { self["exp"].flatMap(NumericDate.init(json:)) }
        set { self["exp"] = newValue?.json }
    }

    /// `nbf`: until when the token is refused (RFC 7519 4.1.5).
    public var notBefore: NumericDate? {
        get { self["nbf"].flatMap(NumericDate.init(json:)) }
        set { self["nbf"] = newValue?.json }
    }

    /// `iat`: when the token was issued (RFC 7519 4.1.6).
    public var issuedAt: NumericDate? {
        get { self["iat"].flatMap(NumericDate.init(json:)) }
        set { self["iat"] = newValue?.json }
    }

    /// `jti`: what tells the token from all others (RFC 7519 4.1.7).
    public var id: String? {
        get { self["jti"]?.string }
        set { self["jti"] = newValue.map { .string($0) } }
    }
}

extension JWTClaims: CustomStringConvertible {
    /// The claims as JSON text without white space.
    public var description: String { members.description }
}

extension JSONValue {
    /// The string, if it is one.
    var string: String? {
        if case .string(let string) = self { return string }
        return nil
    }
}

extension NumericDate {
    /// A number in the range of dates, or nil for anything else.
    init?(json: JSONValue) {
        guard case .number(let number) = json, let date = try? NumericDate(number) else { return nil }
        self = date
    }

    /// A number in the range of dates.
    init(_ number: JSONNumber) throws(RangeError) {
        let reading = unsafe withUTF8(of: number.text) { text -> Result<NumericDate, RangeError> in
            do throws(RangeError) {
                return .success(unsafe try NumericDate(number: text))
            } catch {
                return .failure(error)
            }
        }
        self = try reading.get()
    }

    var json: JSONValue { .number(JSONNumber(unixSeconds)) }
}
