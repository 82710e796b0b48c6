import Foundation
import HS256
import Testing

@Suite("Secrets, looked at")
struct SecretAppearanceTests {
    private static let good = "k3Vx9-Lq2_Wm7Tz4Rb8Ny6Pd1Hs5Gf0Jc"

    private func codes(_ bytes: some Sequence<UInt8>) -> Set<Finding.Code> {
        Set(HS256Key.diagnose(secret: bytes).map(\.code))
    }

    @Test("that are random are found in order, whatever they were made with")
    func random() throws {
        var generator = SystemRandomNumberGenerator()
        #expect(codes("k3Vx9YOURLq2Wm7Tz4Rb8Ny6Pd1Hs5Gf0Jc".utf8) == [.secretEncoded])
        for _ in 0..<500 {
            let bytes = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
            let hexadecimal = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
            let digits = (0..<40).map { _ in String(Int.random(in: 0...9, using: &generator)) }.joined()
            for text in [
                Data(bytes).base64EncodedString(), Base64URL.encode(bytes), hexadecimal, digits, UUID().uuidString,
            ] {
                let findings = HS256Key.diagnose(secret: text.utf8)
                #expect(findings.allSatisfy { $0.severity == .note }, "\(text): \(findings)")
            }
        }
    }

    @Test(
        "have something added",
        arguments: [
            (good + "\n", "jwt.secret.whitespace"), (good + "\r\n", "jwt.secret.whitespace"),
            (" " + good, "jwt.secret.whitespace"), ("\t" + good, "jwt.secret.whitespace"),
            ("\u{FEFF}" + good, "jwt.secret.whitespace"), (good + "\u{200B}", "jwt.secret.whitespace"),
            ("\u{A0}" + good, "jwt.secret.whitespace"), (good + "\\n", "jwt.secret.whitespace"),
            ("\"\(good)\"", "jwt.secret.quotes"), ("'\(good)'", "jwt.secret.quotes"),
            ("`\(good)`", "jwt.secret.quotes"),
            ("\u{201C}\(good)\u{201D}", "jwt.secret.quotes"), ("\u{201E}\(good)\u{201C}", "jwt.secret.quotes"),
        ])
    func additions(text: String, code: String) throws {
        #expect(codes(text.utf8) == [Finding.Code(rawValue: code)])
    }

    @Test("have several things added, each of which is named")
    func several() throws {
        #expect(codes("\u{FEFF}\"\(Self.good)\"\n".utf8) == [.secretWhitespace, .secretQuotes])
        let findings = HS256Key.diagnose(secret: "\u{FEFF}\"\(Self.good)\"\n".utf8)
        #expect(findings.count == 3)
    }

    @Test(
        "are something else",
        arguments: [
            ("-----BEGIN PUBLIC KEY-----\nAAAA", "jwt.key.public"), ("ssh-ed25519 AAAA", "jwt.key.public"),
            ("", "jwt.key.empty"), ("{\"kty\":\"oct\",\"k\":\"\(good)\"}", "jwt.secret.other"),
            ("eyJhbGciOiJIUzI1NiJ9.eyJleHAiOjF9.\(good)", "jwt.secret.other"),
            ("https://example.zendesk.com/admin/apps-integrations", "jwt.secret.other"),
            ("ZENDESK_KEY=\(good)", "jwt.secret.other"), ("SECRET=\(good)", "jwt.secret.other"),
            ("export secret=\(good)", "jwt.secret.other"), ("Secret: \(good)", "jwt.secret.other"),
            ("Bearer eyJhbGciOiJIUzI1NiJ9.eyJleHAiOjF9.\(good)", "jwt.secret.other"), ("<\(good)>", "jwt.secret.other"),
            ("a-long-placeholder-of-a-vendor-page", "jwt.secret.other"),
            ("{{ config.shared_secret_of_zendesk }}", "jwt.secret.other"),
        ])
    func others(text: String, code: String) throws {
        let findings = HS256Key.diagnose(secret: text.utf8)
        #expect(findings.first?.code.rawValue == code, "\(findings)")
        #expect(findings.first?.severity == .error)
    }

    @Test("are not taken for something else by their characters")
    func nothingElse() throws {
        for text in [
            "K3VX9_LQ2_WM7TZ4RB8NY6PD1HS5GF0JCABCD===", "k3Vx9-Lq2:Wm7Tz4Rb8Ny6Pd1Hs5Gf0Jc",
            "yourk3vx9lq2wm7tz4rb8ny6pd1hs5gf0jc",
        ] {
            #expect(!codes(text.utf8).contains(.secretIsOther), "\(text)")
        }
    }

