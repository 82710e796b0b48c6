@testable import HS256
import Testing

struct ClaimReaderTests {
    private static let json = """
        {"s":"text","empty":"","escaped":"\\u0061\\"\\n\\ud83d\\udd11","t":true,"f":false,"n":-12.50,"d":1700000000.5,\
        "a":["x","y"],"no":[],"mixed":["x",1],"o":{"s":"inner","k":[1]},"z":null,"":0,"caf\u{E9}":1,"cafe\u{301}":2}
        """

    private func read<Value>(_ body: (borrowing ClaimReader) throws(HS256Error) -> Value) throws(HS256Error) -> Value {
        try Reading.of(Self.json, body)
    }

    private func contains(_ name: ClaimName) throws(HS256Error) -> Bool {
        try read { claims in claims.contains(name) }
    }

    private func kind(of name: ClaimName) throws(HS256Error) -> JSONValue.Kind? {
        try read { claims in claims.kind(of: name) }
    }

    private func isString(_ name: ClaimName, _ text: String) throws(HS256Error) -> Bool {
        try read { claims in claims.isString(name, equalTo: text) }
    }

    @Test func presence() throws {
        for name: ClaimName in ["s", "z", "", "caf\u{E9}"] { #expect(try contains(name)) }
        // Members of an inner object are none of the outer one.
        for name: ClaimName in ["S", "absent", "inner", "k", "s "] {
            #expect(try !contains(name))
            #expect(try kind(of: name) == nil)
        }
        #expect(try kind(of: "s") == .string)
        #expect(try kind(of: "t") == .bool)
        #expect(try kind(of: "f") == .bool)
        #expect(try kind(of: "n") == .number)
        #expect(try kind(of: "a") == .array)
        #expect(try kind(of: "o") == .object)
        #expect(try kind(of: "z") == .null)
    }

    @Test func presentValues() throws {
        #expect(try read { (claims) throws(HS256Error) in try claims.string("s") } == "text")
        #expect(try read { (claims) throws(HS256Error) in try claims.string("empty") } == "")
        #expect(try read { (claims) throws(HS256Error) in try claims.string("escaped") } == "a\"\n\u{1F511}")
        #expect(try read { (claims) throws(HS256Error) in try claims.bool("t") })
        #expect(try !read { (claims) throws(HS256Error) in try claims.bool("f") })
        #expect(try read { (claims) throws(HS256Error) in try claims.number("n") }.text == "-12.50")
        #expect(try read { (claims) throws(HS256Error) in try claims.numericDate("d") }.nanoseconds == 500_000_000)
        #expect(try read { (claims) throws(HS256Error) in try claims.object("o") } == ["s": "inner", "k": [1]])
        #expect(try read { (claims) throws(HS256Error) in try claims.audienceIfPresent("a") } == ["x", "y"])
        #expect(try read { (claims) throws(HS256Error) in try claims.audienceIfPresent("s") } == "text")
        #expect(try read { (claims) throws(HS256Error) in try claims.audienceIfPresent("no") } == [])
        #expect(try read { claims in claims.valueIfPresent("a") } == ["x", "y"])
        #expect(try read { claims in claims.valueIfPresent("z") } == JSONValue.null)
    }

    @Test func namesAreComparedByteByByte() throws {
        #expect(try read { (claims) throws(HS256Error) in try claims.number("caf\u{E9}") } == JSONNumber(1))
        #expect(try read { (claims) throws(HS256Error) in try claims.number("cafe\u{301}") } == JSONNumber(2))
        #expect(try read { (claims) throws(HS256Error) in try claims.number("") } == JSONNumber(0))
        // A name with an escape is the name that it stands for.
        #expect(try Reading.of(#"{"s\u0075b":"x"}"#) { (claims) throws(HS256Error) in try claims.string("sub") } == "x")
    }

    @Test func absent() throws {
        #expect(try read { (claims) throws(HS256Error) in try claims.stringIfPresent("absent") } == nil)
        #expect(try read { (claims) throws(HS256Error) in try claims.boolIfPresent("absent") } == nil)
        #expect(try read { (claims) throws(HS256Error) in try claims.numberIfPresent("absent") } == nil)
        #expect(try read { (claims) throws(HS256Error) in try claims.numericDateIfPresent("absent") } == nil)
        #expect(try read { (claims) throws(HS256Error) in try claims.audienceIfPresent("absent") } == nil)
        #expect(try read { (claims) throws(HS256Error) in try claims.objectIfPresent("absent") } == nil)
        #expect(try read { claims in claims.valueIfPresent("absent") } == nil)
        let missing = HS256Error.claimMissing("absent")
        #expect(throws: missing) { try read { (claims) throws(HS256Error) in _ = try claims.string("absent") } }
        #expect(throws: missing) { try read { (claims) throws(HS256Error) in _ = try claims.bool("absent") } }
        #expect(throws: missing) { try read { (claims) throws(HS256Error) in _ = try claims.number("absent") } }
        #expect(throws: missing) { try read { (claims) throws(HS256Error) in _ = try claims.numericDate("absent") } }
        #expect(throws: missing) { try read { (claims) throws(HS256Error) in _ = try claims.object("absent") } }
    }

    /// Each accessor against a value of each kind. `null` is a value of the wrong kind, and never absent.
    @Test(arguments: ["s", "t", "n", "a", "o", "z"])
    func wrongTypes(_ name: String) throws {
        let kinds: [String: JSONValue.Kind] = [
            "s": .string, "t": .bool, "n": .number, "a": .array, "o": .object, "z": .null,
        ]
        let found = try #require(kinds[name])
        let json = try "{\"x\":" + #require(values[name]) + "}"
        func check(_ expected: JSONValue.Kind, _ body: (borrowing ClaimReader) throws(HS256Error) -> Bool) {
            do throws(HS256Error) {
                #expect(try Reading.of(json, body) && found == expected, "\(expected) from \(json)")
            } catch {
                #expect(
                    error == HS256Error(.claimWrongType("x", expected: expected, found: found)) && found != expected)
            }
        }
        check(.string) { (claims) throws(HS256Error) in try claims.stringIfPresent("x") != nil }
        check(.string) { (claims) throws(HS256Error) in try claims.string("x") == "text" }
        check(.bool) { (claims) throws(HS256Error) in try claims.boolIfPresent("x") != nil }
        check(.bool) { (claims) throws(HS256Error) in try claims.bool("x") }
        check(.number) { (claims) throws(HS256Error) in try claims.numberIfPresent("x") != nil }
        check(.number) { (claims) throws(HS256Error) in try claims.number("x") == JSONNumber(5) }
        check(.number) { (claims) throws(HS256Error) in try claims.numericDateIfPresent("x") != nil }
        check(.number) { (claims) throws(HS256Error) in try claims.numericDate("x") == 5 }
        check(.object) { (claims) throws(HS256Error) in try claims.objectIfPresent("x") != nil }
        check(.object) { (claims) throws(HS256Error) in try claims.object("x").isEmpty }
    }

