/// Breaks text into lines.
package enum Wrapping {
    /// The lines of a text, broken at spaces.
    ///
    /// - Parameters:
    ///   - text: Text without line breaks.
    ///   - width: The columns of the first line.
    ///   - later: The columns of the other lines.
    /// - Returns: At least one line. A word that is longer than a line gets a line of its own and is not broken.
    package static func lines(of text: String, width: Int, later: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            let limit = lines.isEmpty ? width : later
            if line.isEmpty {
                line = String(word)
            } else if line.count + 1 + word.count <= limit {
                line += " " + word
            } else {
                lines.append(line)
                line = String(word)
            }
        }
        return lines + [line]
    }

    /// The pieces of a long word such as a token, each as wide as a line.
    package static func pieces(of word: String, width: Int) -> [String] {
        var rest = word[...]
        var pieces: [String] = []
        while !rest.isEmpty {
            pieces.append(String(rest.prefix(width)))
            rest = rest.dropFirst(width)
        }
        return pieces
    }
}

extension String {
    /// The text, padded with spaces to a width.
    package func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(width - count, 0))
    }
}

/// Columns of text, each as wide as its widest cell. The last one wraps at the page's edge, or goes below the others on
/// a page that is too narrow for it.
struct Table {
    let headings: [String]
    let rows: [[String]]
    let indent: Int

    /// The fewest columns that the last cell needs beside the others.
    private static let narrowest = 24

    func write(to page: inout Page) {
        let widths = headings.indices.dropLast().map { column in
            ([headings] + rows).map { $0[column].count }.max() ?? 0
        }
        let isNarrow = page.width - indent - widths.reduce(0) { $0 + $1 + 2 } < Self.narrowest
        let margin = String(repeating: " ", count: indent)
        for (number, row) in ([headings] + rows).enumerated() {
            let style: Style = number == 0 ? .strong : .plain
            let cells = zip(row, widths).map { $0.padded(to: $1) }
            let last = row.last ?? ""
            guard isNarrow else {
                let front = cells.map { $0 + "  " }.joined()
                if number == 0 {
                    page.line(margin + front + last, style)
                } else {
                    page.paragraph(label: front, last, indent: indent, hanging: front.count)
                }
                continue
            }
            let front = cells.dropLast() + row.dropLast().suffix(1)
            page.line(margin + front.joined(separator: "  "), style)
            if number > 0 && !last.isEmpty { page.paragraph(last, indent: indent + (widths.first ?? 0) + 4) }
        }
    }
}
