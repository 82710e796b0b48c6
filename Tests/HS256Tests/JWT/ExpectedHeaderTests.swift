@testable import HS256
import Testing

/// A verifier that expects a header says the same of every token as one that does not.
@Suite("Expected headers")
struct ExpectedHeaderTests {
    private let key: HS256Key
    private let other: HS256Key

    init() throws {
        key = try Sample.key
        other = try HS256Key(utf8: "another secret of more than thirty-two bytes")
    }

    /// What two verifiers say: one that expects the header, and one that does not.
    private func outcomes(_ token: String, _ header: JOSEHeader) -> [Result<JWTClaims, HS256Error>] {
        [header, JOSEHeader(keyID: "none has this id")].map { expected in
            let verifier = JWTVerifier(key: key, knownPolicy: ValidationPolicy(), expecting: expected)
            do throws(HS256Error) {
                return .success(try verifier.verify(token, at: 1_700_000_000).claims)
            } catch {
                return .failure(error)
            }
        }
    }

    private static let headers = [
        JOSEHeader(), JOSEHeader(keyID: "app_5963ceb97cde542d000dbdb1"), JOSEHeader(type: nil),
    ]

    @Test func goodAndBadTokens() throws {
        for header in Self.headers {
            let claims = JWTClaims(["exp": 4_102_444_800, "name": "Jane Soap", "sub": "12345678"])
            let good = try JWTSigner(key: key, header: header).sign(claims)
            let accepted = outcomes(good, header)
            #expect(accepted[0] == .success(claims) && accepted[1] == .success(claims))
            let parts = good.split(separator: ".").map(String.init)
            var texts = [
                try JWTSigner(key: other, header: header).sign(claims), good + ".", good + "A", String(good.dropLast()),
                "\(parts[0])..\(parts[2])", "\(parts[0]).\(parts[1])", "\(parts[0]).", parts[0],
                "\(parts[0]).\(parts[2])",
                "\(parts[0]).\(parts[1]).\(parts[1]).\(parts[2])", "\(parts[0]).\(parts[1]).\(parts[2])=",
                "\(parts[0]).\(parts[1])=.\(parts[2])", "Bearer \(good)", " \(good)", "\(good)\n", "",
                try JWTSigner(key: key, header: header).sign(payload: "no JSON".utf8),
                try JWTSigner(key: key, header: header).sign(payload: [0xFF]),
                try JWTSigner(key: key, header: header).sign(payload: [0x7B]),
                try JWTSigner(key: key, header: header).sign(payload: []),
                try JWTSigner(key: key, header: header).sign(JWTClaims(["exp": 1])),
            ]
            for index in good.indices {
                for replacement in [".", "A", "é"] {
                    texts.append(good.replacingCharacter(at: index, with: replacement))
                }
            }
            for text in texts where text != good {
                let said = outcomes(text, header)
                #expect(said[0] == said[1], "\(text)")
                #expect((try? said[0].get()) == nil, "\(text)")
            }
        }
    }

    /// The short way must not be one around the rules for headers.
    @Test func headersThatAreRefused() throws {
        let keys = try KeyRing([.init(id: "a", key: key), .init(id: "b", key: other)])
        for id in ["a", "b"] {
            let key = id == "a" ? key : other
            let verifier = try JWTVerifier(keys: keys)
            let token = try JWTSigner(key: key, header: JOSEHeader(keyID: id)).sign(JWTClaims(["exp": 4_102_444_800]))
            #expect(try verifier.verify(token).keyID == id)
            let swapped = try JWTSigner(key: id == "a" ? other : self.key, header: JOSEHeader(keyID: id))
                .sign(JWTClaims(["exp": 4_102_444_800]))
            #expect(throws: HS256Error(.signatureMismatch)) { try verifier.verify(swapped) }
        }
        for (header, index) in [
            (JOSEHeader(keyID: "c"), nil), (JOSEHeader(), nil), (JOSEHeader(keyID: "b"), 1 as Int?),
        ] {
            let token = Array(try JWTSigner(key: key, header: header).sign(payload: "{}".utf8).utf8)
            let found = token.withUnsafeBufferPointer { token in
                ExpectedHeaders([header], keys).header(of: token) != nil
            }
            #expect(found == (index != nil))
        }
    }

    /// A diagnosis goes on where a verification stops, on either way.
    @Test func diagnosis() throws {
        let token = try JWTSigner(key: other).sign(payload: #"{"exp":1,"sub":2}"#.utf8)
        let findings = [JOSEHeader(), JOSEHeader(keyID: "none has this id")].map { expected in
            JWTVerifier(key: key, knownPolicy: ValidationPolicy(), expecting: expected).diagnose(token)
        }
        #expect(findings[0] == findings[1])
        #expect(findings[0].count == 3 && findings[0].dropFirst().allSatisfy(\.isUnauthenticated))
    }
}

extension String {
    fileprivate func replacingCharacter(at index: Index, with replacement: String) -> String {
        String(self[..<index]) + replacement + self[self.index(after: index)...]
    }
}
