@testable import HS256
import TestSupport
import Testing

@Suite("HMAC from midstates")
struct HMACMidstatesTests {
    /// The code by the way through ``SHA256``, which the tests of ``HMACSHA256`` hold against vectors.
    private func streamed(_ message: [UInt8], _ key: HS256Key) -> HMACSHA256.AuthenticationCode {
        HMACSHA256.authenticationCode(for: message, using: key)
    }

    @Test("A whole message gives the streamed code, 0 to 300 bytes", arguments: SHA256Backend.available)
    func wholeMessages(backend: SHA256Backend) throws {
        let key = try HS256Key(sampleKey(40), backend: backend)
        for count in 0...300 {
            let message = sampleMessage(count)
            let code = message.withUnsafeBufferPointer { key.midstates.code(for: $0) }
            #expect(code == streamed(message, key), "\(count) bytes")
        }
    }

    @Test(
        "A message whose beginning is hashed already gives the streamed code", arguments: SHA256Backend.available,
        [0, 1, 63, 64, 65, 100, 127, 128, 129, 192, 256, 300])
    func hashedBeginnings(backend: SHA256Backend, prefix: Int) throws {
        let key = try HS256Key(sampleKey(40), backend: backend)
        let start = sampleMessage(prefix).withUnsafeBufferPointer { key.midstates.hashWholeBlocks(of: $0) }
        #expect(start.byteCount == prefix / 64 * 64)
        for count in prefix...(prefix + 300) {
            let message = sampleMessage(count)
            let code = message.withUnsafeBufferPointer { key.midstates.code(for: $0, from: start) }
            #expect(code == streamed(message, key), "\(count) bytes")
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
        #expect(code == streamed(message, key))
    }

    @Test("No message at all is the empty message", arguments: SHA256Backend.available)
    func nothing(backend: SHA256Backend) throws {
        let key = try HS256Key(sampleKey(40), backend: backend)
        let nothing = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
        #expect(key.midstates.code(for: nothing) == streamed([], key))
        let start = key.midstates.hashWholeBlocks(of: nothing)
        #expect(start.byteCount == 0)
        #expect(key.midstates.code(for: nothing, from: start) == streamed([], key))
    }
}
