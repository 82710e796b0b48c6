import HelpdeskJWT

/// JSON for people: one member per line, indented by two spaces. Numbers keep the digits that they were written with.
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
