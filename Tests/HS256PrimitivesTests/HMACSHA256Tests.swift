@testable import HS256Primitives
import TestSupport
import Testing

@Suite("HMAC with SHA-256")
struct HMACSHA256Tests {
    @Test(
        "The cases of RFC 4231, one of them truncated", arguments: Backend.available,
        try VectorFile<HMACVector>("hmac-sha256-rfc4231").cases)
    func rfc4231(backend: Backend, vector: HMACVector) throws {
        try check(vector, on: backend)
    }

    @Test(
        "NIST's CAVP cases",
        .enabled(if: ProjectFiles.sharedVectors != nil, "the shared vectors are not beside the project"),
        arguments: Backend.available, try VectorFile<HMACVector>.shared("hmac-sha256-nist-cavp"))
    func cavp(backend: Backend, vector: HMACVector) throws {
        try check(vector, on: backend)
    }

    private func check(_ vector: HMACVector, on backend: Backend) throws {
        let key = HMACSHA256.Key(vector.keyHex.bytes, backend: backend)
        let code = HMACSHA256.authenticationCode(for: vector.msgHex.bytes, using: key)
        #expect(vector.hmacHex.bytes.count == vector.tagLen)
        #expect(Array(code.bytes.prefix(vector.tagLen)) == vector.hmacHex.bytes)
        // RFC 7518 3.2: only the whole code will do.
        #expect(
            HMACSHA256.isValidAuthenticationCode(
                vector.hmacHex.bytes, authenticating: vector.msgHex.bytes, using: key) == (vector.tagLen == 32))
    }

    /// For each key length the hash of the codes of `sampleMessage(0...300)`, as Python's hmac gives them.
    static let codesByKeyLength = [
        (1, "ef108ef060f577ce0d31f53f7cb80131d133f4b9a8bda654b76ee9ac500e50a1"),
        (32, "9870b59216ff514f25e94b87d2bd7977abed535d703f7b70336e89980aa10166"),
        (63, "b1b3bdcf99bd3c724b8984826a920344dc172199eb74ea8e282f209230ace1b5"),
        (64, "0cf6c9be6bc37a4dedb635b2c5b98506647c007a60ecb68832227f5fd43e7bdf"),
        (65, "0b23e127f1f21d5caa4fc3659c85b07ab5f9908169cb47a2eaef7958b7631477"),
        (160, "a12720fba365f062dec4f6841d7f9a856fee3f2f85f7278da0dc64b50a7bbaa8"),
    ]

    @Test("Keys of up to, exactly and over a block", arguments: Backend.available, codesByKeyLength)
    func keyLengths(backend: Backend, expected: (keyLength: Int, hash: String)) throws {
        let key = HMACSHA256.Key(sampleKey(expected.keyLength), backend: backend)
        var codes = SHA256()
        for count in 0...300 {
            codes.update(HMACSHA256.authenticationCode(for: sampleMessage(count), using: key).bytes)
        }
        #expect(try Array(codes.finalize()) == HexBytes(expected.hash).bytes)
    }

    @Test("A message that is not contiguous in memory", arguments: Backend.available)
    func notContiguous(backend: Backend) throws {
        let key = HMACSHA256.Key(AnyCollection(sampleKey(70)), backend: backend)
        let contiguous = HMACSHA256.Key(sampleKey(70), backend: backend)
        let message = sampleMessage(100)
        #expect(
            HMACSHA256.authenticationCode(for: AnySequence(message), using: key)
                == HMACSHA256.authenticationCode(for: message, using: contiguous))
    }

    @Test("A code with any one bit changed is not valid")
    func everyBit() throws {
        let key = HMACSHA256.Key(sampleKey(32))
        let message = sampleMessage(90)
        let code = Array(HMACSHA256.authenticationCode(for: message, using: key).bytes)
        #expect(HMACSHA256.isValidAuthenticationCode(code, authenticating: message, using: key))
        for bit in 0..<256 {
            var changed = code
            changed[bit / 8] ^= 1 << UInt8(bit % 8)
            #expect(
                !HMACSHA256.isValidAuthenticationCode(changed, authenticating: message, using: key), "bit \(bit)")
        }
    }

    @Test("A code for another message or key is not valid")
    func otherMessageOrKey() throws {
        let key = HMACSHA256.Key(sampleKey(32))
        let otherKey = HMACSHA256.Key(sampleKey(33))
        let message = sampleMessage(90)
        let code = HMACSHA256.authenticationCode(for: message, using: key).bytes
        #expect(!HMACSHA256.isValidAuthenticationCode(code, authenticating: message, using: otherKey))
        for length in [0, 89] {
            #expect(!HMACSHA256.isValidAuthenticationCode(code, authenticating: message[..<length], using: key))
        }
        for index in message.indices {
            var changed = message
            changed[index] ^= 0x20
            #expect(!HMACSHA256.isValidAuthenticationCode(code, authenticating: changed, using: key))
        }
    }

    @Test("A code of any other length than 32 bytes is not valid", arguments: Array(0...31) + Array(33...96))
    func wrongLength(count: Int) throws {
        let key = HMACSHA256.Key(sampleKey(32))
        let code = Array(HMACSHA256.authenticationCode(for: "message".utf8, using: key).bytes)
        let repeated = (code + code + code).prefix(count)
        #expect(!HMACSHA256.isValidAuthenticationCode(repeated, authenticating: "message".utf8, using: key))
        #expect(HMACSHA256.AuthenticationCode(repeated) == nil)
    }
}

@Suite("Authentication code")
struct AuthenticationCodeTests {
    @Test("A code gives back its bytes in their order")
    func bytes() throws {
        let bytes = sampleMessage(32)
        let code = try #require(HMACSHA256.AuthenticationCode(bytes))
        #expect(Array(code.bytes) == bytes)
        #expect(withUnsafeBytes(of: code.bigEndianWords) { Array($0) } == bytes)
        #expect(HMACSHA256.AuthenticationCode(AnyCollection(bytes)) == code)
        #expect(HMACSHA256.AuthenticationCode(([0] + bytes)[1...]) == code)
    }

    @Test("A code is read from memory at any alignment", arguments: 0..<16)
    func reading(offset: Int) throws {
        let bytes = sampleMessage(32)
        let memory = [UInt8](repeating: 0xFF, count: offset) + bytes
        let code = try memory.withUnsafeBytes { memory in
            HMACSHA256.AuthenticationCode(reading: try #require(memory.baseAddress) + offset)
        }
        #expect(Array(code.bytes) == bytes)
    }

    @Test("Codes are equal only when every bit is the same")
    func equality() throws {
        let bytes = sampleMessage(32)
        let code = try #require(HMACSHA256.AuthenticationCode(bytes))
        for bit in 0..<256 {
            var changed = bytes
            changed[bit / 8] ^= 1 << UInt8(bit % 8)
            #expect(try #require(HMACSHA256.AuthenticationCode(changed)) != code, "bit \(bit)")
        }
    }
}
