import HS256
import HS256Arm

/// Runs on a bare 64-bit Arm processor, or on one that is emulated: the SHA2 instructions beside plain Swift, and a token
/// from the RFC. Traps at the first difference.
@main
enum ArmCheck {
    static func main() {
        precondition(SHA256Arm.isCompiledIn)
        compareDigests()
        compareStates()
        checkToken()
        print("Arm: 301 digests, 40 states and the token of RFC 7515 A.1 are right")
    }

    /// Digests of 0 to 300 bytes, beside those of the library, which is portable here.
    private static func compareDigests() {
        for count in 0...300 {
            let message = bytes(count)
            let digest = Array(SHA256.hash(message))
            precondition(digest == digestOnInstructions(of: message))
        }
    }

    /// The digest of a message that is padded here (FIPS 180-4 5.1.1).
    private static func digestOnInstructions(of message: [UInt8]) -> [UInt8] {
        var padded = message + [0x80]
        while padded.count % 64 != 56 { padded.append(0) }
        let bitCount = UInt64(message.count) * 8
        for shift in stride(from: 56, through: 0, by: -8) {
            padded.append(UInt8(truncatingIfNeeded: bitCount >> UInt64(shift)))
        }
        var state = SIMD8<UInt32>(
            0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19)
        padded.withUnsafeBytes { blocks in
            guard let first = blocks.baseAddress else { return }
            SHA256Arm.compress(state: &state, blocks: first, count: blocks.count / 64)
        }
        return (0..<32).map { UInt8(truncatingIfNeeded: state[$0 / 4] >> UInt32(24 - 8 * ($0 % 4))) }
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
                SHA256Arm.compress(state: &atOnce, blocks: first, count: count)
                for index in 0..<count { SHA256Arm.compress(state: &oneByOne, blocks: first + 64 * index, count: 1) }
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
        do throws(JWTError) {
            let verifier = try JWTVerifier(key: HS256Key(base64URL: secret))
            let verified = try verifier.verifyPayload(of: token)
            precondition(verified == Array(payload.utf8))
        } catch {
            fatalError("the token of RFC 7515 A.1 is refused")
        }
    }

    private static func bytes(_ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 89 &+ count) }
    }
}
