import TestSupport
import Testing

@testable import TiledeskJWT

/// Addresses are read as the URL class of Node.js reads them: the server takes its project from what that gives.
struct URLPathTests {
    struct Row: Decodable, Sendable, CustomTestStringConvertible {
        let text: String
        let pathname: String?

        var testDescription: String { text.debugDescription }
    }

    private static let rows = (try? VectorFile<Row>("url-paths").cases) ?? []

    @Test func thereAreVectors() {
        #expect(Self.rows.count == 700)
        #expect(Self.rows.contains { $0.pathname == nil } && Self.rows.contains { $0.pathname != nil })
    }

    @Test func pathsAreThoseOfNode() {
        for row in Self.rows {
            let path = URLPath(row.text.utf8)
            #expect((path == nil) == (row.pathname == nil), "\(row.testDescription)")
            let expected = row.pathname?.split(separator: "/", omittingEmptySubsequences: false).map(String.init) ?? []
            for index in 1...2 {
                let found = path?.component(index).map { String(decoding: $0, as: UTF8.self) }
                // Node writes some characters in percent-encoding, which no type and no ID of a project has.
                guard let text = index < expected.count ? expected[index] : nil, text.utf8.allSatisfy(Self.isPlain)
                else {
                    continue
                }
                #expect(found == text, "\(row.testDescription)")
            }
        }
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x2D
    }
}
