@testable import HS256Primitives
import TestSupport
import Testing

@Suite("SHA-256")
struct SHA256Tests {
    @Test(
        "NIST's short messages, 0 to 64 bytes", arguments: Backend.available,
        try VectorFile<SHA256Vector>("sha256-nist-shortmsg").cases)
    func nist(backend: Backend, vector: SHA256Vector) {
        #expect(Array(SHA256.hash(vector.msgHex.bytes, on: backend)) == vector.sha256Hex.bytes)
    }

    @Test(
        "The messages of RFC 6234, as one piece and as repeated updates", arguments: Backend.available,
        try VectorFile<SHA256Vector>("sha256-rfc6234").cases)
    func rfc6234(backend: Backend, vector: SHA256Vector) {
        let part = vector.msgHex.bytes
        let times = vector.repeat ?? 1
        var hash = SHA256(backend: backend)
        for _ in 0..<times { hash.update(part) }
        #expect(Array(hash.finalize()) == vector.sha256Hex.bytes)

        let whole = Array(repeatElement(part, count: times).joined())
        #expect(Array(SHA256.hash(whole, on: backend)) == vector.sha256Hex.bytes)
    }

    /// The messages of 24, 448 and 896 bits in NIST's examples for FIPS 180-4, and their digests.
    static let examples = [
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        (
            "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmno"
                + "ijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
            "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
        ),
    ]

    @Test("The examples of FIPS 180-4, split at every point", arguments: Backend.available, examples)
    func everySplitPoint(backend: Backend, example: (message: String, digest: String)) throws {
        let message = Array(example.message.utf8)
        let digest = try HexBytes(example.digest).bytes
        for split in 0...message.count {
            var hash = SHA256(backend: backend)
            hash.update(message[..<split])
            hash.update(message[split...])
            #expect(Array(hash.finalize()) == digest, "split at \(split)")
        }
        var byteByByte = SHA256(backend: backend)
        for byte in message { byteByByte.update([byte]) }
        #expect(Array(byteByByte.finalize()) == digest)
    }

    @Test("Messages of 0 to 300 bytes", arguments: Backend.available)
    func everyLength(backend: Backend) throws {
        var digests = SHA256(backend: backend)
        for count in 0...300 { digests.update(SHA256.hash(sampleMessage(count), on: backend)) }
        // The hash of all the digests, as Python's hashlib gives it.
        #expect(
            try Array(digests.finalize())
                == HexBytes("27fec5f2f3539e1e99cce5b9021123c85bcdca277bdf34c13ec2f84920d17eff").bytes)
    }

    @Test("Three updates of any lengths", arguments: Backend.available)
    func threeParts(backend: Backend) {
        let message = sampleMessage(200)
        let digest = SHA256.hash(message, on: backend)
        for first in stride(from: 0, through: 200, by: 9) {
            for second in stride(from: first, through: 200, by: 7) {
                var hash = SHA256(backend: backend)
                hash.update(message[..<first])
                hash.update(message[first..<second])
                hash.update(message[second...])
                #expect(hash.finalize() == digest, "split at \(first) and \(second)")
            }
        }
    }

    @Test("Bytes at any alignment", arguments: Backend.available)
    func unaligned(backend: Backend) {
        let message = sampleMessage(260)
        let digest = SHA256.hash(message, on: backend)
        for offset in 0..<32 {
            let memory = [UInt8](repeating: 0xA5, count: offset) + message
            #expect(SHA256.hash(memory[offset...], on: backend) == digest, "\(offset) bytes off")
        }
    }

    @Test("Sequences that are not contiguous in memory", arguments: Backend.available)
    func notContiguous(backend: Backend) {
        let message = sampleMessage(150)
        let digest = SHA256.hash(message, on: backend)
        #expect(SHA256.hash(AnySequence(message), on: backend) == digest)
        #expect(SHA256.hash(message.lazy.map { $0 }, on: backend) == digest)
        #expect(SHA256.hash(message.reversed().reversed(), on: backend) == digest)
        #expect(SHA256.hash([Array(message[..<70]), Array(message[70...])].joined(), on: backend) == digest)

        var mixed = SHA256(backend: backend)
        mixed.update(AnySequence(message[..<65]))
        mixed.update(EmptyCollection())
        mixed.update(message[65...])
        #expect(mixed.finalize() == digest)
    }

    @Test("A hash goes on after finalize(), and a copy goes its own way", arguments: Backend.available)
    func finalizeLeavesTheHash(backend: Backend) {
        let message = sampleMessage(300)
        for split in [0, 1, 55, 56, 63, 64, 65, 119, 120, 128, 300] {
            var hash = SHA256(backend: backend)
            hash.update(message[..<split])
            #expect(hash.finalize() == SHA256.hash(message[..<split], on: backend))
            #expect(hash.finalize() == SHA256.hash(message[..<split], on: backend), "the same again")

            var copy = hash
            copy.update("another end".utf8)
            #expect(copy.finalize() == SHA256.hash(message[..<split] + Array("another end".utf8), on: backend))
            hash.update(message[split...])
            #expect(hash.finalize() == SHA256.hash(message, on: backend), "split at \(split)")
        }
    }

    @Test("The calls without a back end take the processor's")
    func defaults() throws {
        let digest = try HexBytes(Self.examples[0].1).bytes
        #expect(Array(SHA256.hash("abc".utf8)) == digest)
        var hash = SHA256()
        hash.update("abc".utf8)
        #expect(Array(hash.finalize()) == digest)
        #expect(SHA256.byteCount == 32)
        #expect(SHA256.blockByteCount == 64)
    }
}
