/// Looks at the bytes of a header or payload that are not a JSON object.
struct ContentDiagnosis {
    private let bytes: [UInt8]
    /// "header" or "payload".
    private let part: String
    /// What most programs read.
    private let reading: LenientJSON.Reading

    init(_ bytes: [UInt8], of part: String) {
        self.bytes = bytes
        self.part = part
        reading = LenientJSON.read(bytes)
    }

    /// What the bytes are, with the object that was meant if it can be read; nil if they are nothing known.
    var explanation: (Explanation, object: JSONObject?)? {
        otherEncoding ?? depth ?? otherValue ?? alreadyEncoded ?? leniently ?? otherNotation ?? syntax
    }

    private func result(
        _ message: String, _ remedy: String, _ object: JSONObject? = nil, excuse: Finding.Excuse? = nil
    ) -> (Explanation, object: JSONObject?) {
        (Explanation("the \(part) \(message)", remedy, excuse: excuse), object)
    }

    private static func object(_ bytes: some Sequence<UInt8>) -> JSONObject? {
        guard case .object(let object)? = LenientJSON.value(of: Array(bytes)) else { return nil }
        return object
    }

    // MARK: Bytes

    private var otherEncoding: (Explanation, object: JSONObject?)? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            return result(
                "begins with a byte-order mark (U+FEFF), which is no part of JSON",
                "Encode it as UTF-8 without a byte-order mark", Self.object(bytes.dropFirst(3)), excuse: .strictness)
        }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) || hasZeroBytes {
            return result(
                "is UTF-16 text, not UTF-8 (every other byte is zero)",
                "Encode the JSON as UTF-8: in .NET, Encoding.UTF8 and not Encoding.Unicode",
                Self.object(bytes.filter { $0 != 0 && $0 < 0x80 }))
        }
        if bytes.last == 0, bytes.dropLast().allSatisfy({ $0 >= 0x20 }) {
            return result(
                "ends with a NUL byte", "Encode the text without the byte that ends it in C",
                Self.object(bytes.prefix { $0 != 0 }))
        }
        let compressions: [([UInt8], String)] = [
            ([0x1F, 0x8B], "gzip"), ([0x78, 0x9C], "zlib"), ([0x78, 0x01], "zlib"), ([0x78, 0xDA], "zlib"),
            ([0x28, 0xB5], "zstd"),
        ]
        if let compression = compressions.first(where: { bytes.starts(with: $0.0) }) {
            return result("is compressed (\(compression.1)), not plain JSON", "Encode the JSON as it is")
        }
        // Text has no control characters but white space.
        if bytes.contains(where: { $0 < 0x09 || (0x0E..<0x20).contains($0) }), bytes.first != 0x7B {
            return result(
                "is not text: it is compressed (zip, deflate) or encrypted, not plain JSON in UTF-8",
                "Encode the JSON as it is, without \"zip\" in the header")
        }
        return nil
    }

    private var hasZeroBytes: Bool {
        bytes.count >= 4 && (bytes[0] == 0 && bytes[2] == 0 || bytes[1] == 0 && bytes[3] == 0)
    }

    /// JSON that is nested too deep to be read here.
    private var depth: (Explanation, object: JSONObject?)? {
        guard case .unknown = reading else { return nil }
        return result(
            "is nested more than \(LenientJSON.maximumDepth) levels deep", "Flatten it", excuse: .strictness)
    }

    // MARK: JSON of another kind

    private var otherValue: (Explanation, object: JSONObject?)? {
        guard case .value(let value) = reading else { return nil }
        switch value {
        case .object: return nil
        case .array(let elements):
            var object: JSONObject?
            if elements.count == 1, case .object(let only) = elements[0] { object = only }
            return result(
                "is a JSON array (a list), not an object", "Encode one object: the claims of one visitor", object)
        case .string(let text):
            let object = Self.object(text.utf8)
            return object == nil
                ? result("is a JSON string, not an object", "Encode the object of the claims")
                : result(
                    "is a JSON string with the object in it: it was encoded as JSON twice",
                    "Encode it once: hand the object, not its JSON text, to the function that signs", object)
        default: return result("is \(value.kind), not an object", "Encode the object of the claims")
        }
    }

    private var alreadyEncoded: (Explanation, object: JSONObject?)? {
        let text = bytes.trimmed
        if FoundToken(in: bytes)?.before.isEmpty == true {
            return result(
                "is a token itself: a signed token was signed again", "Pass on the inner token, or sign the claims")
        }
        guard text.count > 8, text.allSatisfy({ $0.isAnyBase64 }) else { return nil }
        if let object = Base64URL.decodeLeniently(text).flatMap(Self.object) {
            return result("is base64-encoded twice", "Encode the JSON once", object)
        }
        if let object = Hexadecimal.decode(String(decoding: text, as: UTF8.self)).flatMap(Self.object) {
            return result("is hexadecimal text in base64url", "Encode the JSON itself", object)
        }
        return nil
    }

    /// JSON that only a strict reader refuses: the error says why, and there is something to go on with.
    private var leniently: (Explanation, object: JSONObject?)? {
        guard case .value(.object(let object)) = reading else { return nil }
        do throws(JSONError) {
            _ = try JSONValue(parsing: bytes)
            return nil
        } catch {
            switch error {
            case .duplicateName(let name):
                return result(
                    "has the name \(name.excerpt) twice in one object; most readers take the last value",
                    "Write each claim once", object, excuse: .strictness)
            case .invalidUTF8(let offset):
                return result(
                    "is not UTF-8: the byte at offset \(offset) may be of Latin-1 or Windows-1252",
                    "Encode the JSON as UTF-8", object, excuse: .strictness)
            case .tooDeep(let limit):
                return result(
                    "is nested more than \(limit) levels deep", "Flatten it, or raise TokenLimits.maximumDepth", object,
                    excuse: .strictness)
            default:
                return result(
                    "is not valid JSON (RFC 8259): \(error)", "Encode it as JSON in UTF-8", object,
                    excuse: .strictness)
            }
        }
    }

    // MARK: Other notations

    private let remedy = "Have a JSON encoder write it: JSON.stringify, json.dumps, json_encode"

    private var otherNotation: (Explanation, object: JSONObject?)? {
        let text = bytes.trimmed
        let json = "is not valid JSON: "
        if text.isEmpty { return result("is empty", "Sign the claims") }
        if text.contains(": None") || text.contains(":None") || text.contains(": True") || text.contains(":True")
            || text.contains(": False") || text.contains(":False") || text.begins(with: "{'") || text.contains("': ")
        {
            return result(json + "it is written as Python prints it (single quotes, None, True)", remedy)
        }
        if text.contains("undefined") || text.contains("NaN") || text.contains("Infinity") {
            return result(json + "it has undefined, NaN, or Infinity in it", remedy)
        }
        if hasTrailingComma(text) {
            return result(json + "a comma is before a closing brace or bracket", remedy)
        }
        if text.begins(with: "a:") || text.begins(with: "O:") {
            return result(json + "it is what PHP's serialize writes", remedy)
        }
        if text.begins(with: "<") { return result(json + "it is XML or HTML", remedy) }
        if text.first != 0x7B && text.contains(0x3D) {
            return result(json + "it is form data (name=value)", remedy)
        }
        if text.begins(with: "[object ") || text.begins(with: "Object") {
            return result(json + "an object was made into text", remedy)
        }
        let hasLineComment = text.indices.contains {
            text[$0...].begins(with: "//") && ($0 == text.startIndex || text[$0 - 1] != 0x3A)
        }
        if hasLineComment && text.contains(0x0A) || text.contains("/*") {
            return result(json + "it has comments", remedy)
        }
        if text.first == 0x7B, text.dropFirst().trimmed.first?.isASCIILetter == true {
            return result(json + "its names have no quotation marks", remedy)
        }
        if text.begins(with: "%7b", ignoringCase: true) {
            return result(
                "is percent-encoded JSON, not JSON", "Encode the JSON itself as base64url, without encodeURIComponent")
        }
        if text.first?.isASCIILetter == true, text.contains(": ") {
            return result(json + "it is YAML or plain text (name: value)", remedy)
        }
        if text.contains("=>") { return result(json + "it is an array or a hash as a program writes it", remedy) }
        return nil
    }

    /// What the grammar says, where the text looks like JSON.
    private var syntax: (Explanation, object: JSONObject?)? {
        guard bytes.trimmed.first == 0x7B else { return nil }
        do throws(JSONError) {
            _ = try JSONValue(parsing: bytes)
            return nil
        } catch {
            switch error {
            case .unexpectedEnd: return result("is not valid JSON: it is cut off before its end", remedy)
            case .controlCharacter, .invalidEscape:
                return result(
                    "is not valid JSON: a line break, a control character, or a backslash in a text is not escaped (\(error))",
                    remedy)
            case .unexpectedByte(let offset):
                return result(
                    "is not valid JSON: the byte at offset \(offset) cannot be there; quotation marks in a text may not be "
                        + "escaped, as happens if texts are joined", remedy)
            default: return result("is not valid JSON: \(error)", remedy)
            }
        }
    }

    private func hasTrailingComma(_ text: ArraySlice<UInt8>) -> Bool {
        var previous: UInt8 = 0
        for byte in text where byte > 0x20 {
            if previous == 0x2C && (byte == 0x7D || byte == 0x5D) { return true }
            previous = byte
        }
        return false
    }
}
