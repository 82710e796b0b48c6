import HelpdeskReport

/// The terminal, file, or pipe at the other end.
///
/// Everything is written at once, at the end of a command. A reader that closes the pipe early, such as `head`, is not
/// an error: the rest is not written, and the status is that of the command.
struct Console: Sendable {
    /// Whether results are shown in color: only on a terminal, and not against the reader's wish
    /// (https://no-color.org: NO_COLOR set and not empty).
    private let hasColors: Bool
    /// How many columns a line has: `COLUMNS` if it is set, or what the terminal says.
    private let width: Int

    init() {
        let output = OpenFile.standardOutput
        let wantsNone = OperatingSystem.environmentVariable("NO_COLOR").map { !$0.isEmpty } ?? false
        let isDumb = OperatingSystem.environmentVariable("TERM") == Array("dumb".utf8)
        #if os(Windows)
            // Whether a console there understands ECMA-48 has to be asked for, and set.
            hasColors = false
        #else
            hasColors = !wantsNone && !isDumb && output.isTerminal
        #endif
        let columns = OperatingSystem.environmentVariable("COLUMNS").flatMap {
            Int(String(decoding: $0, as: UTF8.self))
        }
        width =
            columns.flatMap { $0 > 0 ? $0 : nil } ?? output.columnCount ?? OpenFile.standardError.columnCount
            ?? Page.widths.upperBound
    }

    /// An empty page for standard output.
    func page() -> Page { Page(width: width, hasColors: hasColors) }

    /// Writes a report to standard output.
    func show(_ report: some Report, asJSON: Bool) throws(Failure) {
        if asJSON { return try write(report.json.line) }
        var page = page()
        report.write(to: &page)
        try show(page)
    }

    /// Writes a page to standard output.
    func show(_ page: Page) throws(Failure) {
        try write(page.text)
    }

    /// Writes text to standard output, which must be safe to show.
    func write(_ text: String) throws(Failure) {
        do throws(SystemError) {
            try OpenFile.standardOutput.writeText(text)
        } catch {
            if error.isClosedPipe { return }
            throw .unreadable("the output cannot be written: \(error.reason)")
        }
    }

    /// Writes a sentence, given without its period, to standard error after the tool's name: wrapped for a person, on
    /// one line for a log.
    func complain(_ sentence: String, hint: String? = nil) {
        let sentence = "\(Tool.name): \(sentence)\(sentence.hasSuffix("?") ? "" : ".")"
        let lines = [sentence] + (hint.map { [$0] } ?? [])
        guard OpenFile.standardError.isTerminal else {
            try? OpenFile.standardError.writeText(lines.map { $0.safe + "\n" }.joined())
            return
        }
        var page = Page(width: width)
        for line in lines { page.paragraph(line) }
        try? OpenFile.standardError.writeText(page.text)
    }

    /// Tells a person at the keyboard what to type.
    func promptIfTerminal(_ prompt: String) {
        guard OpenFile.standardInput.isTerminal else { return }
        try? OpenFile.standardError.writeText(prompt + "\n")
    }
}
