import HS256Primitives

/// Looks at the text of a secret for the mistakes that make signatures not match.
///
/// Only a diagnosis does this, with a text that it is given: nothing is ever trimmed or decoded by guessing when tokens
/// are signed or verified.
struct SecretDiagnosis {
    private let bytes: [UInt8]

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    /// What is odd about the text by itself.
    var appearance: [Finding] { SecretAppearance.remarks(on: bytes) }

    // MARK: The text against a token

    /// What it was, if not this secret as it is, that the token was signed with.
    func cause(ofMismatchIn signature: SignatureDiagnosis) -> Explanation? {
        if signature.isGood(under: bytes) {
            return Explanation(
                "the signature does not match; it does match if the secret is used as plain text",
                "Do not decode the secret: use HS256Key(utf8:)", excuse: .secretHere)
        }
        if let id = signature.ownTexts.first(where: { Array($0.0.utf8) == Array(bytes.trimmed) }) {
            return Explanation(
                "the secret here is \(id.1), which is not the secret",
                "Use the shared secret that belongs to it, as the vendor shows it", excuse: .secretHere)
        }
        let word = bytes.trimmed.unquoted
        // Each is made only if none of those before it is the one.
        let families: [() -> [SecretReading]] = [
            { SecretReading.ofSecretHere(bytes) }, { SecretReading.surrounded(word) }, { SecretReading.decoded(word) },
            { SecretReading.encoded(word) }, { SecretReading.changed(word) }, { SecretReading.shortened(word) },
        ]
        for family in families {
            if let reading = family().first(where: { signature.isGood(under: $0.secret) }) {
                return reading.explanation
            }
        }
        if let sample = SampleSecret.first(where: { signature.isGood(under: $0) }) {
            return Explanation(
                "the token was signed with \"\(sample.text)\" as the secret, \(sample.meaning)",
                "Check the variable that the secret is read from where the token is signed")
        }
        if let text = signature.ownTexts.first(where: { signature.isGood(under: $0.0.utf8) }) {
            return Explanation(
                "the token was signed with \(text.1) as the secret, which is not a secret",
                "Sign with the shared secret")
        }
        if let explanation = signature.explanation(withSecret: bytes) { return explanation }
        if bytes.trimmed != bytes[...], let explanation = signature.explanation(withSecret: Array(bytes.trimmed)) {
            return explanation
        }
        guard SampleSecret.isLikely(bytes.trimmed) else { return nil }
        return Explanation(
            "the secret here is a placeholder or a sample, so the signature cannot match",
            "Set the shared secret as the vendor shows it", excuse: .secretHere)
    }
}

extension RandomAccessCollection<UInt8> where Index == Int, SubSequence: RandomAccessCollection<UInt8> {
    /// Whether the same quotation mark is at both ends.
    var isQuoted: Bool {
        guard count >= 2, let first, let last else { return false }
        return first == last && (first == 0x22 || first == 0x27)
    }

    /// The bytes without a pair of quotation marks around them.
    var unquoted: SubSequence {
        isQuoted ? self[(startIndex + 1)..<(endIndex - 1)] : self[startIndex..<endIndex]
    }
}
