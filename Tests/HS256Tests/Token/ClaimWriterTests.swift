import Foundation
@testable import HS256
import Testing

struct ClaimWriterTests {
    @Test func nothing() throws {
        #expect(try Reading.written { _ in } == "{}")
    }

    @Test func everyKind() throws {
        let text = try Reading.written { claims in
            claims.write("s", "text")
            claims.write("t", true)
            claims.write("f", false)
            claims.write("n", 0 as Int64)
            claims.write("min", Int64.min)
            claims.write("max", Int64.max)
            claims.write("d", NumericDate(unixSeconds: 1_700_000_000, nanoseconds: 999_999_999))
            claims.write("one", "x" as Audience)
            claims.write("two", ["x", "y"] as Audience)
            claims.write("none", [] as Audience)
            claims.write("v", [nil, true, ["a": "b"]] as JSONValue)
            claims.write("o", ["b": 1, "a": [2]] as JSONObject)
            claims.write("e", [:] as JSONObject)
            claims.write("z", JSONValue.null)
        }
        #expect(
            text == #"{"s":"text","t":true,"f":false,"n":0,"min":-9223372036854775808,"max":9223372036854775807,"#
                + #""d":1700000000,"one":"x","two":["x","y"],"none":[],"v":[null,true,{"a":"b"}],"#
                + #""o":{"b":1,"a":[2]},"e":{},"z":null}"#)
    }

    /// What is nil is left out, comma and all, wherever it stands.
    @Test func nilIsLeftOut() throws {
        let text = try Reading.written { claims in
            claims.write("a", nil as String?)
            claims.write("b", 1 as Int64)
            claims.write("c", nil as Bool?)
            claims.write("d", nil as Int64?)
            claims.write("e", nil as NumericDate?)
            claims.write("f", nil as Audience?)
            claims.write("g", nil as JSONValue?)
            claims.write("h", nil as JSONObject?)
            claims.write("i", "x")
        }
        #expect(text == #"{"b":1,"i":"x"}"#)
    }

    @Test func membersOfAnObject() throws {
        let object: JSONObject = ["z": 1, "a\"b": "\n"]
        #expect(try Reading.written { claims in claims.write(membersOf: object) } == #"{"z":1,"a\"b":"\n"}"#)
        #expect(try Reading.written { claims in claims.write(membersOf: [:]) } == "{}")
        let text = try Reading.written { claims in
            claims.write(membersOf: [:])
            claims.write("first", true)
            claims.write(membersOf: object)
            claims.write("last", true)
        }
        #expect(text == #"{"first":true,"z":1,"a\"b":"\n","last":true}"#)
    }

    @Test func namesAreEscaped() throws {
        let text = try Reading.written { claims in
            claims.write("quote\"backslash\\tab\tnull\0", "x")
            claims.write("", "x")
        }
        #expect(text == #"{"quote\"backslash\\tab\tnull\u0000":"x","":"x"}"#)
    }

    /// Another reader than our own gets the same back, and the text grows over what was lent to it (1 KiB).
    @Test(arguments: [0, 1, 980, 1_000, 1_010, 1_024, 1_100, 2_048, 5_000])
    func another(_ count: Int) throws {
        let value = String((0..<count).map { Character(Unicode.Scalar(UInt8($0 % 128))) })
        let text = try Reading.written { claims in
            claims.write("v", value)
            claims.write("n", 17 as Int64)
        }
        let parsed = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: any Sendable]
        #expect((parsed?["v"] as? String)?.utf8.elementsEqual(value.utf8) == true)
        #expect(parsed?["n"] as? Int == 17)
    }

    /// A claim set that refuses to be written stops the signing.
    @Test func refusal() {
        #expect(throws: HS256Error.claimInvalid("x", reason: "is empty")) {
            try Reading.written { (claims) throws(HS256Error) in
                claims.write("a", true)
                throw .claimInvalid("x", reason: "is empty")
            }
        }
    }
}
