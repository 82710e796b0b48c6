import HS256
import PlainVerifier

/// The JSON reader against the plain one, and against the writer.
enum JSONTarget: FuzzTarget {
    static let name = "json"

    static func run(_ input: [UInt8]) {
        guard let value = try? JSONValue(parsing: input) else {
            return require(PlainJSON(input) == nil, "what is refused is refused by the plain reader")
        }
        require(PlainJSON(value) == PlainJSON(input), "both readers read the same")
        let text = value.description
        require((try? JSONValue(parsing: text)) == value, "what is written reads back as itself")
        require(text.utf8.allSatisfy { $0 >= 0x20 }, "nothing is written that JSON wants escaped")
    }
}
