@testable import HS256
import Testing

@Suite("A filter of names")
struct NameFilterTests {
    private func mayRepeat(_ names: [String]) -> Bool {
        var filter = NameFilter()
        for name in names {
            let text = Array("\"\(name)\"".utf8)
            text.withUnsafeBufferPointer { text in
                guard let start = text.baseAddress else { return }
                filter.insert(JSONText(offset: 1, count: Int32(text.count - 2)), of: start)
            }
        }
        return filter.mayRepeat
    }

    @Test("A name that stands there twice is never missed")
    func repeated() {
        let names = (0..<200).map { String(repeating: "n", count: $0 % 17) + String($0) } + ["", "é", "exp"]
        for name in names {
            #expect(mayRepeat([name, name]))
            #expect(mayRepeat([name, "another", name]))
        }
    }

    @Test("The claims of the help-desk systems are told apart")
    func distinct() {
        #expect(!mayRepeat(["external_id", "email", "email_verified", "exp", "name", "scope"]))
        #expect(!mayRepeat(["sub", "email", "exp"]))
        #expect(!mayRepeat(["name", "email", "exp"]))
        #expect(!mayRepeat([""]))
    }

    @Test("Names that are not plain may be the same as any other")
    func notPlain() {
        var filter = NameFilter()
        var name = JSONText(offset: 1, count: 1)
        name.isPlainASCII = false
        Array("\"a\"".utf8).withUnsafeBufferPointer { text in
            guard let start = text.baseAddress else { return }
            filter.insert(name, of: start)
        }
        #expect(filter.mayRepeat)
    }
}
