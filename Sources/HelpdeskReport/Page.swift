/// Text on its way to a reader: wrapped at the reader's width, in color if the reader has it, and with nothing in it that
/// drives a terminal, whatever a token says.
package struct Page: Sendable {
    /// The widths that a page can have, in columns. Longer lines are hard to read, and shorter ones have no room for
    /// two columns of text.
    package static let widths = 40...80

    /// How many columns a line has.
    package let width: Int
    /// What has been written so far.
    package private(set) var text = ""
    private let hasColors: Bool

    /// An empty page.
    ///
    /// - Parameters:
    ///   - width: How many columns the reader has.
    ///   - hasColors: Whether the reader's terminal has colors.
    package init(width: Int = 80, hasColors: Bool = false) {
        self.width = min(max(width, Self.widths.lowerBound), Self.widths.upperBound)
        self.hasColors = hasColors
    }

    /// An empty line, unless there is one or nothing yet.
    package mutating func blank() {
        if !text.isEmpty && !text.hasSuffix("\n\n") { text += "\n" }
    }

    /// A heading, after an empty line.
    package mutating func section(_ title: String) {
        blank()
        line(title, .strong)
    }

    /// A line that is not wrapped.
    package mutating func line(_ line: String, _ style: Style = .plain) {
        text += styled(line.safe, style) + "\n"
    }

    /// Lines of a program or of JSON, not wrapped.
    package mutating func lines(_ lines: String, indent: Int = 0) {
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
    package mutating func paragraph(
        label: String = "", _ lead: String, _ style: Style, _ body: String, indent: Int = 0,
        hanging: Int = 0
    ) {
        let label = label.safe
        let lead = lead.safe
        let room = width - indent
        let lines = Wrapping.lines(of: body.safe, width: room - label.count - lead.count, later: room - hanging)
        for (index, line) in lines.enumerated() {
            text += String(repeating: " ", count: indent)
            text += index == 0 ? label + styled(lead, style) : String(repeating: " ", count: hanging)
            text += line + "\n"
        }
    }

    /// A paragraph in which nothing stands out.
    package mutating func paragraph(label: String = "", _ body: String, indent: Int = 0, hanging: Int = 0) {
        paragraph(label: label, "", .plain, body, indent: indent, hanging: hanging)
    }

    /// A term and its meaning: in two columns, or in two lines on a narrow page.
    package mutating func entry(_ term: String, _ text: String) {
        let column = width < 70 ? 4 : 24
        if term.count <= column - 2 {
            paragraph(label: term.padded(to: column), text, indent: 2, hanging: column)
        } else {
            line("  \(term)")
            paragraph(text, indent: 2 + column)
        }
    }

    private func styled(_ text: String, _ style: Style) -> String {
        hasColors && !text.isEmpty ? style.applied(to: text) : text
    }
}

/// How words stand out on a terminal that has colors.
package enum Style: String, Sendable {
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
