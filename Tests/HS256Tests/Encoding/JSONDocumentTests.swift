@testable import HS256
import Testing
import TestSupport

@Suite("JSON documents")
struct JSONDocumentTests {
    /// Calls `body` with the document of a text.
    private func read<Result>(_ text: String, _ body: (JSONDocument) throws -> Result) throws -> Result {
        let text = Array(text.utf8)
        return try text.withUnsafeBufferPointer { text in
            try Scratch.lend { scratch in
                try body(JSONScanner.scan(text, maximumDepth: 32, in: &scratch))
            }
        }
    }

    #if os(Linux)
        /// Whether a text is an object, all of whose members have been read.
        private func isRead(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
            Scratch.lend { scratch in
                guard let claims = try? ClaimReader(text, .registered, maximumDepth: 32, in: &scratch) else {
                    return false
                }
                let exp = try? claims.numericDateIfPresent("exp")
                return claims.allMembers.isEmpty == false && claims.contains(.expiration) == (exp != nil)
            }
        }

        @Test("Nothing is read behind a text, wherever it ends")
        func memory() throws {
            let texts = [
                Self.text, #"{"sub":"12345678","exp":1700000000,"name":"Jane Soap","ok":true,"no":false,"nil":null}"#,
                #"{"long":"\#(String(repeating: "x", count: 130))","é":-12345678.5e10,"a":[1,22,333,"\ud83d\ude00"]}"#,
            ]
            for text in texts {
                let bytes = Array(text.utf8)
                for count in 0...bytes.count {
                    let isWhole = GuardedMemory.with(Array(bytes[..<count])) { isRead(UnsafeBufferPointer($0)) }
                    #expect(isWhole == (count == bytes.count), "\(text.prefix(count))")
                }
            }
        }
    #endif

    private func member(_ name: StaticString, of text: String) throws -> JSONValue? {
        try read(text) { document in document.member(name).map { document.value(at: $0) } }
    }

    static let text = """
        {"a": 1, "nested": {"b": 2, "exp": 3}, "list": [{"c": 4}], "e\\u0078p": 5, "caf\u{E9}": 6, "ab": 7,
         "\\ud83d\\ude00": 8, "last": true}
        """

    @Test(
        "A member of the root is found by the bytes of its name, escapes resolved",
        arguments: [
            ("a", 1), ("nested", ["b": 2, "exp": 3]), ("list", [["c": 4]]), ("exp", 5), ("caf\u{E9}", 6), ("ab", 7),
            ("😀", 8), ("last", true),
        ] as [(StaticString, JSONValue)])
    func member(name: StaticString, value: JSONValue) throws {
        #expect(try member(name, of: Self.text) == value)
    }

    @Test(
        "A name that is not among the root's own is not found",
        arguments: ["b", "c", "A", "ex", "expp", "cafe\u{301}", "e\\u0078p", "abc", "las", "lastt", "1"]
            as [StaticString])
    func noMember(name: StaticString) throws {
        #expect(try member(name, of: Self.text) == nil)
    }

    @Test("Each member is found wherever the search begins, and none that is not there")
    func searchFromAnywhere() throws {
        try read(#"{"a":[1,2],"b":{"a":3},"c":4,"d":5}"#) { document in
            let starts = [1, 4, 6, 7, 8]
            let names: [(StaticString, Int?)] = [("a", 1), ("b", 4), ("c", 6), ("d", 7), ("e", nil), ("", nil)]
            for start in starts {
                for (name, index) in names { #expect(document.member(name, from: start) == index, "\(name) \(start)") }
            }
        }
        try read("{}") { document in #expect(document.member("a", from: 1) == nil) }
    }

    @Test("The root is the first node, and each container says where it ends")
    func nodes() throws {
        try read(#" {"a":[1,{"b":[]}],"c":null} "#) { document in
            #expect(document.root.kind == .object)
            let nodes = UnsafeBufferPointer(start: document.nodes, count: document.nodeCount)
            #expect(nodes.map(\.kind) == [.object, .array, .number, .object, .array, .null])
            #expect(nodes.map(\.end) == [6, 5, 3, 5, 5, 6])
            var children: [Int] = []
            document.forEachChild(of: 0) { children.append($0) }
            #expect(children == [1, 5])
            children = []
            document.forEachChild(of: 1) { children.append($0) }
            #expect(children == [2, 3])
            children = []
            document.forEachChild(of: 4) { children.append($0) }
            #expect(children.isEmpty)
        }
    }

    @Test("The bytes of a value are those of the text")
    func bytes() throws {
        try read(#"{"a": "x\ny", "b":[ 1 ,2.50 ], "c":true}"#) { document in
            func text(_ index: Int) -> String { String(decoding: document.bytes(of: index), as: UTF8.self) }
            #expect(text(0) == #"{"a": "x\ny", "b":[ 1 ,2.50 ], "c":true}"#)
            #expect(text(1) == #"x\ny"#)
            #expect(text(2) == "[ 1 ,2.50 ]")
            #expect(text(4) == "2.50")
            #expect(text(5) == "true")
        }
    }
}
