@testable import HS256
import TestSupport
import Testing

@Suite("HMAC from midstates")
struct HMACMidstatesTests {
    /// The code as RFC 2104 2 defines it, by two whole hashes.
    private func plain(_ message: [UInt8], _ key: [UInt8]) -> HMACSHA256.AuthenticationCode? {
        let block = key + [UInt8](repeating: 0, count: 64 - key.count)
        let digest = SHA256.hash(block.map { $0 ^ 0x36 } + message)
        return HMACSHA256.AuthenticationCode(SHA256.hash(block.map { $0 ^ 0x5C } + Array(digest)))
    }

    @Test("A whole message gives the plain code, 0 to 300 bytes", arguments: SHA256Backend.available)
    func wholeMessages(backend: SHA256Backend) throws {
        let key = try HS256Key(sampleKey(40), backend: backend)
        for count in 0...300 {
            let message = sampleMessage(count)
            let code = message.withUnsafeBufferPointer { key.midstates.code(for: $0) }
            #expect(code == plain(message, sampleKey(40)), "\(count) bytes")
        }
    }

    @Test(
        "A message whose beginning is hashed already gives the plain code", arguments: SHA256Backend.available,
        [0, 1, 63, 64, 65, 100, 127, 128, 129, 192, 256, 300])
    func hashedBeginnings(backend: SHA256Backend, prefix: Int) throws {
        let key = try HS256Key(sampleKey(40), backend: backend)
        let start = sampleMessage(prefix).withUnsafeBufferPointer { key.midstates.hashWholeBlocks(of: $0) }
        #expect(start.byteCount == prefix / 64 * 64)
        for count in prefix...(prefix + 300) {
            let message = sampleMessage(count)
            let code = message.withUnsafeBufferPointer { key.midstates.code(for: $0, from: start) }
            #expect(code == plain(message, sampleKey(40)), "\(count) bytes")
        }
    }

    /// Otherwise the test above would also pass if the start were left out of account.
    @Test("The bytes that are hashed already are not read again", arguments: SHA256Backend.available)
    func beginningIsNotRead(backend: SHA256Backend) throws {
        let key = try HS256Key(sampleKey(40), backend: backend)
        let message = sampleMessage(200)
        let start = message.withUnsafeBufferPointer { key.midstates.hashWholeBlocks(of: $0) }
        var overwritten = message
        for index in 0..<start.byteCount { overwritten[index] = 0 }
        let code = overwritten.withUnsafeBufferPointer { key.midstates.code(for: $0, from: start) }
        #expect(code == plain(message, sampleKey(40)))
    }

    @Test("No message at all is the empty message", arguments: SHA256Backend.available)
    func nothing(backend: SHA256Backend) throws {
        let key = try HS256Key(sampleKey(40), backend: backend)
        let nothing = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
        #expect(key.midstates.code(for: nothing) == plain([], sampleKey(40)))
        let start = key.midstates.hashWholeBlocks(of: nothing)
        #expect(start.byteCount == 0)
        #expect(key.midstates.code(for: nothing, from: start) == plain([], sampleKey(40)))
    }

    /// Messages of any two numbers of blocks, so that the longer one goes on alone.
    @Test("Two messages give the codes of each", arguments: SHA256Backend.available, [0, 1, 64, 100])
    func twoMessages(backend: SHA256Backend, prefix: Int) throws {
        let key = try HS256Key(sampleKey(40), backend: backend)
        let start = sampleMessage(prefix).withUnsafeBufferPointer { key.midstates.hashWholeBlocks(of: $0) }
        let counts = [0, 1, 54, 55, 56, 63, 64, 65, 119, 120, 191, 192, 300].map { $0 + prefix }
        for first in counts {
            for second in counts {
                let (one, other) = (
                    sampleMessage(first), sampleMessage(prefix) + sampleMessage(second).dropFirst(prefix)
                )
                let codes = one.withUnsafeBufferPointer { one in
                    other.withUnsafeBufferPointer { key.midstates.codes(for: one, $0, from: start) }
                }
                #expect(codes.0 == plain(one, sampleKey(40)), "\(first) beside \(second) bytes")
                #expect(codes.1 == plain(other, sampleKey(40)), "\(second) beside \(first) bytes")
            }
        }
    }
}
