@testable import HS256Primitives
import Testing

@Suite("Digest")
struct DigestTests {
    /// The bytes 00, 01, 02 … 1f.
    let counting = SHA256.Digest(
        words: SIMD8(
            0x0001_0203, 0x0405_0607, 0x0809_0a0b, 0x0c0d_0e0f, 0x1011_1213, 0x1415_1617, 0x1819_1a1b, 0x1c1d_1e1f))

    @Test("A digest is a collection of its 32 bytes")
    func collection() {
        #expect(counting.count == 32)
        #expect(counting.indices == 0..<32)
        #expect(Array(counting) == Array(0...31))
        #expect(counting.first == 0)
        #expect(counting[31] == 31)
        #expect(Array(counting[4..<8]) == [4, 5, 6, 7])
        #expect(Array(counting.reversed()) == Array(0...31).reversed())
    }

    @Test("The description is 64 lower-case hexadecimal digits")
    func description() {
        #expect(counting.description == "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f")
        #expect(
            "\(SHA256.hash("abc".utf8))" == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }

    @Test("Digests are equal, and hash alike, when all their bytes are the same")
    func equality() {
        let same = SHA256.hash("abc".utf8)
        #expect(SHA256.hash("abc".utf8) == same)
        #expect(SHA256.hash("abc".utf8).hashValue == same.hashValue)
        #expect(Set([same, SHA256.hash("abc".utf8), SHA256.hash("abd".utf8)]).count == 2)
        for lane in 0..<8 {
            for bit in 0..<32 {
                var words = SIMD8<UInt32>(repeating: 0x5A5A_5A5A)
                let digest = SHA256.Digest(words: words)
                words[lane] ^= 1 << UInt32(bit)
                #expect(digest != SHA256.Digest(words: words), "bit \(bit) of word \(lane)")
            }
        }
    }
}
