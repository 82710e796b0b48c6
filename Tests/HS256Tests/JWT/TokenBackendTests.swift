@testable import HS256
import HS256Primitives
import TestSupport
import Testing

/// A token is the same on each back end that the processor has, wherever the header ends in a block and the claims in
/// another.
@Suite("Tokens on each back end")
struct TokenBackendTests {
    private let signers: [[JWTSigner]]

    init() throws {
        signers = try [0, 1, 2, 3, 26, 27, 28, 64, 90].map { length in
            let header = JOSEHeader(keyID: String(repeating: "k", count: length))
            return try Backend.available.map { backend in
                JWTSigner(
                    key: try Self.key(backend), header: header
                )
            }
        }
    }

    private static func key(_ backend: Backend) throws(HS256Error) -> HS256Key {
        try HS256Key(secret, backend: backend)
    }

    private static let secret = Array("secret of thirty-two bytes, or so".utf8)

    private func payload(_ count: Int) -> [UInt8] { (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 89 &+ count) } }

    @Test func payloadsOfAnyLength() throws {
        for count in Array(0...200) + [600, 700, 701, 702, 703, 1_000, 4_000] {
            let payload = payload(count)
            for signers in signers {
                let tokens = try signers.map { try $0.sign(payload: payload) }
                for token in tokens { #expect(token == tokens[0]) }
                // Put together from parts that are tested by themselves.
                let parts = tokens[0].split(separator: ".", omittingEmptySubsequences: false).map(String.init)
                #expect(parts.count == 3 && parts[1] == Base64URL.encode(payload))
                let key = HMACSHA256.Key(Self.secret, backend: .portable)
                let code = HMACSHA256.authenticationCode(for: "\(parts[0]).\(parts[1])".utf8, using: key)
                #expect(parts[2] == Base64URL.encode(code.bytes))
            }
        }
    }

    /// The header is an expected one here, whose whole blocks have been hashed before.
    @Test func receivedTokens() throws {
        for length in [0, 1, 26, 27, 28, 64, 90] {
            let header = JOSEHeader(keyID: String(repeating: "k", count: length))
            let verifiers = try Backend.available.map { backend in
                JWTVerifier(
                    key: try Self.key(backend),
                    knownPolicy: ValidationPolicy(), expecting: header)
            }
            let signer = JWTSigner(
                key: try Self.key(.portable), header: header)
            for count in Array(0...200) + [700, 4_000] {
                let payload = payload(count)
                let token = try signer.sign(payload: payload)
                for verifier in verifiers {
                    #expect(try verifier.verifySignatureOnly(token) == payload)
                    for wrong in Self.wrongTokens(of: token) {
                        #expect(throws: wrong.error) { try verifier.verifySignatureOnly(wrong.token) }
                    }
                }
            }
        }
    }

    #if os(Linux)
        /// Nothing is read beyond the text, nor written beyond the scratch memory that was taken for what it decodes to.
        @Test func memoryOfReceivedTokens() throws {
            let key = try Self.key(.portable)
            for backend in Backend.available {
                for count in 0...200 {
                    let payload = payload(count)
                    let text = Array(try JWTSigner(key: key).sign(payload: payload).utf8)
                    let parts = text.split(separator: 0x2E, omittingEmptySubsequences: false).map(\.count)
                    // Each part takes a multiple of sixteen bytes.
                    let taken = parts.map { (Base64.decodedByteCount($0) + Base64.slack + 15) / 16 * 16 }.reduce(0, +)
                    let room = [UInt8](repeating: 0, count: taken)
                    let isRight = GuardedMemory.with(text) { text in
                        GuardedMemory.with(room) { room in
                            var scratch = Scratch(lent: UnsafeMutableRawBufferPointer(room))
                            guard let token = try? CompactToken(UnsafeBufferPointer(text)),
                                token.decode(.header, in: &scratch, backend: backend) != nil,
                                let decoded = token.decode(.payload, in: &scratch, backend: backend),
                                let tag = token.decode(.signature, in: &scratch, backend: backend),
                                let start = tag.baseAddress
                            else { return false }
                            // All of it is in the memory that was lent.
                            return room.contains(start) && tag.count == 32 && decoded.elementsEqual(payload)
                        }
                    }
                    #expect(isRight, "\(count) bytes, \(backend)")
                }
            }
        }
    #endif

    /// A token with one character changed: of the signature, and at both ends and in the middle of the payload.
    private static func wrongTokens(of token: String) -> [(token: String, error: HS256Error)] {
        let text = Array(token.utf8)
        let count = text.count
        let payload = text.split(separator: 0x2E, omittingEmptySubsequences: false)[1]
        func changed(_ index: Int, _ character: Character) -> String {
            var text = text
            text[index] = character.asciiValue ?? 0
            return String(decoding: text, as: UTF8.self)
        }
        func other(_ index: Int) -> Character { text[index] == UInt8(ascii: "A") ? "Q" : "A" }
        var wrong: [(String, HS256Error)] = [count - 43, count - 20, count - 2].flatMap { index in
            [
                (changed(index, other(index)), HS256Error(.signatureMismatch)),
                (
                    changed(index, "+"),
                    HS256Error(.segmentEncoding(.signature, .invalidByte(0x2B, offset: index - count + 43)))
                ),
            ]
        }
        // The last character has two bits that must be zero.
        wrong.append((changed(count - 1, "B"), HS256Error(.segmentEncoding(.signature, .nonZeroTrailingBits))))
        for offset in Set([0, payload.count / 2, payload.count - 1]) where offset >= 0 && offset < payload.count {
            let index = payload.startIndex + offset
            let invalid = Base64URLError.invalidByte(0x2B, offset: offset)
            wrong.append((changed(index, "+"), HS256Error(.segmentEncoding(.payload, invalid))))
            if offset < payload.count - 1 {
                wrong.append((changed(index, other(index)), HS256Error(.signatureMismatch)))
            }
        }
        return wrong
    }
}

extension UnsafeMutableBufferPointer<UInt8> {
    fileprivate func contains(_ address: UnsafePointer<UInt8>) -> Bool {
        guard let start = baseAddress else { return false }
        return address >= UnsafePointer(start) && address < UnsafePointer(start) + count
    }
}
