/// Text for a reader: wrapped at the reader's width, and in color if the terminal has it. Whatever a token says,
/// nothing in the text drives the terminal.
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

    /// Writes an empty line, unless the page is empty or ends with one.
    package mutating func blank() {
        if !text.isEmpty && !text.hasSuffix("\n\n") { text += "\n" }
    }

    /// Writes a heading after an empty line.
    package mutating func section(_ title: String) {
        blank()
        line(title, .strong)
    }

    /// Writes a line without wrapping it.
    package mutating func line(_ line: String, _ style: Style = .plain) {
        text += styled(line.safe, style) + "\n"
    }

    /// Writes lines of code or JSON without wrapping them.
    package mutating func lines(_ lines: String, indent: Int = 0) {
        for line in lines.split(separator: "\n", omittingEmptySubsequences: false) {
            self.line(line.isEmpty ? "" : String(repeating: " ", count: indent) + line)
        }
    }

    /// Writes a wrapped paragraph.
    ///
    /// - Parameters:
    ///   - label: The beginning of the first line. It is not broken and keeps its trailing spaces.
    ///   - lead: Styled text after the label, treated the same way.
    ///   - style: The style of the lead.
    ///   - body: The rest.
    ///   - indent: How far to indent all lines.
    ///   - hanging: How much further to indent the lines after the first.
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

    /// Writes a wrapped paragraph in the plain style.
    package mutating func paragraph(label: String = "", _ body: String, indent: Int = 0, hanging: Int = 0) {
        paragraph(label: label, "", .plain, body, indent: indent, hanging: hanging)
    }

    /// Writes a term and its meaning, in two columns or, on a narrow page, in two lines.
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

/// The look of words on a terminal with colors.
package enum Style: String, Sendable {
    /// Ordinary text.
    case plain = "0"
    /// Headings.
    case strong = "1"
    /// Something in order.
    case good = "1;32"
    /// Something doubtful.
    case doubtful = "1;33"
    /// Something wrong.
    case bad = "1;31"

    /// The text inside the terminal's escape sequences (ECMA-48 8.3.117).
    func applied(to text: String) -> String {
        self == .plain ? text : "\u{1B}[\(rawValue)m\(text)\u{1B}[0m"
    }
}
