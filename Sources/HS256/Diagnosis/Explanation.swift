/// The cause of an error, if a diagnosis can tell.
///
/// An error says what a verifier saw. Its cause is often somewhere else: in the code that made the token, on the way
/// through a page or a mail, or in the text of a secret.
package struct Explanation: Sendable {
    /// The cause, a sentence without a period.
    let message: String
    /// What to do about it, a sentence without a period.
    let remedy: String
    /// Why the vendor may accept the token all the same, if there is a reason.
    let excuse: Finding.Excuse?

    package init(_ message: String, _ remedy: String, excuse: Finding.Excuse? = nil) {
        self.message = message
        self.remedy = remedy
        self.excuse = excuse
    }
}

extension Finding {
    /// Replaces what was seen with its cause. The code stays: it is the one that a verification throws.
    package mutating func explain(by explanation: Explanation) {
        message = explanation.message
        remedy = explanation.remedy
        excuse = explanation.excuse
    }
}
