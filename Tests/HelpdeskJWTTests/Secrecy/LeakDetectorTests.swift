import Foundation
import HelpdeskJWT
import HelpdeskTestSupport
import TestSupport
import Testing

/// The detector finds what it is there for: a test that finds nothing must not be one that cannot.
struct LeakDetectorTests {
    private let secret = Array(Planted.secret.utf8)

    private func finds(_ text: String) throws -> Bool { try !Planted.detector().leaks(in: text).isEmpty }

    @Test func secretInEveryForm() throws {
        let hexadecimal = secret.map { String($0, radix: 16) }.joined()
        let base64 = Data(secret).base64EncodedString()
        for text in [Planted.secret, hexadecimal, hexadecimal.uppercased(), base64, Base64URL.encode(secret)] {
            #expect(try finds(text) && finds("before " + text + " behind"))
        }
        #expect(try finds("\(secret)"))
        var dumped = ""
        dump(secret, to: &dumped)
        #expect(try finds(dumped))
        for offset in 0..<4 {
            let longer = Data("xyz".utf8.prefix(offset) + secret + "xyz".utf8)
            #expect(try finds(longer.base64EncodedString()) && finds(Base64URL.encode(longer)))
        }
    }

    @Test func anySixteenBytes() throws {
        for start in 0...(secret.count - 16) {
            let part = Array(secret[start..<start + 16])
            #expect(try finds(String(decoding: part, as: UTF8.self)))
            #expect(try finds(part.map { String($0, radix: 16) }.joined()))
            #expect(try finds("\(part)"))
        }
    }

    @Test func statesOfTheKey() throws {
        // Reflection of the raw value, as a key without its redaction would show it.
        #expect(try finds("\(Planted.key.midstatesForTests)"))
        #expect(try finds(String(Planted.key.midstatesForTests[3], radix: 16)))
    }

    @Test func ordinaryTexts() throws {
        for text in ["", "HS256Key(redacted)", Fixture.secret, "\((0...255).map { $0 })", "1700000000"] {
            #expect(try !finds(text))
        }
    }
}
