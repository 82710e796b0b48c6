import HelpdeskJWT

extension String {
    /// The text with everything escaped that could drive a terminal or change how the text around it is read. Line
    /// breaks are escaped too.
    var safe: String {
        if unicodeScalars.allSatisfy(\.isSafeToShow) { return self }
        return unicodeScalars.map { $0.isSafeToShow ? String($0) : "\\u{\(String($0.value, radix: 16))}" }.joined()
    }

    /// JSON text with the same characters written as `\u` escapes, which mean the same. They can only stand in strings,
    /// where the four digits of RFC 8259 7 are enough: all of them are below U+10000.
    var safeJSON: String {
        if unicodeScalars.allSatisfy(\.isSafeToShow) { return self }
        return unicodeScalars.map { scalar in
            if scalar.isSafeToShow { return String(scalar) }
            let digits = String(scalar.value, radix: 16)
            return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }.joined()
    }
}

/// JSON for people: a member a line, set in by two spaces, numbers with the digits that they were written with.
enum PrettyJSON {
    /// The lines of a value.
    static func text(_ value: JSONValue, indent: Int = 0) -> String {
        let margin = String(repeating: " ", count: indent)
        switch value {
        case .object(let object) where !object.isEmpty:
            let members = object.members.map { member in
                "\(margin)  \(JSONValue.string(member.name).description.safeJSON): \(text(member.value, indent: indent + 2))"
            }
            return "{\n\(members.joined(separator: ",\n"))\n\(margin)}"
        case .array(let elements) where !elements.isEmpty:
            let lines = elements.map { "\(margin)  \(text($0, indent: indent + 2))" }
            return "[\n\(lines.joined(separator: ",\n"))\n\(margin)]"
        default:
            return value.description.safeJSON
        }
    }
}
