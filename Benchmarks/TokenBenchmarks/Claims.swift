import HS256
import Workload

/// W1 and W2 as a claim set of the program's own, as the README shows it.
struct Visitor: ClaimSet {
    let externalID: String
    let email: String
    let isEmailVerified: Bool
    let expiration: NumericDate
    let name: String
    let scope: String

    func write(to claims: inout ClaimWriter) {
        claims.write("external_id", externalID)
        claims.write("email", email)
        claims.write("email_verified", isEmailVerified)
        claims.write("exp", expiration)
        claims.write("name", name)
        claims.write("scope", scope)
    }
}

extension Visitor {
    init(externalID: String, expiration: NumericDate) {
        self.init(
            externalID: externalID, email: Workload.email, isEmailVerified: true, expiration: expiration,
            name: Workload.name, scope: "user")
    }

    init(from claims: borrowing ClaimReader) throws(HS256Error) {
        try self.init(
            externalID: claims.string("external_id"), email: claims.string("email"),
            isEmailVerified: claims.bool("email_verified"), expiration: claims.numericDate("exp"),
            name: claims.string("name"), scope: claims.string("scope"))
    }
}

/// W5.
struct VisitorWithAttributes: WritableClaims {
    let visitor: Visitor
    let attributes: JSONObject

    func write(to claims: inout ClaimWriter) {
        visitor.write(to: &claims)
        claims.write("customAttributes", attributes)
    }
}

/// W3.
struct Subject: WritableClaims {
    let id: String
    let expiration: NumericDate

    func write(to claims: inout ClaimWriter) {
        claims.write("sub", id)
        claims.write("email", Workload.shortEmail)
        claims.write("name", Workload.name)
        claims.write("exp", expiration)
    }
}

extension Workload {
    static let pastDate = NumericDate(integerLiteral: pastExpiration)
    static let farDate = NumericDate(integerLiteral: farExpiration)

    /// The signer of W1, W2 and W5.
    static func signer() throws -> JWTSigner {
        JWTSigner(key: try HS256Key(utf8: secret), header: JOSEHeader(keyID: keyID))
    }

    /// The verifier of W2, which knows what the key is called.
    static func verifier() throws -> JWTVerifier {
        try JWTVerifier(keys: KeyRing(HS256Key(utf8: secret), id: keyID))
    }
}

extension JSONObject {
    init(_ attributes: [Attributes.Attribute]) throws {
        try self.init(attributes.map { Member($0.name, .string($0.value)) })
    }
}
