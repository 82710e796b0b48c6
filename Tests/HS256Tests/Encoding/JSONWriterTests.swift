@testable import HS256
import Testing

@Suite("The JSON writer")
struct JSONWriterTests {
    /// What `body` writes into a buffer of which `room` bytes are lent, guarded by others behind them.
    private func text(room: Int = 64, _ body: (inout JSONWriter) -> Void) -> String {
        var memory = [UInt8](repeating: 0xA5, count: room + 32)
        let text = memory.withUnsafeMutableBufferPointer { memory in
            var writer = JSONWriter(into: GrowableBuffer(lent: UnsafeMutableBufferPointer(rebasing: memory[..<room])))
            body(&writer)
            return String(decoding: writer.buffer.elements, as: UTF8.self)
        }
        #expect(memory[room...].allSatisfy { $0 == 0xA5 }, "written past the end of the lent memory")
        return text
    }

    /// 0, 9, 10, 99, 100 and so on up to the largest, and their negatives.
    static let integers: [Int64] = {
        var integers: [Int64] = [.min, .min + 1, .max - 1, .max]
        var power: Int64 = 1
        for _ in 0..<19 {
            integers += [power - 1, power, power + 1, 1 - power, -power, -power - 1]
            power &*= 10
        }
        return integers
    }()

    @Test("Integers of every number of digits", arguments: [1, 19, 20, 64])
    func integers(room: Int) {
        for value in Self.integers {
            #expect(text(room: room) { $0.write(value) } == String(value))
        }
        let both = text(room: room) { writer in
            writer.write(Int64.min)
            writer.write(byte: 0x2C)
            writer.write(Int64.max)
        }
        #expect(both == "-9223372036854775808,9223372036854775807")
    }

    @Test("Literals and truth values", arguments: [1, 64])
    func literals(room: Int) {
        #expect(text(room: room) { $0.write(true) } == "true")
        #expect(text(room: room) { $0.write(false) } == "false")
        #expect(text(room: room) { $0.write(literal: "") }.isEmpty)
        #expect(text(room: room) { $0.write(literal: "{\"alg\":\"HS256\"}") } == "{\"alg\":\"HS256\"}")
    }

    /// RFC 8259 7, with the short escapes where there are any.
    private func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\"": return "\\\""
        case "\\": return "\\\\"
        case "\u{8}": return "\\b"
        case "\t": return "\\t"
        case "\n": return "\\n"
        case "\u{C}": return "\\f"
        case "\r": return "\\r"
        case "\0"..<" ": return "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
        default: return String(scalar)
        }
    }

    @Test("Every character below U+0100, at each place of the eight bytes looked at together", arguments: [1, 64])
    func escapes(room: Int) throws {
        for value in UInt8.min ... .max {
            let scalar = Unicode.Scalar(value)
            for lead in 0...9 {
                for trail in [0, 1, 8] {
                    let (before, after) = (String(repeating: "x", count: lead), String(repeating: "é", count: trail))
                    let written = text(room: room) { $0.write("\(before)\(scalar)\(scalar)\(after)") }
                    let expected = "\"\(before)\(escaped(scalar))\(escaped(scalar))\(after)\""
                    #expect(written.utf8.elementsEqual(expected.utf8), "U+\(String(value, radix: 16)) after \(lead)")
                }
            }
        }
    }

    @Test("Only what must be escaped is escaped")
    func minimal() {
        for string in ["/", "</script>", "\u{7F}", "\u{2028}\u{2029}", "\u{FEFF}", "😀", "é", "e\u{301}", "'", "&<>"] {
            #expect(Array(text { $0.write(string) }.utf8) == Array("\"\(string)\"".utf8))
        }
        #expect(text { $0.write("") } == "\"\"")
    }

    @Test("Long strings and many escapes outgrow the lent memory", arguments: [1, 16, 1024])
    func growth(room: Int) {
        let long = String(repeating: "ab", count: 5000)
        #expect(text(room: room) { $0.write(long) } == "\"\(long)\"")
        #expect(
            text(room: room) { $0.write(String(repeating: "\0", count: 999)) }
                == "\"" + String(repeating: "\\u0000", count: 999) + "\"")
        let value = JSONValue.array((0..<2000).map { JSONValue.number(JSONNumber($0)) })
        #expect(text(room: room) { $0.write(value) } == "[" + (0..<2000).map(String.init).joined(separator: ",") + "]")
    }

    @Test("Containers, empty and not")
    func containers() {
        #expect(text { $0.write([] as JSONValue) } == "[]")
        #expect(text { $0.write([1] as JSONValue) } == "[1]")
        #expect(text { $0.write([1, [2, nil], "3"] as JSONValue) } == "[1,[2,null],\"3\"]")
        #expect(text { $0.write([:] as JSONObject) } == "{}")
        #expect(text { $0.write(["a\"": 1, "": ["b": [:]]] as JSONObject) } == #"{"a\"":1,"":{"b":{}}}"#)
    }

    @Test("What is nested too deep is left out, and counted")
    func depth() {
        for (maximum, text) in [(0, ""), (1, "[,1]"), (2, "[[],1]"), (3, "[[{}],1]"), (4, #"[[{"a":[2]}],1]"#)] {
            withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 64) { memory in
                var writer = JSONWriter(into: GrowableBuffer(lent: memory), maximumDepth: maximum)
                writer.write([[["a": [2]]], 1])
                #expect(String(decoding: writer.buffer.elements, as: UTF8.self).replacing(#""a":}"#, with: "}") == text)
                #expect(writer.deepest == min(maximum + 1, 4))
            }
        }
    }
}
