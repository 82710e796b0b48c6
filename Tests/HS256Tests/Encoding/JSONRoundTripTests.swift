import Foundation
import HS256
import TestSupport
import Testing

@Suite("Random JSON there and back")
struct JSONRoundTripTests {
    @Test("A random value reads back as itself, and as the same from Foundation", arguments: 1...40)
    func roundTrip(seed: UInt64) throws {
        var random = RandomJSON(seed: seed)
        for _ in 0..<25 {
            let value = random.value(depth: 0)
            let text = value.description
            #expect(try JSONValue(parsing: text) == value, "\(text)")
            let foundation = try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
            #expect(value.isSame(as: foundation), "\(text)")
        }
    }

    @Test("The same value with white space and escapes wherever they may stand", arguments: 1...40)
    func disguised(seed: UInt64) throws {
        var random = RandomJSON(seed: seed)
        for _ in 0..<25 {
            let value = random.value(depth: 0)
            let text = random.disguised(value)
            #expect(try JSONValue(parsing: text) == value, "\(text)")
        }
    }

    @Test("A text that is cut off anywhere is refused", arguments: 1...10)
    func cutOff(seed: UInt64) throws {
        var random = RandomJSON(seed: seed)
        // In brackets, since a number cut off is often a number.
        let text = Array("[\(random.value(depth: 0))]".utf8)
        for count in text.indices {
            #expect(throws: JSONError.self) { try JSONValue(parsing: text[..<count]) }
        }
    }

    @Test("A text with one byte changed is read as Foundation reads it, or refused", arguments: 1...40)
    func changed(seed: UInt64) throws {
        var random = RandomJSON(seed: seed)
        for _ in 0..<100 {
            var text = Array(random.value(depth: 0).description.utf8)
            let index = Int.random(in: text.indices, using: &random.generator)
            let byte = UInt8.random(in: 0 ... .max, using: &random.generator)
            // An exponent can make a number that Foundation refuses because no Double holds it.
            guard byte != UInt8(ascii: "e") && byte != UInt8(ascii: "E") else { continue }
            text[index] = byte
            guard let value = try? JSONValue(parsing: text) else { continue }
            let foundation = try JSONSerialization.jsonObject(with: Data(text), options: .fragmentsAllowed)
            #expect(value.isSame(as: foundation), "\(String(decoding: text, as: UTF8.self))")
        }
    }
}

/// Random JSON values, and random ways to write one.
private struct RandomJSON {
    var generator: SeededGenerator

    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
    }

    mutating func value(depth: Int) -> JSONValue {
        switch Int.random(in: 0..<(depth < 5 ? 8 : 5), using: &generator) {
        case 0: return nil
        case 1: return .bool(Bool.random(using: &generator))
        case 2:
            return .number(
                JSONNumber(Int64(truncatingIfNeeded: generator.next() >> UInt64.random(in: 0..<64, using: &generator))))
        case 3: return JSONNumber(Double.random(in: -1e9...1e9, using: &generator)).map { .number($0) } ?? nil
        case 4: return .string(string())
        case 5: return .array((0..<count()).map { _ in value(depth: depth + 1) })
        default:
            // A number at the end makes the names differ for Foundation too, which folds canonical equivalents.
            var object = JSONObject()
            for index in 0..<count() { object["\(string())\(index)"] = .some(value(depth: depth + 1)) }
            return .object(object)
        }
    }

    /// Mostly few, now and then more than 16, from where on names are sorted to find duplicates.
    private mutating func count() -> Int {
        Int.random(in: 0..<10, using: &generator) == 0
            ? Int.random(in: 14..<24, using: &generator) : Int.random(in: 0..<5, using: &generator)
    }

    private mutating func string() -> String {
        let ranges: [ClosedRange<UInt32>] = [
            0x20...0x7E, 0x61...0x7A, 0x00...0x1F, 0x22...0x22, 0x5C...0x5C, 0x7F...0x7FF, 0x800...0xFFFF,
            0x300...0x36F,
            0x2028...0x2029, 0x1_0000...0x10_FFFF,
        ]
        var string = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0..<12, using: &generator) {
            let range = ranges[Int.random(in: ranges.indices, using: &generator)]
            if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &generator)) { string.append(scalar) }
        }
        return String(string)
    }

    /// A value with white space where there may be some, and characters escaped that need not be.
    mutating func disguised(_ value: JSONValue) -> String {
        switch value {
        case .string(let string): return space() + disguised(string) + space()
        case .array(let elements):
            let inner = elements.map { disguised($0) }
            return space() + "[" + (inner.isEmpty ? space() : inner.joined(separator: ",")) + "]" + space()
        case .object(let object):
            let inner = object.members.map { space() + disguised($0.name) + space() + ":" + disguised($0.value) }
            return space() + "{" + (inner.isEmpty ? space() : inner.joined(separator: ",")) + "}" + space()
        default: return space() + value.description + space()
        }
    }

    private mutating func disguised(_ string: String) -> String {
        var text = "\""
        for scalar in string.unicodeScalars {
            if scalar.value < 0x20 || scalar == "\"" || scalar == "\\" || Bool.random(using: &generator) {
                for unit in String(scalar).utf16 {
                    let digits = String(unit, radix: 16, uppercase: Bool.random(using: &generator))
                    text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                }
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
        return text + "\""
    }

    private mutating func space() -> String {
        let characters: [Character] = [" ", "\t", "\n", "\r"]
        return String(
            (0..<Int.random(in: 0..<4, using: &generator)).compactMap { _ in characters.randomElement(using: &generator)
            })
    }
}