    private let values = ["s": "\"text\"", "t": "true", "n": "5", "a": "[]", "o": "{}", "z": "null"]

    @Test(arguments: ["1", "true", "null", "{}", "[1]", "[\"x\",null]", "[[\"x\"]]"])
    func audienceOfWrongType(_ value: String) throws {
        #expect(throws: HS256Error.self) {
            try Reading.of("{\"x\":\(value)}") { (claims) throws(HS256Error) in _ = try claims.audienceIfPresent("x") }
        }
    }

    @Test func comparisonWithoutCopies() throws {
        #expect(try isString("s", "text"))
        for other in ["tex", "textt", "Text", "", "te\u{301}xt"] { #expect(try !isString("s", other)) }
        #expect(try isString("empty", ""))
        #expect(try !isString("empty", "x"))
        #expect(try isString("escaped", "a\"\n\u{1F511}"))
        #expect(try !isString("escaped", "\\u0061\\\"\\n\\ud83d\\udd11"))
        // Other kinds are no strings, whatever their text.
        #expect(try !isString("t", "true"))
        #expect(try !isString("n", "-12.50"))
        #expect(try !isString("absent", ""))
    }

    @Test func allMembers() throws {
        let members = try read { claims in claims.allMembers }.members
        #expect(
            members.map { Array($0.name.utf8) }
                == [
                    "s", "empty", "escaped", "t", "f", "n", "d", "a", "no", "mixed", "o", "z", "", "caf\u{E9}",
                    "cafe\u{301}",
                ].map { Array($0.utf8) })
    }

    /// What is no object never becomes a reader.
    @Test(arguments: ["", "[]", "\"x\"", "null", "1", "{", "{\"a\":1,}", "{\"a\":1,\"a\":1}", "{}x"])
    func noObject(_ json: String) {
        #expect(throws: HS256Error.self) { try Reading.of(json) { claims in _ = claims.allMembers } }
    }

    @Test("Claims are found in any order, and again")
    func anyOrder() throws {
        let names: [ClaimName] = ["a", "b", "c", "d"]
        for first in names {
            for second in names {
                for third in names {
                    let found = try Reading.of(#"{"a":"1","b":"2","c":"3","d":"4"}"#) {
                        (claims: borrowing ClaimReader) in
                        try! [claims.string(first), claims.string(second), claims.string(third)]
                    }
                    let values = ["a": "1", "b": "2", "c": "3", "d": "4"]
                    #expect(found == [first, second, third].map { values[$0.description] })
                }
            }
        }
    }
}
