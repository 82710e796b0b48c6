import HS256
import TestSupport
import Testing

struct KeyRingTests {
    private static func key(_ number: Int) throws -> HS256Key {
        try HS256Key(bytes: [UInt8](repeating: UInt8(number), count: 32))
    }

    private func ring(_ ids: [String?]) throws -> KeyRing {
        try KeyRing(ids.enumerated().map { .init(id: $1, key: try Self.key($0)) })
    }

    private func token(_ number: Int, kid: String?) throws -> String {
        let kid = kid.map { ",\"kid\":\($0)" } ?? ""
        return HandmadeToken.signed(
            header: "{\"alg\":\"HS256\"\(kid)}", payload: Sample.payload, key: try Self.key(number))
    }

    /// The index of the key that a token is accepted under, or the error.
    private func verdict(_ ring: KeyRing, _ token: String) throws -> Result<Int, HS256Error> {
        let verifier = try JWTVerifier(keys: ring)
        do throws(HS256Error) {
            let verified: VerifiedJWT = try verifier.verify(token, at: Sample.now)
            #expect(verified.keyID == ring.entries[verified.keyIndex].id)
            return .success(verified.keyIndex)
        } catch {
            return .failure(error)
        }
    }

    // MARK: Making one

    @Test func sizes() throws {
        #expect(throws: HS256Error(.keyRingEmpty)) { try KeyRing([]) }
        #expect(KeyRing.maximumKeyCount == 16)
        let entries = try (0..<17).map { KeyRing.Entry(key: try Self.key($0)) }
        #expect(try KeyRing(Array(entries.prefix(16))).entries.count == 16)
        #expect(throws: HS256Error(.keyRingTooLarge(count: 17, limit: 16))) { try KeyRing(entries) }
    }

    @Test func repeatedIDs() throws {
        #expect(throws: HS256Error(.keyIDRepeated("a"))) { try ring(["a", "b", "a"]) }
        #expect(throws: HS256Error(.keyIDRepeated(""))) { try ring(["", nil, ""]) }
        #expect(throws: Never.self) { try ring([nil, nil, "a", "A", ""]) }
        // Canonically equivalent ids are two ids (RFC 7515 5.3).
        #expect(try ring(["caf\u{E9}", "cafe\u{301}"]).entries.count == 2)
    }

    // MARK: Choosing a key

    @Test func exactID() throws {
        let ring = try ring(["a", "b", "caf\u{E9}", "cafe\u{301}"])
        #expect(try verdict(ring, token(1, kid: "\"b\"")) == .success(1))
        #expect(try verdict(ring, token(2, kid: "\"caf\u{E9}\"")) == .success(2))
        #expect(try verdict(ring, token(3, kid: "\"cafe\\u0301\"")) == .success(3))
        // The id chooses the key: no other one is tried.
        #expect(try verdict(ring, token(1, kid: "\"a\"")) == .failure(HS256Error(.signatureMismatch)))
        #expect(try verdict(ring, token(2, kid: "\"cafe\\u0301\"")) == .failure(HS256Error(.signatureMismatch)))
    }

    @Test(arguments: ["c", "", "A", "a ", "aa", "a\u{301}"])
    func unknownID(_ id: String) throws {
        #expect(try verdict(ring(["a", "b"]), token(0, kid: "\"\(id)\"")) == .failure(HS256Error(.keyIDUnknown(id))))
        #expect(try verdict(ring(["a"]), token(0, kid: "\"\(id)\"")) == .failure(HS256Error(.keyIDUnknown(id))))
    }

    @Test func withoutIDEachIsTried() throws {
        for ids: [String?] in [["a", "b", "c"], [nil, nil, nil], ["a", nil, "c"]] {
            let ring = try ring(ids)
            for number in 0..<3 { #expect(try verdict(ring, token(number, kid: nil)) == .success(number)) }
            #expect(try verdict(ring, token(3, kid: nil)) == .failure(HS256Error(.signatureMismatch)))
        }
        let full = try ring(Array(repeating: nil, count: 16))
        #expect(try verdict(full, token(15, kid: nil)) == .success(15))
    }

    /// A token with an id that no key has: only keys without an id may take it.
    @Test func mixed() throws {
        let ring = try ring(["a", nil, "c", nil])
        #expect(try verdict(ring, token(0, kid: "\"a\"")) == .success(0))
        #expect(try verdict(ring, token(1, kid: "\"x\"")) == .success(1))
        #expect(try verdict(ring, token(3, kid: "\"x\"")) == .success(3))
        #expect(try verdict(ring, token(0, kid: "\"x\"")) == .failure(HS256Error(.signatureMismatch)))
        #expect(try verdict(ring, token(2, kid: "\"x\"")) == .failure(HS256Error(.signatureMismatch)))
        #expect(try verdict(ring, token(1, kid: "\"a\"")) == .failure(HS256Error(.signatureMismatch)))
    }

    /// A ring of one key without an id takes no notice of `kid`.
    @Test func oneKey() throws {
        let ring = KeyRing(try Self.key(0))
        #expect(try verdict(ring, token(0, kid: nil)) == .success(0))
        #expect(try verdict(ring, token(0, kid: "\"anything\"")) == .success(0))
        #expect(try verdict(ring, token(0, kid: "5")) == .failure(HS256Error(.headerWrongType("kid", found: .number))))
        let named = KeyRing(try Self.key(0), id: "a")
        #expect(try verdict(named, token(0, kid: nil)) == .success(0))
        #expect(try verdict(named, token(0, kid: "\"a\"")) == .success(0))
    }

    /// Only a wrong signature leads on to the next key: other faults are said at once, and once.
    @Test func otherFaultsAreSaidOnce() throws {
        let verifier = try JWTVerifier(keys: ring([nil, nil, nil]))
        let expired = HandmadeToken.signed(payload: #"{"exp":1}"#, key: try Self.key(0))
        #expect(verifier.diagnose(expired, at: Sample.now).map(\.code.rawValue) == ["jwt.exp.passed"])
        let foreign = try token(9, kid: nil)
        #expect(verifier.diagnose(foreign, at: Sample.now).map(\.code.rawValue) == ["jwt.signature.mismatch"])
    }
}
