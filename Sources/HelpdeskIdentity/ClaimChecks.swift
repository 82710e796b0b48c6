package import HS256

/// Limits of the texts that claims are built of.
package enum ClaimText {
    /// Refuses a text that is empty or has more than so many Unicode scalars; nil passes.
    ///
    /// - Throws: `Finding.Code.claimInvalid` for `claim`.
    package static func check(_ claim: String, _ text: String?, maximumLength: Int = .max) throws(HS256Error) {
        guard let text else { return }
        guard !text.isEmpty else { throw .claimInvalid(claim, reason: "is empty") }
        // A scalar has at least one byte, so most texts need not be counted.
        if text.utf8.count > maximumLength, text.unicodeScalars.count > maximumLength {
            throw .claimInvalid(claim, reason: "has more than \(maximumLength) characters")
        }
    }
}

/// Keeps claims of the caller's own from taking the place of claims that have a meaning.
package enum ReservedNames {
    /// Refuses an object with a member of one of these names.
    ///
    /// Names that differ only in the case of ASCII letters are refused too: nobody means both `scope` and `Scope`. A
    /// registered claim that is not reserved, such as `jti`, must have its type: no verifier would take the token.
    ///
    /// - Throws: `Finding.Code.claimReserved`, `Finding.Code.claimWrongType`, `Finding.Code.dateOutOfRange`.
    package static func check(
        _ claims: JSONObject, _ reserved: @autoclosure () -> [ClaimName]
    ) throws(HS256Error) {
        guard !claims.isEmpty else { return }
        let reserved = reserved()
        for member in claims.members {
            for name in reserved where name.description.utf8.isSameIgnoringCase(as: member.name.utf8) {
                throw .claimReserved(member.name)
            }
        }
        try RegisteredClaims.checkTypes(of: claims)
    }
}

/// The form of phone numbers.
package enum PhoneNumber {
    /// Whether a text is a number in the international form: `+` and 7 to 15 digits (ITU-T E.164 6).
    package static func isPlausible(_ text: String) -> Bool {
        let bytes = text.utf8
        return bytes.first == 0x2B && (8...16).contains(bytes.count)
            && bytes.dropFirst().allSatisfy { $0.isASCIIDigit }
    }
}
