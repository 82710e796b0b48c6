import HS256
import TestSupport
import Testing

/// Tokens that are too long, too deep or in too many parts: each is refused before it costs anything.
struct HostileSizeTests {
    @Test(arguments: 0...6)
    func segments(_ count: Int) throws {
        let parts = try Sample.token().split(separator: ".").map(String.init)
        let token = (0..<count).map { parts[min($0, 2)] }.joined(separator: ".")
        let refusal = try Sample.refusal(of: token)
        switch count {
        case 0: #expect(refusal == HS256Error(.notThreeSegments(count: 1, resemblance: .empty)))
        case 3: #expect(refusal == nil)
        case 5: #expect(refusal == HS256Error(.notThreeSegments(count: 5, resemblance: .encryptedToken)))
        default: #expect(refusal == HS256Error(.notThreeSegments(count: count, resemblance: nil)))
        }
    }

    @Test(arguments: [".", "..", "...", "......", "a..", ".a.", "..a", "{}", " { }", "\n", ". .", "\u{E9}"])
    func almostNothing(_ text: String) throws {
        #expect(try Sample.refusal(of: text) != nil)
        #expect(try !JWTVerifier(key: Sample.key).diagnose(text, at: Sample.now).isEmpty)
        #expect(throws: HS256Error.self) { try UnverifiedJWT(unverified: text) }
    }

    // MARK: The cap of 16 KiB

    /// A rightly signed token of exactly `count` bytes.
    private func token(ofByteCount count: Int) throws -> String {
        // Header, two dots and signature take 36 + 2 + 43; the frame of the payload takes 30 bytes.
        let payloadCount = (count - 81) / 4 * 3 + max(0, (count - 81) % 4 - 1)
        let frame = #"{"exp":1700000900,"padding":""}"#
        let padding = String(repeating: "x", count: payloadCount - frame.utf8.count)
        let token = try Sample.token(#"{"exp":1700000900,"padding":""# + padding + #""}"#)
        try #require(token.utf8.count == count)
        return token
    }

    @Test func cap() throws {
        #expect(TokenLimits().maximumByteCount == 16_384)
        #expect(try Sample.refusal(of: token(ofByteCount: 16_383)) == nil)
        #expect(try Sample.refusal(of: token(ofByteCount: 16_384)) == nil)
        let tooLarge = try token(ofByteCount: 16_385)
        #expect(try Sample.refusal(of: tooLarge) == HS256Error(.tokenTooLarge(byteCount: 16_385, limit: 16_384)))
        #expect(throws: HS256Error(.tokenTooLarge(byteCount: 16_385, limit: 16_384))) {
            try JWTVerifier(key: Sample.key).verifySignatureOnly(tooLarge)
        }
        #expect(throws: HS256Error(.tokenTooLarge(byteCount: 16_385, limit: 16_384))) {
            try UnverifiedJWT(unverified: tooLarge)
        }
        #expect(
            try Sample.refusal(of: tooLarge, policy: ValidationPolicy(limits: TokenLimits(maximumByteCount: 16_385)))
                == nil)
        #expect(
            try UnverifiedJWT(unverified: tooLarge, limits: TokenLimits(maximumByteCount: 16_385)).signatureByteCount
                == 32)
    }

    /// Bytes are counted, not characters.
    @Test func capCountsBytes() throws {
        let token = try Sample.token()
        let policy = ValidationPolicy(limits: TokenLimits(maximumByteCount: token.utf8.count))
        #expect(try Sample.refusal(of: token, policy: policy) == nil)
        let accented = token.dropLast() + "\u{E9}"
        #expect(
            try Sample.refusal(of: String(accented), policy: policy)
                == HS256Error(.tokenTooLarge(byteCount: token.utf8.count + 1, limit: token.utf8.count)))
    }

    /// Nothing takes time that grows with the text, not even a diagnosis of a text in ten million quotation marks.
    @Test(.timeLimit(.minutes(1)), arguments: [".", "a", "\"", " ", "{", "[", "\u{1F511}", "Bearer ", "=", "\0"])
    func tenMegabytes(_ unit: String) throws {
        let text = String(repeating: unit, count: 10_000_000 / unit.utf8.count)
        let tooLarge = HS256Error(.tokenTooLarge(byteCount: text.utf8.count, limit: 16_384))
        #expect(try Sample.refusal(of: text) == tooLarge)
        #expect(throws: tooLarge) { try UnverifiedJWT(unverified: text) }
        let findings = try JWTVerifier(key: Sample.key).diagnose(text, secretText: Sample.secret, at: Sample.now)
        #expect(findings.first == tooLarge.finding)
        #expect(findings.count < 20)
    }

    // MARK: Depth

    private func payload(ofDepth depth: Int) -> String {
        let arrays = depth - 1
        return #"{"exp":1700000900,"a":"# + String(repeating: "[", count: arrays)
            + String(repeating: "]", count: arrays)
            + "}"
    }

    @Test func depth() throws {
        #expect(try Sample.refusal(payload(ofDepth: 32)) == nil)
        #expect(try Sample.refusal(payload(ofDepth: 33)) == HS256Error(.payloadNotJSON(.tooDeep(limit: 32))))
        let header =
            #"{"alg":"HS256","a":"# + String(repeating: "[", count: 32) + String(repeating: "]", count: 32) + "}"
        #expect(try Sample.refusal(header: header, Sample.payload) == HS256Error(.headerNotJSON(.tooDeep(limit: 32))))
    }

    /// Millions of brackets, where the caller has raised the cap: no stack overflow.
    @Test(arguments: ["[", "{\"a\":"])
    func depthWithoutCap(_ opening: String) throws {
        let payload = "{\"a\":" + String(repeating: opening, count: 1_000_000)
        let policy = ValidationPolicy(limits: TokenLimits(maximumByteCount: .max))
        #expect(try Sample.refusal(payload, policy: policy) == HS256Error(.payloadNotJSON(.tooDeep(limit: 32))))
    }

    /// Thousands of members, all different and then one of them twice.
    @Test func manyMembers() throws {
        let names = (0..<5_000).map { "\"n\($0)\":0" }
        let policy = ValidationPolicy(expiration: .mayBeAbsent, limits: TokenLimits(maximumByteCount: 1_000_000))
        #expect(try Sample.refusal("{" + names.joined(separator: ",") + "}", policy: policy) == nil)
        let twice = "{" + (names + ["\"n0\":0"]).joined(separator: ",") + "}"
        #expect(try Sample.refusal(twice, policy: policy) == HS256Error(.payloadNotJSON(.duplicateName("n0"))))
    }
}
