/// A JSON value of any kind.
///
/// Values compare as JOSE wants it, strings code point by code point and never by canonical equivalence, objects with
/// their members in order.
///
/// Source: RFC 8259 3.
public enum JSONValue: Sendable {
    /// `null`.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A number, with the digits that it was written with.
    case number(JSONNumber)
    /// A string.
    case string(String)
    /// An array.
    case array([JSONValue])
    /// An object, its members in order.
    case object(JSONObject)

    /// What a value is, without what it says.
    public enum Kind: Sendable, BitwiseCopyable {
        /// The six kinds of JSON value (RFC 8259 3), `true` and `false` as one.
        case null, bool, number, string, array, object
    }

    /// The kind of the value.
    public var kind: Kind {
        switch self {
        case .null: return .null
        case .bool: return .bool
        case .number: return .number
        case .string: return .string
        case .array: return .array
        case .object: return .object
        }
    }
}

extension JSONValue.Kind: CustomStringConvertible {
    /// The kind with its article, for sentences: "a string".
    public var description: String {
        switch self {
        case .null: return "null"
        case .bool: return "true or false"
        case .number: return "a number"
        case .string: return "a string"
        case .array: return "an array"
        case .object: return "an object"
        }
    }
}

extension JSONValue: Hashable {
    /// Whether two values are the same, strings compared code point by code point.
    public static func == (a: JSONValue, b: JSONValue) -> Bool {
        switch (a, b) {
        case (.null, .null): return true
        case (.bool(let a), .bool(let b)): return a == b
        case (.number(let a), .number(let b)): return a == b
        case (.string(let a), .string(let b)): return a.hasSameBytes(as: b)
        case (.array(let a), .array(let b)): return a == b
        case (.object(let a), .object(let b)): return a == b
        default: return false
        }
    }

    /// Hashes what ``==(_:_:)`` compares.
    public func hash(into hasher: inout Hasher) {
        switch self {
        case .null: hasher.combine(0)
        case .bool(let value): hasher.combine(value)
        case .number(let number): hasher.combine(number)
        // Strings of the same code points have the same hash.
        case .string(let string): hasher.combine(string)
        case .array(let elements): hasher.combine(elements)
        case .object(let object): hasher.combine(object)
        }
    }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByStringInterpolation, ExpressibleByBooleanLiteral,
    ExpressibleByIntegerLiteral, ExpressibleByNilLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    /// A string.
    public init(stringLiteral value: String) { self = .string(value) }
    /// `true` or `false`.
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    /// A number without a fraction.
    public init(integerLiteral value: Int64) { self = .number(JSONNumber(value)) }
    /// `null`.
    public init(nilLiteral: ()) { self = .null }
    /// An array.
    public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
    /// An object. The names of a literal must differ.
    public init(dictionaryLiteral elements: (String, JSONValue)...) { self = .object(JSONObject(literal: elements)) }
}

extension JSONValue: CustomStringConvertible {
    /// The value as JSON text without white space; the same text for the same value.
    public var description: String {
        JSONWriter.text { writer in writer.write(self) }
    }
}

extension JSONValue {
    /// Reads a JSON text, strictly.
    ///
    /// - Parameter text: the whole text in UTF-8, under 2 GiB, with arrays and objects at most 32 deep.
    /// - Throws: ``JSONError`` for everything that RFC 8259 does not allow, and for duplicate names, a byte-order mark,
    ///   lone surrogates and too much depth.
    public init(parsing text: some Sequence<UInt8>) throws(JSONError) {
        try self.init(parsing: text, maximumDepth: TokenLimits().maximumDepth)
    }

    init(parsing text: some Sequence<UInt8>, maximumDepth: Int) throws(JSONError) {
        self = unsafe try Array(text).withUnsafeBufferPointer { (text) throws(JSONError) -> JSONValue in
            try Scratch.lend { (scratch) throws(JSONError) -> JSONValue in
                unsafe try JSONScanner.scan(text, maximumDepth: maximumDepth, in: &scratch).value(at: 0)
            }
        }
    }

    /// Reads a JSON text, strictly; see ``init(parsing:)-(Sequence<UInt8>)``.
    public init(parsing text: String) throws(JSONError) {
        try self.init(parsing: text.utf8)
    }
}

/// A JSON number with the digits that it was written with, so that nothing is rounded on the way through.
///
/// Numbers compare by their text: `1` and `1.0` are not equal here, as they are not the same JSON.
///
/// Source: RFC 8259 6.
public struct JSONNumber: Sendable {
    /// The number as JSON text.
    public let text: String

    /// A text that the scanner has found to be a number.
    init(scanned text: String) {
        self.text = text
    }

    /// A whole number.
    public init(_ value: some BinaryInteger) {
        text = String(value)
    }

    #if !hasFeature(Embedded)
        /// A number with a fraction, or nil for infinity and "not a number", which JSON cannot say.
        ///
        /// - Parameter value: written with the fewest digits that give the same value back.
        public init?(_ value: Double) {
            guard value.isFinite else { return nil }
            text = "\(value)"
        }

        /// The nearest number that `Double` can hold, which may be infinite.
        public var double: Double { Double(text) ?? .nan }
    #endif

    /// The number as an integer, or nil if it has a fraction or an exponent, or does not fit.
    public var int64: Int64? { Int64(text) }
}

// The text is ASCII, so what the compiler makes of `==` compares it byte by byte.
extension JSONNumber: Hashable {}
