import HS256
import PlainVerifier

extension PlainJSON {
    /// What the library has read, in the terms of the second reader.
    init(_ value: JSONValue) {
        switch value {
        case .null: self = .null
        case .bool(let bool): self = .bool(bool)
        case .number(let number): self = .number(number.text)
        case .string(let string): self = .string(Array(string.utf8))
        case .array(let elements): self = .array(elements.map { PlainJSON($0) })
        case .object(let object): self.init(object)
        }
    }

    init(_ object: JSONObject) {
        self = .object(object.members.map { Member(Array($0.name.utf8), PlainJSON($0.value)) })
    }
}
