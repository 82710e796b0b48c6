import Crypto
import JWTKit
import ZendeskMessagingJWT

/// Signs a token with the SHA-256 of a text as its key, and checks that the token is refused once it is changed.
func zendeskMessagingToken(_ text: [UInt8]) throws -> String {
    let code = HMAC<SHA256>.authenticationCode(for: text, using: SymmetricKey(data: SHA256.hash(data: text)))
    let system = try ZendeskMessaging(keyID: "app_5963ceb97cde542d000dbdb1", key: HS256Key(bytes: Array(code)))
    let token = try system.token(
        for: ZendeskMessagingUser(id: "12345678", name: "Jane Soap", email: .verified("jane@soap.example")))
    do throws(HS256Error) {
        _ = try system.verify(token + "A")
    } catch {
        return token
    }
    throw JWTError.generic(identifier: "ZendeskMessagingJWT", reason: "A changed token is accepted.")
}
