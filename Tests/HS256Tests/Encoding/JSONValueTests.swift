import HS256
import Testing

@Suite("JSON values")
struct JSONValueTests {
    static let sample: JSONValue = [
        "name": "Jane \"Soap\"", "exp": 1_700_000_000, "list": [true, false, nil, [], [:]], "nested": ["a": ["b": -1]],
    ]

    @Test("A value is its JSON text without white space, members in order")
    func description() {
        #expect(
            Self.sample.description
                == #"{"name":"Jane \"Soap\"","exp":1700000000,"list":[true,false,null,[],{}],"nested":{"a":{"b":-1}}}"#)
    }

    @Test(
        "The text of a value reads back as the same value",
        arguments: [
            nil, true, false, 0, -1, "", "a", [], [:], sample, [sample, sample], "\"\\/\u{8}\u{C}\n\r\t",
            "\0\u{1F}\u{7F}",
            "😀 👩🏽‍💻 🇩🇪", "\u{2028}\u{2029}\u{FEFF}\u{FFFF}\u{10FFFF}", "\r\n", "e\u{301}", "</script>", ["\0": "\0"],
        ] as [JSONValue])
    func roundTrip(value: JSONValue) throws {
        #expect(try JSONValue(parsing: value.description) == value)
        #expect(try JSONValue(parsing: " [ \(value) ] ") == [value])
        #expect(try JSONValue(parsing: value.description).description == value.description)
    }

    @Test(
        "The kind of a value, as a sentence names it",
        arguments: [
            (nil, .null, "null"), (true, .bool, "true or false"), (1, .number, "a number"), ("", .string, "a string"),
            ([], .array, "an array"), ([:], .object, "an object"),
        ] as [(JSONValue, JSONValue.Kind, String)])
    func kind(value: JSONValue, kind: JSONValue.Kind, name: String) throws {
        #expect(value.kind == kind)
        #expect(value.kind.description == name)
        #expect(try JSONValue(parsing: value.description).kind == kind)
    }

    @Test("Literals with interpolation and dictionaries")
    func literals() throws {
        let number = 7
        #expect("a\(number)" as JSONValue == .string("a7"))
        #expect(["b": 1, "a": 2] as JSONValue == .object(try JSONObject([.init("b", 1), .init("a", 2)])))
        #expect(1 as JSONValue == .number(JSONNumber(1)))
    }

    /// One value of each sort that is not equal to any other, some of them only just.
    static let distinct: [JSONValue] = [
        nil, true, false, 0, 1, "", "1", "true", "null", [], [nil], [[]], [1, 2], [2, 1], [1], [:], ["a": 1], ["a": 2],
        ["b": 1], ["a": 1, "b": 2], ["b": 2, "a": 1], ["a": nil], "caf\u{E9}", "cafe\u{301}", ["caf\u{E9}": 1],
        ["cafe\u{301}": 1], ["caf\u{E9}"], ["cafe\u{301}"], "\r\n", "\n", "\u{212B}", "\u{C5}", "a", "a\0",
    ]

    @Test("Values are equal when they are the same, code point by code point", arguments: distinct.indices)
    func equality(index: Int) {
        for other in Self.distinct.indices {
            #expect((Self.distinct[index] == Self.distinct[other]) == (index == other), "\(Self.distinct[other])")
        }
    }

    @Test("Numbers with different digits are different")
    func numbers() throws {
        let texts = ["1", "1.0", "1e0", "1E0", "10e-1", "-0", "0"]
        for first in texts {
            for second in texts {
                #expect(try (JSONValue(parsing: first) == JSONValue(parsing: second)) == (first == second))
            }
        }
    }
}
