/// Why a text is not JSON as this library reads it. Offsets are in bytes from the start of the text.
///
/// Source: RFC 8259; RFC 7515 4 and RFC 7519 4 for duplicate names.
public enum JSONError: Error, Sendable, Hashable {
    /// The text ends before the value does; an empty text too.
    case unexpectedEnd
    /// The byte at `offset` cannot stand there (RFC 8259 2).
    case unexpectedByte(offset: Int)
    /// Something follows the value (RFC 8259 2).
    case trailingText(offset: Int)
    /// A number outside the grammar, such as `01`, `.5`, `+1` or `NaN` (RFC 8259 6).
    case invalidNumber(offset: Int)
    /// A character below U+0020 stands in a string without being escaped (RFC 8259 7).
    case controlCharacter(offset: Int)
    /// A backslash begins no escape that JSON knows (RFC 8259 7).
    case invalidEscape(offset: Int)
    /// A `\u` escape is half of a surrogate pair (RFC 8259 8.2, RFC 7493 2.1).
    case loneSurrogate(offset: Int)
    /// The bytes are not UTF-8 (RFC 8259 8.1, RFC 3629 3).
    case invalidUTF8(offset: Int)
    /// The text begins with a byte-order mark (RFC 8259 8.1).
    case byteOrderMark
    /// An object has two members of the same name.
    case duplicateName(String)
    /// Arrays and objects are nested deeper than the limit.
    case tooDeep(limit: Int)
    /// The text is too long to be read: 2 GiB or more.
    case tooLong
    /// The text is JSON, but not an object.
    case notAnObject
}

extension JSONError: CustomStringConvertible {
    /// What is wrong and where, in one sentence without a full stop.
    public var description: String {
        switch self {
        case .unexpectedEnd: return "the text ends too early"
        case .unexpectedByte(let offset): return "the byte at offset \(offset) cannot stand there"
        case .trailingText(let offset): return "something follows the value at offset \(offset)"
        case .invalidNumber(let offset): return "the number at offset \(offset) is not a JSON number"
        case .controlCharacter(let offset): return "a control character at offset \(offset) is not escaped"
        case .invalidEscape(let offset): return "the escape at offset \(offset) is none that JSON knows"
        case .loneSurrogate(let offset): return "the escape at offset \(offset) is half of a surrogate pair"
        case .invalidUTF8(let offset): return "the bytes at offset \(offset) are not UTF-8"
        case .byteOrderMark: return "the text begins with a byte-order mark"
        case .duplicateName(let name): return "the name \(name.excerpt) stands twice in one object"
        case .tooDeep(let limit): return "values are nested more than \(limit) levels deep"
        case .tooLong: return "the text has 2 GiB or more"
        case .notAnObject: return "the value is not an object"
        }
    }
}
