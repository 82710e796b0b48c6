package import HS256

/// Limits of the texts that claims are built of.
package enum ClaimText {
    /// Refuses a text that is empty or has more than so many Unicode scalars; nil passes.
    ///
    /// - Throws: `JWTError.claimInvalid` for `claim`.
    package static func check(_ claim: String, _ text: String?, maximumLength: Int = .max) throws(JWTError) {
        guard let text else { return }
        guard !text.isEmpty else { throw .claimInvalid(claim, reason: "is empty") }
        // A scalar has at least one byte, so most texts need not be counted.
        if text.utf8.count > maximumLength, text.unicodeScalars.count > maximumLength {
            throw .claimInvalid(claim, reason: "has more than \(maximumLength) characters")
        }
    }
}
