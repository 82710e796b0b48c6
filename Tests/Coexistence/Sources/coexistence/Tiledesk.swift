import Crypto
import JWTKit
import TiledeskJWT

/// Signs a token with the SHA-256 of a text as its key, and checks that the token is refused once it is changed.
func tiledeskToken(_ text: [UInt8]) throws -> String {
    let code = HMAC<SHA256>.authenticationCode(for: text, using: SymmetricKey(data: SHA256.hash(data: text)))
    let system = try Tiledesk(projectID: "5b55e806c93dde00143163dd", key: HS256Key(bytes: Array(code)))
    let token = try system.token(for: TiledeskUser(id: "12345678"))
    do throws(HS256Error) {
        _ = try system.verify(token + "A")
    } catch {
        return token
    }
    throw JWTError.generic(identifier: "TiledeskJWT", reason: "A changed token is accepted.")
}