    @Test("have something inside, or at one end alone")
    func inside() throws {
        for text in ["\(Self.good)\n\(Self.good)x", "\(Self.good)\u{1}x", "\(Self.good)\0x", Self.good + "\u{FEFF}"] {
            #expect(codes(text.utf8).contains(.secretWhitespace), "\(text)")
        }
        #expect(codes("\"\(Self.good)".utf8) == [.secretQuotes])
        #expect(codes("\(Self.good)'".utf8) == [.secretQuotes])
    }

    @Test("are the ID of a Zendesk key")
    func keyID() throws {
        #expect(codes("app_5963ceb97cde542d000dbdb1".utf8).contains(.secretIsOther))
        #expect(!codes("app_5963ceb97cde542d000dbdb1c0ffee".utf8).contains(.secretIsOther))
    }

    @Test("are not UTF-8")
    func encodings() throws {
        let utf16 = Self.good.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
        for bytes in [[0xFF, 0xFE] + utf16, [0xFE, 0xFF] + utf16.reversed(), utf16, [0] + utf16] {
            let findings = HS256Key.diagnose(secret: bytes)
            #expect(findings.map(\.code) == [.secretNotUTF8] && findings[0].severity == .error)
            #expect(findings[0].message.contains("UTF-16"))
        }
        let binary = HS256Key.diagnose(secret: [UInt8](repeating: 0x80, count: 16) + Array(Self.good.utf8))
        #expect(binary.map(\.code) == [.secretNotUTF8] && binary[0].severity == .warning)
    }

    @Test("are the base64 or hexadecimal form of something")
    func encoded() throws {
        let bytes = (0..<32).map { UInt8(truncatingIfNeeded: $0 &* 89 &+ 201) }
        let note = HS256Key.diagnose(secret: Data(bytes).base64EncodedString().utf8)
        #expect(note.map(\.code) == [.secretEncoded] && note[0].severity == .note)
        #expect(note[0].message == "the secret reads as base64 of 32 bytes")
        let short = HS256Key.diagnose(secret: "8f14e45fceea167a5a36dedd4bea2543".utf8)
        #expect(short.map(\.message) == ["the secret reads as hexadecimal of 16 bytes, and HS256 should have 32"])
        let text = HS256Key.diagnose(secret: Data("\(Self.good)\n".utf8).base64EncodedString().utf8)
        #expect(text.map(\.code) == [.secretEncoded] && text[0].severity == .warning)
        #expect(text[0].message == "the secret is the base64 form of a text that ends with a line break")
        let pem = "-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7"
        #expect(codes(Data(pem.utf8).base64EncodedString().utf8) == [.keyIsPublic])
        let der: [UInt8] = [0x30, 0x82, 0x01, 0x00] + (0..<256).map { UInt8(truncatingIfNeeded: $0 &* 89) }
        #expect(codes(Data(der).base64EncodedString().utf8) == [.keyIsPublic])
        #expect(!codes(Self.good.utf8).contains(.secretEncoded))
    }

    @Test("are too short", arguments: [1, 31, 32])
    func length(count: Int) throws {
        let codes = codes(Self.good.utf8.prefix(count))
        #expect(codes.contains(.secretShort) == (count < 32))
    }

    @Test(
        "are too uniform",
        arguments: [
            "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "abababababababababababababababab", "0123456789abcdef0123456789abcdef",
            "Tr0ub4dor&3-Tr0ub4dor&3-Tr0ub4dor&3-", "abcdefghijklmnopqrstuvwxyz0123456789",
            "12345678901234567890123456789012", "zyxwvutsrqponmlkjihgfedcba987654", "aaxaxxxaaxxaxaaxxxxaaxaxxaaxaxxx",
            "0000111100001111000011110000111x",
        ])
    func uniform(text: String) throws {
        #expect(codes(text.utf8).contains(.secretUniform))
    }

    @Test("of any length take little time")
    func long() throws {
        let start = ContinuousClock.now
        for bytes in [
            [UInt8](repeating: 0x61, count: 65_535) + [0x62], (0..<65_536).map { UInt8($0 % 64 + 0x30) },
            [UInt8](repeating: 0x20, count: 65_536), [UInt8](repeating: 0x22, count: 65_536),
        ] {
            #expect(!HS256Key.diagnose(secret: bytes).isEmpty)
        }
        #expect(ContinuousClock.now - start < .seconds(20))
    }

    @Test("say nothing of the secret in what is found")
    func secrecy() throws {
        let middle = "q7!Unmistakable-4711"
        for text in [
            "\(middle)\n", "\"\(middle)\"", "NAME_X=\(middle)", "UNMISTAKABLE_4711_\(middle)=x", "{\(middle)}",
            "https://\(middle)", "your-\(middle)",
            middle,
            Data(middle.utf8).base64EncodedString(),
        ] {
            for finding in HS256Key.diagnose(secret: text.utf8) {
                #expect(!"\(finding)\(finding.source)".contains("Unmistakable"), "\(finding)")
            }
        }
    }
}
