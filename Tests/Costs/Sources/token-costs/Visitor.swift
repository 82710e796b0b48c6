import HS256

/// The claims of a Zendesk token as a claim set of the program's own: W1 and W2 of the benchmarks.
struct Visitor: ClaimSet {
    let id: String
    let email: String
    let isEmailVerified: Bool
    let expiration: NumericDate
    let name: String
    let scope: String

    init(id: String, expiration: NumericDate) {
        self.id = id
        email = "janes@soap.example"
        isEmailVerified = true
        self.expiration = expiration
        name = "Jane Soap"
        scope = "user"
    }

    init(from claims: borrowing ClaimReader) throws(JWTError) {
        id = try claims.string("external_id")
        email = try claims.string("email")
        isEmailVerified = try claims.bool("email_verified")
        expiration = try claims.numericDate("exp")
        name = try claims.string("name")
        scope = try claims.string("scope")
    }

    func write(to claims: inout ClaimWriter) {
        claims.write("external_id", id)
        claims.write("email", email)
        claims.write("email_verified", isEmailVerified)
        claims.write("exp", expiration)
        claims.write("name", name)
        claims.write("scope", scope)
    }
}

/// With 4 KB of attributes: W5.
struct VisitorWithAttributes: WritableClaims {
    let visitor: Visitor
    let attributes: JSONObject

    func write(to claims: inout ClaimWriter) {
        visitor.write(to: &claims)
        claims.write("customAttributes", attributes)
    }
}

/// The claims of a small token: W3.
struct Subject: WritableClaims {
    let id: String
    let expiration: NumericDate

    func write(to claims: inout ClaimWriter) {
        claims.write("sub", id)
        claims.write("email", "a@b.example")
        claims.write("name", "Jane Soap")
        claims.write("exp", expiration)
    }
}
