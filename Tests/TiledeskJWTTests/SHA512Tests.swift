import TestSupport
import Testing

@testable import TiledeskJWT

/// The expected values are those of Python's hashlib and hmac.
struct SHA512Tests {
    @Test(arguments: [
        (0, "cf83e1357eefb8bdf1542850", "38b060a751ac96384cd9327e", "84fa5aa0279bbc473267d05a"),
        (3, "8081da5f9c1e3d0e1aa16f60", "4f895854c1a4fc5aa2e0456e", "42a99a9d3d041a3c64321f64"),
        (111, "a1a111449b198d9b1f538bad", "f5f9fe110d809d34029de262", "758706616b2013401387c16d"),
        (112, "c5fbd731d19d2ae1180f001b", "33ba080ec0ccb378e4e95fed", "0b5f1698648ccd45e8d8f3a0"),
        (127, "eab89674feaa34e27aebeeff", "d5fcfe2fcf6b3ef375ede37c", "9f6ff417d45f48b92f7ddead"),
        (128, "1dffd5e3adb71d45d2245939", "ca2385773319124534111a36", "5158774563bab3e1054b7fc7"),
        (1_000, "5096498d96f50f9a137c4db5", "7a2f8c7f12344964a13cb926", "84414f42ab22431c98f840ce"),
    ])
    func values(_ count: Int, _ sha512: String, _ sha384: String, _ code: String) {
        let message = (0..<count).map { UInt8($0 % 251) }
        let key = count > 200 ? (0..<200).map { UInt8($0) } : Array("key".utf8)
        #expect(hexadecimal(SHA512.hash(message, .sha512)).hasPrefix(sha512))
        #expect(hexadecimal(SHA512.hash(message, .sha384)).hasPrefix(sha384))
        #expect(hexadecimal(SHA512.authenticationCode(for: message, key: key, .sha512)).hasPrefix(code))
        #expect(SHA512.hash(message, .sha384).count == 48 && SHA512.hash(message, .sha512).count == 64)
    }

    private func hexadecimal(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
