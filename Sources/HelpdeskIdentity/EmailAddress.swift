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
        let hasForm =
            unsafe text.utf8.withContiguousStorageIfAvailable { unsafe isPlausibleASCII($0) }
            ?? Array(text.utf8).withUnsafeBufferPointer { unsafe isPlausibleASCII($0) }
        return hasForm && (text.utf8.allSatisfy { $0 < 0x80 } || text.unicodeScalars.allSatisfy { $0.isSafeToShow })
    }

    /// The same as far as ASCII goes.
    private static func isPlausibleASCII(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var atCount = 0
        var lastAt = 0
        for index in text.indices {
            let byte = unsafe text[index]
            if byte <= 0x20 || byte == 0x7F { return false }
            if byte == 0x40 {
                atCount += 1
                lastAt = index
            }
        }
        guard lastAt > 0, lastAt < text.count - 1 else { return false }
        return unsafe atCount == 1 || text[0] == 0x22 && text[lastAt - 1] == 0x22
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
