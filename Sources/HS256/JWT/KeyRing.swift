/// The keys that a verifier accepts, so that a secret can be replaced while tokens of the old one are still about.
///
/// ```swift
/// let keys = try KeyRing([.init(id: "2026-11", key: new), .init(id: "2026-05", key: old)])
/// let verifier = try JWTVerifier(keys: keys)
/// ```
///
/// A token with a `kid` is checked with the key of exactly that id, compared code point by code point; if no key has it,
/// with the keys that have no id. A token without a `kid` is checked with one key after the other, and only a wrong
/// signature leads on to the next. The header never brings a key of its own.
///
/// Source: RFC 7515 4.1.4, RFC 8725 3.10.
public struct KeyRing: Sendable {
    /// The most keys that a ring may have: each costs one more authentication code for a token that matches none.
    public static let maximumKeyCount = 16

    /// A key and what the header of its tokens calls it.
    public struct Entry: Sendable {
        /// The `kid` of tokens that are signed with the key, or nil where they have none.
        public var id: String?
        /// The key.
        public var key: HS256Key

        /// A key and its id.
        public init(id: String? = nil, key: HS256Key) {
            self.id = id
            self.key = key
        }
    }

    /// The keys, in the order in which they are tried.
    public let entries: [Entry]

    /// A ring of some keys.
    ///
    /// - Parameter entries: 1 to 16 keys, ids all different, the most used one first.
    /// - Throws: ``Finding/Code/keyRingEmpty``, ``Finding/Code/keyRingTooLarge``, ``Finding/Code/keyIDRepeated``.
    public init(_ entries: [Entry]) throws(HS256Error) {
        guard !entries.isEmpty else { throw HS256Error(.keyRingEmpty) }
        guard entries.count <= Self.maximumKeyCount else {
            throw HS256Error(.keyRingTooLarge(count: entries.count, limit: Self.maximumKeyCount))
        }
        for index in entries.indices {
            guard let id = entries[index].id else { continue }
            for earlier in entries[..<index] where earlier.id?.hasSameBytes(as: id) == true {
                throw HS256Error(.keyIDRepeated(id))
            }
        }
        self.entries = entries
    }

    /// A ring of one key.
    ///
    /// - Parameters:
    ///   - key: the key.
    ///   - id: the `kid` that tokens must have if they have one; nil to take no notice of it.
    public init(_ key: HS256Key, id: String? = nil) {
        entries = [Entry(id: id, key: key)]
    }
}
