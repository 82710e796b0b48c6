import Foundation

/// The terminal, file or pipe on the other side.
///
/// Everything goes out in one piece at the end of a command. A reader who has gone away, such as `head`, is no error:
/// the rest is not written, and the status is that of the command.
struct Console: Sendable {
    /// Whether results are shown in colour: only on a terminal, and not against the reader's wish
    /// (https://no-color.org: NO_COLOR set and not empty).
    let hasColours: Bool

    init(environment: [String: String] = ProcessInfo.processInfo.environment) {
        let wantsNone = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
        hasColours = !wantsNone && environment["TERM"] != "dumb" && Self.isTerminal(.standardOutput)
    }

    /// An empty page for standard output.
    func page() -> Page { Page(hasColours: hasColours) }

    /// Writes a page to standard output.
    func show(_ page: Page) throws(Failure) {
        try write(page.text)
    }

    /// Writes text to standard output, which must be safe to show.
    func write(_ text: String) throws(Failure) {
        guard !Self.write(text, to: .standardOutput) else { return }
        throw .unreadable("the output cannot be written")
    }

    /// Writes a sentence, given without its full stop, to standard error behind the tool's name.
    func complain(_ sentence: String, hint: String? = nil) {
        let hint = hint.map { "\($0.safe)\n" } ?? ""
        let stop = sentence.hasSuffix("?") ? "" : "."
        _ = Self.write("\(Tool.name): \(sentence.safe)\(stop)\n\(hint)", to: .standardError)
    }

    /// Tells a person at the keyboard what is awaited.
    func promptIfTerminal(_ prompt: String) {
        guard Self.isTerminal(.standardInput) else { return }
        _ = Self.write(prompt + "\n", to: .standardError)
    }

    /// Whether the text has been written, or nobody is there any more to read it.
    private static func write(_ text: String, to file: FileHandle) -> Bool {
        do {
            try file.write(contentsOf: Data(text.utf8))
            return true
        } catch {
            return SystemError.number(of: error) == EPIPE
        }
    }

    private static func isTerminal(_ file: FileHandle) -> Bool {
        #if os(Windows)
            return false
        #else
            return isatty(file.fileDescriptor) == 1
        #endif
    }
}
