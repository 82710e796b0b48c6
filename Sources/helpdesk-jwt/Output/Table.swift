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
