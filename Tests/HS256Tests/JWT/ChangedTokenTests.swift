import HS256
import TestSupport
import Testing

/// One valid token, and everything that differs from it by one character or one bit.
struct ChangedTokenTests {
    private static let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    /// Padding, standard base64, white space, control characters, JSON, and more than one byte of UTF-8.
    private static let others = [
        "=", "+", "/", ".", " ", "\n", "\0", "\u{7F}", "\"", "{", "%", "\u{E9}", "\u{1F511}", "",
    ]

    private let token: [UInt8]
    private let verifier: JWTVerifier
    private let headerEnd: Int
    private let payloadEnd: Int

    init() throws {
        token = Array(try Sample.token().utf8)
        verifier = try JWTVerifier(key: Sample.key)
        headerEnd = try #require(token.firstIndex(of: 0x2E))
        payloadEnd = try #require(token.lastIndex(of: 0x2E))
        #expect(verifier.refusal(of: String(decoding: token, as: UTF8.self), at: Sample.now) == nil)
    }

    @Test func everyCharacter() {
        let replacements = Self.alphabet.map(String.init) + Self.others
        for position in token.indices {
            for replacement in replacements where Array(replacement.utf8) != [token[position]] {
                check(replacement, at: position)
            }
        }
    }

    private func check(_ replacement: String, at position: Int) {
        let changed = String(
            decoding: token[..<position] + Array(replacement.utf8) + token[(position + 1)...], as: UTF8.self)
        let place = "\(replacement.debugDescription) at \(position)"
        guard let refusal = verifier.refusal(of: changed, at: Sample.now) else {
            Issue.record("accepted with \(place)")
            return
        }
        #expect(isExpected(refusal, replacement, at: position), "\(place): \(refusal)")
        let findings = verifier.diagnose(changed, at: Sample.now)
        #expect(findings.first { $0.severity == .error }?.code == refusal.code, "\(place)")
    }

    /// A fault in one part is never laid to another one; only the header can break other rules than the signature's.
    private func isExpected(_ refusal: HS256Error, _ replacement: String, at position: Int) -> Bool {
        if position == headerEnd || position == payloadEnd { return isSegmentCount(refusal, 2) }
        if replacement == "." { return isSegmentCount(refusal, 4) }
        switch refusal.cause {
        case .segmentEncoding(let segment, _): return segment == self.segment(at: position)
        case .tokenWrapped(.whitespace): return position == 0 || position == token.count - 1
        case .signatureMismatch: return true
        case .signatureLength(31): return replacement.isEmpty && position > payloadEnd
        case .headerNotJSON, .algorithmMissing, .algorithmNotAllowed: return position < headerEnd
        default: return false
        }
    }

    private func isSegmentCount(_ refusal: HS256Error, _ count: Int) -> Bool {
        // A text that begins with a brace is taken for JSON; nothing else here looks like something known.
        refusal == HS256Error(.notThreeSegments(count: count, resemblance: nil))
            || refusal == HS256Error(.notThreeSegments(count: count, resemblance: .jsonObject))
    }

    private func segment(at position: Int) -> TokenSegment {
        position < headerEnd ? .header : position < payloadEnd ? .payload : .signature
    }

    /// The signature with each of its 256 bits turned over, written as base64url.
    @Test func everyBitOfTheSignature() throws {
        let input = String(decoding: token[...payloadEnd], as: UTF8.self)
        let signature = try Base64URL.decode(String(decoding: token[(payloadEnd + 1)...], as: UTF8.self))
        #expect(signature.count == 32)
        for bit in 0..<256 {
            var changed = signature
            changed[bit / 8] ^= 0x80 >> UInt8(bit % 8)
            let refusal = verifier.refusal(of: input + Base64URL.encode(changed), at: Sample.now)
            #expect(refusal == HS256Error(.signatureMismatch), "bit \(bit)")
        }
    }

    /// The payload with each of its bits turned over: the signature is found wrong before the payload is read, so that
    /// nothing else is ever said.
    @Test func everyBitOfThePayload() {
        let header = String(decoding: token[...headerEnd], as: UTF8.self)
        let signature = String(decoding: token[payloadEnd...], as: UTF8.self)
        let payload = Array(Sample.payload.utf8)
        for bit in 0..<(payload.count * 8) {
            var changed = payload
            changed[bit / 8] ^= 0x80 >> UInt8(bit % 8)
            let refusal = verifier.refusal(of: header + Base64URL.encode(changed) + signature, at: Sample.now)
            #expect(refusal == HS256Error(.signatureMismatch), "bit \(bit)")
        }
    }

    /// Every beginning of the token, and every end of it.
    @Test func cutOff() {
        for count in 0..<token.count {
            #expect(verifier.refusal(of: String(decoding: token[..<count], as: UTF8.self), at: Sample.now) != nil)
            #expect(verifier.refusal(of: String(decoding: token.suffix(count), as: UTF8.self), at: Sample.now) != nil)
        }
    }
}
