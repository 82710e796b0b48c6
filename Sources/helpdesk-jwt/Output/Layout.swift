/// Breaks text into lines.
enum Wrapping {
    /// The lines of a text, broken at spaces.
    ///
    /// - Parameters:
    ///   - text: without line breaks.
    ///   - width: the columns of the first line.
    ///   - later: the columns of the other lines.
    /// - Returns: at least one line. A word that is longer than a line stands alone and is not broken.
    static func lines(of text: String, width: Int, later: Int) -> [String] {
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
    static func pieces(of word: String, width: Int) -> [String] {
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
    /// The text with spaces behind it up to a width.
    func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(width - count, 0))
    }
}

/// Columns of text, each as wide as its widest cell; the last one is wrapped at the page's edge.
struct Table {
    let headings: [String]
    let rows: [[String]]
    let indent: Int

    func write(to page: inout Page) {
        let widths = headings.indices.dropLast().map { column in
            ([headings] + rows).map { $0[column].count }.max() ?? 0
        }
        for (number, row) in ([headings] + rows).enumerated() {
            let front = zip(row, widths).map { $0.padded(to: $1) + "  " }.joined()
            if number == 0 {
                page.line(String(repeating: " ", count: indent) + front + (row.last ?? ""), .strong)
            } else {
                page.paragraph(label: front, row.last ?? "", indent: indent, hanging: front.count)
            }
        }
    }
}
