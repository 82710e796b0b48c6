import Crypto
import FreshdeskHelpWidgetJWT
import JWTKit

/// Signs a token with the SHA-256 of a text as its key, and checks that the token is refused once it is changed.
func freshdeskHelpWidgetToken(_ text: [UInt8]) throws -> String {
    let code = HMAC<SHA256>.authenticationCode(for: text, using: SymmetricKey(data: SHA256.hash(data: text)))
    let system = try FreshdeskHelpWidget(key: HS256Key(bytes: Array(code)))
    let token = try system.token(for: FreshdeskHelpWidgetUser(name: "Jane Soap", email: "jane@soap.example"))
    do throws(HS256Error) {
        _ = try system.verify(token + "A")
    } catch {
        return token
    }
    throw JWTError.generic(identifier: "FreshdeskHelpWidgetJWT", reason: "A changed token is accepted.")
}
