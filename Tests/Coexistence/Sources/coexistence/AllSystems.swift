import Crypto
import HelpdeskJWT
import JWTKit

/// The claims of a token, as jwt-kit reads them.
private struct Visitor: JWTPayload {
    let name: String
    let exp: ExpirationClaim

    func verify(using algorithm: some JWTAlgorithm) throws {
        try exp.verifyNotExpired()
    }
}

/// Signs a token that jwt-kit verifies, with the SHA-256 of a text as its key.
func tokenForJWTKit(_ text: [UInt8]) async throws -> String {
    let code = HMAC<SHA256>.authenticationCode(for: text, using: SymmetricKey(data: SHA256.hash(data: text)))
    let token: String
    do throws(HS256Error) {
        let system = try FreshdeskHelpWidget(key: HS256Key(bytes: Array(code)))
        token = try system.token(for: FreshdeskHelpWidgetUser(name: "Jane Soap", email: "jane@soap.example"))
    } catch {
        throw JWTError.generic(identifier: "HelpdeskJWT", reason: "\(error)")
    }
    let keys = JWTKeyCollection()
    await keys.add(hmac: HMACKey(from: Array(code)), digestAlgorithm: .sha256)
    let visitor = try await keys.verify(token, as: Visitor.self)
    precondition(visitor.name == "Jane Soap")
    return token
}
