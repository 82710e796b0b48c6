import HS256
import HS256Instructions
import HS256Primitives

/// Runs on a bare 64-bit Arm processor, or on one that is emulated: the library on the SHA2 instructions, beside itself in
/// plain Swift and a token of the RFC. Traps at the first difference.
@main
enum ArmCheck {
    static func main() {
        precondition(SHA256Arm.isCompiledIn)
        compareDigests()
        compareStates()
        compareTokens()
        checkToken()
        print("Arm: 301 digests, 40 states, 201 tokens and that of RFC 7515 A.1 are right")
    }

    /// Digests of 0 to 300 bytes.
    private static func compareDigests() {
        for count in 0...300 {
            let message = bytes(count)
            precondition(digest(of: message, on: .armSHA2) == digest(of: message, on: .portable))
        }
    }

    private static func digest(of message: [UInt8], on backend: Backend) -> [UInt8] {
        var hash = SHA256(backend: backend)
        hash.update(message)
        return Array(hash.finalize())
    }

    /// Tokens whose payloads end at every place of a block.
    private static func compareTokens() {
        do throws(HS256Error) {
            let secret = bytes(32)
            let native = try JWTSigner(key: HS256Key(secret, backend: .armSHA2))
            let portable = try JWTSigner(key: HS256Key(secret, backend: .portable))
            for count in 0...200 {
                let tokens = try (native.sign(payload: bytes(count)), portable.sign(payload: bytes(count)))
                precondition(tokens.0 == tokens.1)
            }
        } catch {
            fatalError("a token is not signed")
        }
    }

    /// Several blocks at once are the same as one by one, from whatever state and at any alignment.
    private static func compareStates() {
        for count in 0..<40 {
            let blocks = bytes(64 * count + 1)
            var seed = UInt32(truncatingIfNeeded: count)
            var start = SIMD8<UInt32>()
            for index in 0..<8 {
                seed = seed &* 1_664_525 &+ 1_013_904_223
                start[index] = seed
            }
            var (atOnce, oneByOne) = (start, start)
            blocks.withUnsafeBytes { blocks in
                guard let base = blocks.baseAddress else { return }
                let first = base + 1
                SHA256Arm.compress(&atOnce, first, count: count)
                for index in 0..<count { SHA256Arm.compress(&oneByOne, first + 64 * index, count: 1) }
            }
            precondition(atOnce == oneByOne && (atOnce == start) == (count == 0))
        }
    }

    /// RFC 7515 A.1: its key, its payload, and its token.
    private static func checkToken() {
        let payload = "{\"iss\":\"joe\",\r\n \"exp\":1300819380,\r\n \"http://example.com/is_root\":true}"
        let token =
            "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9"
            + ".eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ"
            + ".dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
        let secret = "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow"
        guard let secret = try? Base64URL.decode(secret) else { fatalError("the key of RFC 7515 A.1 is refused") }
        do throws(HS256Error) {
            let verifier = try JWTVerifier(key: HS256Key(secret, backend: .armSHA2))
            let verified = try verifier.verifySignatureOnly(token)
            precondition(verified == Array(payload.utf8))
        } catch {
            fatalError("the token of RFC 7515 A.1 is refused")
        }
    }

    private static func bytes(_ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 89 &+ count) }
    }
}
