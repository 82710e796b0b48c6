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
        let bytes = Array(text.utf8)
        guard let at = bytes.lastIndex(of: 0x40), at > 0, at < bytes.count - 1 else { return false }
        let isQuoted = bytes[0] == 0x22 && bytes[at - 1] == 0x22
        return text.unicodeScalars.allSatisfy { $0.isSafeToShow } && !bytes.contains(0x20)
            && (isQuoted || !bytes[..<at].contains(0x40))
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
