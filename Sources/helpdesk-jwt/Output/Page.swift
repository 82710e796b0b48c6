/// Text on its way to a reader: wrapped at 80 columns, in colour if the reader has it, and with nothing in it that
/// drives a terminal, whatever a token says.
struct Page: Sendable {
    /// How many columns a line has.
    static let width = 80

    /// What has been written so far.
    private(set) var text = ""
    private let hasColours: Bool

    init(hasColours: Bool) {
        self.hasColours = hasColours
    }

    /// An empty line, unless there is one or nothing yet.
    mutating func blank() {
        if !text.isEmpty && !text.hasSuffix("\n\n") { text += "\n" }
    }

    /// A line that is not wrapped.
    mutating func line(_ line: String, _ style: Style = .plain) {
        text += styled(line.safe, style) + "\n"
    }

    /// Lines of a program or of JSON, not wrapped.
    mutating func lines(_ lines: String, indent: Int = 0) {
        for line in lines.split(separator: "\n", omittingEmptySubsequences: false) {
            self.line(line.isEmpty ? "" : String(repeating: " ", count: indent) + line)
        }
    }

    /// A paragraph, wrapped.
    ///
    /// - Parameters:
    ///   - label: how its first line begins. It is not broken, and spaces at its end are kept.
    ///   - lead: what follows, in a style; treated likewise.
    ///   - style: that style.
    ///   - body: the rest.
    ///   - indent: how far all lines are set in.
    ///   - hanging: how far lines after the first are set in further.
    mutating func paragraph(
        label: String = "", _ lead: String, _ style: Style, _ body: String, indent: Int = 0,
        hanging: Int = 0
    ) {
        let label = label.safe
        let lead = lead.safe
        let room = Page.width - indent
        let lines = Wrapping.lines(of: body.safe, width: room - label.count - lead.count, later: room - hanging)
        for (index, line) in lines.enumerated() {
            text += String(repeating: " ", count: indent)
            text += index == 0 ? label + styled(lead, style) : String(repeating: " ", count: hanging)
            text += line + "\n"
        }
    }

    /// A paragraph in which nothing stands out.
    mutating func paragraph(label: String = "", _ body: String, indent: Int = 0, hanging: Int = 0) {
        paragraph(label: label, "", .plain, body, indent: indent, hanging: hanging)
    }

    private func styled(_ text: String, _ style: Style) -> String {
        hasColours && !text.isEmpty ? style.applied(to: text) : text
    }
}

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
