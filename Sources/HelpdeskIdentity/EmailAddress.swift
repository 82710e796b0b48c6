public import HS256

/// An e-mail address, as far as its form goes. Whether mail arrives there, and whether it is the visitor's own, the site
/// has to know.
///
/// ```swift
/// let visitor = try FerndeskUser(id: account.id, email: EmailAddress(account.email))
/// ```
///
/// Sign an address only if the visitor has shown that it is theirs. Anyone who signs an address that nobody checked lets
/// anybody be anybody.
public struct EmailAddress: Sendable {
    /// The address.
    public let text: String

    /// An address.
    ///
    /// - Parameter text: Something on both sides of an `@`, without white space, control characters, or a second `@` outside
    ///   quotes.
    /// - Throws: `Finding.Code.claimInvalid` for the claim `email`.
    public init(_ text: String) throws(HS256Error) {
        guard Self.isPlausible(text) else { throw .claimInvalid("email", reason: "is not an e-mail address") }
        self.text = text
    }

    /// An address as it was found in a token, whatever its form: the diagnosis warns of a bad one, and no vendor is known to
    /// refuse it.
    package init(inToken text: String) {
        self.text = text
    }

    /// Whether a text has the form of an address (RFC 5321 4.1.2, without its rarest corners).
    package static func isPlausible(_ text: String) -> Bool {
        let form =
            unsafe text.utf8.withContiguousStorageIfAvailable { unsafe AddressForm($0) }
            ?? Array(text.utf8).withUnsafeBufferPointer { unsafe AddressForm($0) }
        return form.isPlausible && (form.isASCII || text.unicodeScalars.allSatisfy { $0.isSafeToShow })
    }
}

extension EmailAddress: Hashable {
    /// Whether two addresses are the same, code point by code point.
    public static func == (a: EmailAddress, b: EmailAddress) -> Bool { a.text.hasSameBytes(as: b.text) }

    /// Hashes what ``==(_:_:)`` compares.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(text)
    }
}

extension EmailAddress: ExpressibleByStringLiteral, CustomStringConvertible {
    /// An address written in the source. Traps where it does not have the form of one.
    public init(stringLiteral text: String) {
        precondition(Self.isPlausible(text), "this literal is not an e-mail address")
        self.text = text
    }

    /// The address.
    public var description: String { text }
}

extension EmailAddress {
    /// Warns of a claim that is a string but not an address.
    package static func remarkOnForm(
        _ claim: ClaimName, of claims: borrowing ClaimReader, _ rules: RuleBook, _ report: inout RuleReport
    ) {
        guard report.gathersAll, let address = try? claims.stringIfPresent(claim), !address.isEmpty,
            !isPlausible(address)
        else { return }
        report.remark(
            rules.finding(
                .warning, "\(claim).form", claim.description, "\"\(claim)\" is not an e-mail address",
                "Write the address alone, without a name or brackets"))
    }
}

/// What the bytes of a text say of it as an address.
private struct AddressForm {
    /// Whether it has the form of an address, as far as ASCII goes.
    let isPlausible: Bool
    let isASCII: Bool

    @inline(__always)
    init(_ text: UnsafeBufferPointer<UInt8>) {
        // Every byte is looked at without a branch: there is no telling an address's letters beforehand.
        var bits: UInt8 = 0
        var refusedCount = 0
        var atCount = 0
        for index in text.indices {
            let byte = unsafe text[index]
            bits |= byte
            refusedCount &+= byte <= 0x20 || byte == 0x7F ? 1 : 0
            atCount &+= byte == 0x40 ? 1 : 0
        }
        isASCII = bits < 0x80
        let lastAt = unsafe text.lastIndex(of: 0x40) ?? 0
        let isQuoted = unsafe lastAt > 0 && text[0] == 0x22 && text[lastAt - 1] == 0x22
        isPlausible =
            refusedCount == 0 && lastAt > 0 && lastAt < text.count - 1 && (atCount == 1 || isQuoted)
    }
}
