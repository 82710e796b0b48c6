/// For whom a token is: the `aud` claim, one string or an array of them.
///
/// Source: RFC 7519 4.1.3.
public struct Audience: Sendable {
    /// The recipients, in the order of the token.
    public let recipients: [String]

    /// Several recipients; written as an array, or as a string if there is just one.
    public init(_ recipients: [String]) {
        self.recipients = recipients
    }

    /// Whether `recipient` is one of them, compared code point by code point.
    public func contains(_ recipient: String) -> Bool {
        recipients.contains { $0.hasSameBytes(as: recipient) }
    }

}

extension Audience: Hashable {
    /// Whether two audiences name the same recipients in the same order.
    public static func == (a: Audience, b: Audience) -> Bool {
        a.recipients.count == b.recipients.count
            && zip(a.recipients, b.recipients).allSatisfy { $0.hasSameBytes(as: $1) }
    }

    /// Hashes what ``==(_:_:)`` compares.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(recipients)
    }
}

extension Audience: ExpressibleByStringLiteral, ExpressibleByArrayLiteral {
    /// One recipient.
    public init(stringLiteral value: String) { self.init([value]) }
    /// Several recipients.
    public init(arrayLiteral elements: String...) { self.init(elements) }
}

extension Audience {
    /// A string, or an array of strings, or nil for anything else.
    init?(json: JSONValue) {
        switch json {
        case .string(let recipient): self.init([recipient])
        case .array(let elements):
            let recipients = elements.compactMap { $0.string }
            guard recipients.count == elements.count else { return nil }
            self.init(recipients)
        default: return nil
        }
    }

    var json: JSONValue {
        recipients.count == 1 ? .string(recipients[0]) : .array(recipients.map { .string($0) })
    }
}
