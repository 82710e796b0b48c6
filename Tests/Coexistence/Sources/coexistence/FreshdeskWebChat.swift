import Crypto
import FreshdeskWebChatJWT
import JWTKit

/// Signs a token with the SHA-256 of a text as its key, and checks that the token is refused once it is changed.
func freshdeskWebChatToken(_ text: [UInt8]) throws -> String {
    let code = HMAC<SHA256>.authenticationCode(for: text, using: SymmetricKey(data: SHA256.hash(data: text)))
    let system = try FreshdeskWebChat(key: HS256Key(bytes: Array(code)))
    let token = try system.token(for: FreshdeskWebChatUser.visitor(uuid: "6f9619ff-8b86-4d01-b42d-00cf4fc964ff"))
    do throws(HS256Error) {
        _ = try system.verify(token + "A")
    } catch {
        return token
    }
    throw JWTError.generic(identifier: "FreshdeskWebChatJWT", reason: "A changed token is accepted.")
}
