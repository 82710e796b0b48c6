/// How words stand out on a terminal that has colours.
enum Style: String, Sendable {
    /// Like everything else.
    case plain = "0"
    /// Headings.
    case strong = "1"
    /// What is in order.
    case good = "1;32"
    /// What is doubtful.
    case doubtful = "1;33"
    /// What is wrong.
    case bad = "1;31"

    /// The text with the terminal's sequences around it (ECMA-48 8.3.117).
    func applied(to text: String) -> String {
        self == .plain ? text : "\u{1B}[\(rawValue)m\(text)\u{1B}[0m"
    }
}
