/// The name of a claim or a header parameter, as the source of a program spells it.
///
/// A string literal is a name: `claims.string("user_id")`. The claims that RFC 7519 registers have names here:
/// `claims.string(.subject)`.
public struct ClaimName: Sendable, ExpressibleByStringLiteral {
    @usableFromInline
    let text: StaticString
    /// The row that this name has in the ``ClaimTable`` of each verification, or zero if it may have none: then the
    /// members are searched for it.
    @usableFromInline
    let row: Int

    /// A name.
    @inlinable
    @inline(__always)
    public init(stringLiteral text: StaticString) {
        self.text = text
        row = 0
    }

    @inlinable
    @inline(__always)
    init(_ text: StaticString, row: Int) {
        self.text = text
        self.row = row
    }

    @inlinable
    @inline(__always)
    init(_ text: StaticString, registeredIndex index: Int) {
        self.init(text, row: ClaimPlaces.firstRegisteredRow + index)
    }

    /// A name that a table has beyond the registered ones.
    ///
    /// - Parameters:
    ///   - text: The name.
    ///   - index: Its place among the table's own names.
    @inlinable
    @inline(__always)
    package init(_ text: StaticString, ownIndex index: Int) {
        self.init(text, row: ClaimPlaces.firstOwnRow + index)
    }
}

// In the order of their rows.
extension ClaimName {
    /// `iss`: who issued the token (RFC 7519 4.1.1).
    @inlinable public static var issuer: ClaimName { ClaimName("iss", registeredIndex: 0) }
    /// `sub`: whom the token is about (RFC 7519 4.1.2).
    @inlinable public static var subject: ClaimName { ClaimName("sub", registeredIndex: 1) }
    /// `aud`: for whom the token is (RFC 7519 4.1.3).
    @inlinable public static var audience: ClaimName { ClaimName("aud", registeredIndex: 2) }
    /// `exp`: from when on the token is refused (RFC 7519 4.1.4).
    @inlinable public static var expiration: ClaimName { ClaimName("exp", registeredIndex: 3) }
    /// `nbf`: until when the token is refused (RFC 7519 4.1.5).
    @inlinable public static var notBefore: ClaimName { ClaimName("nbf", registeredIndex: 4) }
    /// `iat`: when the token was issued (RFC 7519 4.1.6).
    @inlinable public static var issuedAt: ClaimName { ClaimName("iat", registeredIndex: 5) }
    /// `jti`: what tells the token from all others (RFC 7519 4.1.7).
    @inlinable public static var tokenID: ClaimName { ClaimName("jti", registeredIndex: 6) }

    static var registered: [ClaimName] {
        [.issuer, .subject, .audience, .expiration, .notBefore, .issuedAt, .tokenID]
    }

    /// The same name for use with any table.
    package var withoutRow: ClaimName { ClaimName(stringLiteral: text) }
}

extension ClaimName: CustomStringConvertible {
    /// The name.
    public var description: String { text.description }
}

extension ClaimName: Equatable {
    /// Whether two names are the same, byte by byte.
    public static func == (a: ClaimName, b: ClaimName) -> Bool { a.description.hasSameBytes(as: b.description) }
}
