@testable import HS256Primitives
import TestSupport
import Testing

@Suite("HMAC from midstates")
struct HMACSHA256KeyTests {
    /// The code as RFC 2104 2 defines it, by two whole hashes.
    private func plain(_ message: [UInt8], _ key: [UInt8]) -> HMACSHA256.AuthenticationCode? {
        let block = key + [UInt8](repeating: 0, count: 64 - key.count)
        let digest = SHA256.hash(block.map { $0 ^ 0x36 } + message)
        return HMACSHA256.AuthenticationCode(SHA256.hash(block.map { $0 ^ 0x5C } + Array(digest)))
    }

    @Test("A whole message gives the plain code, 0 to 300 bytes", arguments: Backend.available)
    func wholeMessages(backend: Backend) throws {
        let key = HMACSHA256.Key(sampleKey(40), backend: backend)
        for count in 0...300 {
            let message = sampleMessage(count)
            let code = message.withUnsafeBufferPointer { key.code(for: $0) }
            #expect(code == plain(message, sampleKey(40)), "\(count) bytes")
        }
    }

    @Test(
        "A message whose beginning is hashed already gives the plain code", arguments: Backend.available,
        [0, 1, 63, 64, 65, 100, 127, 128, 129, 192, 256, 300])
    func hashedBeginnings(backend: Backend, prefix: Int) throws {
        let key = HMACSHA256.Key(sampleKey(40), backend: backend)
        let start = sampleMessage(prefix).withUnsafeBufferPointer { key.hashWholeBlocks(of: $0) }
        #expect(start.byteCount == prefix / 64 * 64)
        for count in prefix...(prefix + 300) {
            let message = sampleMessage(count)
            let code = message.withUnsafeBufferPointer { key.code(for: $0, after: start) }
            #expect(code == plain(message, sampleKey(40)), "\(count) bytes")
        }
    }

    /// Otherwise the test above would also pass if the start were left out of account.
    @Test("The bytes that are hashed already are not read again", arguments: Backend.available)
    func beginningIsNotRead(backend: Backend) throws {
        let key = HMACSHA256.Key(sampleKey(40), backend: backend)
        let message = sampleMessage(200)
        let start = message.withUnsafeBufferPointer { key.hashWholeBlocks(of: $0) }
        var overwritten = message
        for index in 0..<start.byteCount { overwritten[index] = 0 }
        let code = overwritten.withUnsafeBufferPointer { key.code(for: $0, after: start) }
        #expect(code == plain(message, sampleKey(40)))
    }

    @Test("No message at all is the empty message", arguments: Backend.available)
    func nothing(backend: Backend) throws {
        let key = HMACSHA256.Key(sampleKey(40), backend: backend)
        let nothing = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
        #expect(key.code(for: nothing) == plain([], sampleKey(40)))
        let start = key.hashWholeBlocks(of: nothing)
        #expect(start.byteCount == 0)
        #expect(key.code(for: nothing, after: start) == plain([], sampleKey(40)))
    }

    /// No way of printing a key shows a word of its hash states.
    @Test func printedKey() {
        let key = HMACSHA256.Key(sampleKey(40))
        var dumped = ""
        dump(key, to: &dumped)
        for text in ["\(key)", String(reflecting: key), dumped, "\([key])"] {
            #expect(text.contains("HMACSHA256.Key(redacted)"))
            for lane in 0..<8 {
                #expect(!text.contains("\(key.inner[lane])") && !text.contains("\(key.outer[lane])"), "\(text)")
            }
        }
    }
}
