package import HS256

/// An e-mail address together with what the site knows about it. One cannot be given without the other.
public enum EmailAddress: Sendable {
    /// The visitor has shown that the address is his, by a link that was sent there or by an identity provider that
    /// checked it. Who signs this for an address that nobody checked lets anybody be anybody.
    case verified(String)
    /// The address was typed in, and nobody checked it.
    case unverified(String)

    /// The address.
    public var address: String {
        switch self {
        case .verified(let address), .unverified(let address): return address
        }
    }

    /// Whether the visitor has shown that the address is his.
    public var isVerified: Bool {
        switch self {
        case .verified: return true
        case .unverified: return false
        }
    }

    /// Refuses what cannot be an address: there must be something on both sides of an `@`, and no white space, control
    /// character or second `@` outside quotes. Whether mail arrives there is not looked at.
    ///
    /// - Throws: `JWTError.claimInvalid` for `claim`.
    package func checkForm(claim: String) throws(JWTError) {
        guard Self.isPlausible(address) else {
            throw .claimInvalid(claim, reason: "is not an e-mail address")
        }
    }

    /// Whether a text has the form of an address (RFC 5321 4.1.2, without its rarest corners).
    package static func isPlausible(_ text: String) -> Bool {
        let form =
            unsafe text.utf8.withContiguousStorageIfAvailable { unsafe AddressForm($0) }
            ?? Array(text.utf8).withUnsafeBufferPointer { unsafe AddressForm($0) }
        return form.isPlausible && (form.isASCII || text.unicodeScalars.allSatisfy { $0.isSafeToShow })
    }
}

extension EmailAddress {
    /// Warns of a claim that is a string but not an address.
    package static func remarkOnForm(
        _ claim: StaticString, of claims: borrowing ClaimReader, _ rules: RuleBook, _ report: inout RuleReport
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

extension EmailAddress: Equatable {
    /// Whether address and verification are the same, the address code point by code point.
    public static func == (a: EmailAddress, b: EmailAddress) -> Bool {
        a.isVerified == b.isVerified && a.address.hasSameBytes(as: b.address)
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
