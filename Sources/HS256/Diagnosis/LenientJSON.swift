/// JSON as most programs read it, for a diagnosis that goes on after a strict reader has stopped.
///
/// Of a name that is repeated, the last value counts; half of a surrogate pair and bytes that are not UTF-8 become U+FFFD.
/// Everything else is as strict as RFC 8259, as JavaScript's `JSON.parse` is.
package enum LenientJSON {
    /// How many arrays and objects may be nested.
    package static var maximumDepth: Int { 128 }

    /// What a text says.
    package enum Reading {
        case value(JSONValue)
        case notJSON
        /// It is nested too deep to be read here.
        case unknown
    }

    /// The value that a text says, or nil where it is not JSON.
    static func value(of text: [UInt8]) -> JSONValue? {
        if case .value(let value) = read(text) { return value }
        return nil
    }

    /// The value that a text says.
    package static func read(_ text: [UInt8]) -> Reading {
        let repaired = withoutLoneSurrogates(Array(String(decoding: text, as: UTF8.self).utf8))
        do throws(JSONError) {
            return .value(
                unsafe try repaired.withUnsafeBufferPointer { (bytes) throws(JSONError) -> JSONValue in
                    try Scratch.lend { (scratch) throws(JSONError) -> JSONValue in
                        let document = unsafe try JSONScanner.scan(
                            bytes, maximumDepth: maximumDepth, names: .mayRepeat, in: &scratch)
                        return value(of: document)
                    }
                })
        } catch {
            if case .tooDeep = error { return .unknown }
            return .notJSON
        }
    }

    /// The bytes that most decoders make of a base64 text; see ``Base64URL/decodeLeniently(_:)``. A last character alone is
    /// left out.
    package static func decodedBase64(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        Base64URL.decodeLeniently(text.count % 4 == 1 ? text.dropLast() : text)
    }

    /// The value of a document. Of an array with several elements, only that it is one is told: nobody goes on with it.
    private static func value(of document: JSONDocument) -> JSONValue {
        if document.root.kind == .array {
            var count = 0
            document.forEachChild(of: 0) { _ in count += 1 }
            if count > 1 { return .array([.null, .null]) }
        }
        return withLastOfEachName(document.value(at: 0))
    }

    private static func withLastOfEachName(_ value: JSONValue) -> JSONValue {
        switch value {
        case .array(let elements): return .array(elements.map(withLastOfEachName))
        case .object(let object):
            // Sorted, so that an object of thousands of members takes no quadratic work.
            let members = object.members
            let order = members.indices.sorted { a, b in
                let (left, right) = (members[a].name, members[b].name)
                return left.hasSameBytes(as: right) ? a < b : left.utf8.lexicographicallyPrecedes(right.utf8)
            }
            var isRepeated = Array(repeating: false, count: members.count)
            for (index, next) in zip(order, order.dropFirst())
            where members[index].name.hasSameBytes(as: members[next].name) {
                isRepeated[index] = true
            }
            var last: [JSONObject.Member] = []
            last.reserveCapacity(members.count)
            for index in members.indices where !isRepeated[index] {
                last.append(JSONObject.Member(members[index].name, withLastOfEachName(members[index].value)))
            }
            return .object(JSONObject(scanned: last))
        default: return value
        }
    }

    /// The text with `\ufffd` for each escape that is half of a pair.
    private static func withoutLoneSurrogates(_ text: [UInt8]) -> [UInt8] {
        var result = text
        var offset = 0
        while offset < result.count {
            guard result[offset] == 0x5C else {
                offset += 1
                continue
            }
            guard let unit = escapedUnit(in: result, at: offset) else {
                offset += 2
                continue
            }
            let next = escapedUnit(in: result, at: offset + 6)
            if unit & 0xFC00 == 0xD800, let next, next & 0xFC00 == 0xDC00 {
                offset += 12
                continue
            }
            if unit & 0xF800 == 0xD800 { result.replaceSubrange((offset + 2)..<(offset + 6), with: Array("fffd".utf8)) }
            offset += 6
        }
        return result
    }

    private static func escapedUnit(in text: [UInt8], at offset: Int) -> UInt32? {
        guard offset + 6 <= text.count, text[offset] == 0x5C, text[offset + 1] == 0x75 else { return nil }
        var unit: UInt32 = 0
        for index in (offset + 2)..<(offset + 6) {
            guard let digit = Hexadecimal.value(of: text[index]) else { return nil }
            unit = unit << 4 | UInt32(digit)
        }
        return unit
    }
}
