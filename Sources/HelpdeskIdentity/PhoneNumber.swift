/// The form of phone numbers.
package enum PhoneNumber {
    /// Whether a text is a number in the international form: `+` and 7 to 15 digits (ITU-T E.164 6).
    package static func isPlausible(_ text: String) -> Bool {
        let bytes = text.utf8
        return bytes.first == 0x2B && (8...16).contains(bytes.count)
            && bytes.dropFirst().allSatisfy { (0x30...0x39).contains($0) }
    }
}
