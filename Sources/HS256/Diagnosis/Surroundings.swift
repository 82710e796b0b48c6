/// The text around a token that should be alone.
struct Surroundings {
    /// What it is, for a sentence: "quotation marks".
    let description: String
    /// What to do about it, a sentence without a period.
    let remedy: String

    private init(_ description: String, _ remedy: String = "Pass on the token alone") {
        self.description = description
        self.remedy = remedy
    }

    /// What is around a token, or nil where nothing is.
    init?(before: ArraySlice<UInt8>, after: ArraySlice<UInt8>) {
        if before.isEmpty && after.isEmpty { return nil }
        self =
            Self.whitespace(before, after)
            ?? Self.printedValue(before.trimmed, after.trimmed)
            ?? Self.document(before.trimmed, after.trimmed)
            ?? Self.code(before.trimmed, after.trimmed)
            ?? Self.marks(before.trimmed, after.trimmed)
            ?? Self.words(before.trimmed, after.trimmed)
    }

    // MARK: Nothing that can be seen

    private static func whitespace(_ before: ArraySlice<UInt8>, _ after: ArraySlice<UInt8>) -> Surroundings? {
        let layer = { (text: ArraySlice<UInt8>) in PastedText.Layer.removingInvisible(Array(text)).trimmed }
        guard layer(before).isEmpty, layer(after).isEmpty else { return nil }
        if !before.trimmed.isEmpty || !after.trimmed.isEmpty {
            return Surroundings(
                "invisible characters (white space), such as a no-break space or a byte-order mark (U+FEFF)",
                "Copy the token from its source again, or write the file without a byte-order mark")
        }
        let isLineBreak = before.isEmpty && after.allSatisfy { $0 == 0x0A || $0 == 0x0D }
        return Surroundings(
            isLineBreak ? "a line break after it" : "white space",
            "Trim it where the token is read or printed; a file made with echo ends with a line break, printf adds none"
        )
    }

    // MARK: Values as a language prints them

    private static func printedValue(_ before: ArraySlice<UInt8>, _ after: ArraySlice<UInt8>) -> Surroundings? {
        if before.contains("optional(", ignoringCase: true) || before.contains("optional[", ignoringCase: true)
            || before.ends(with: "some(\"", ignoringCase: true)
        {
            return Surroundings(
                "the printed form of an optional, Optional(…)", "Unwrap the value before it becomes text")
        }
        if before.ends(with: "b'") || before.ends(with: "b\"") {
            let isWord = before.dropLast(2).last?.isBase64URL ?? false
            if !isWord && (after.first == 0x27 || after.first == 0x22) {
                return Surroundings(
                    "the printed form of Python bytes, b'…'", "Decode the bytes before they become text: token.decode()"
                )
            }
        }
        if before.ends(with: "string(") || before.contains("string(") && before.ends(with: "\"") {
            return Surroundings("the printed form of a value, as var_dump writes it", "Print the value with echo")
        }
        return nil
    }

    // MARK: Documents

    private static func document(_ before: ArraySlice<UInt8>, _ after: ArraySlice<UInt8>) -> Surroundings? {
        if before.first == 0x3C && before.last == 0x3E {
            return Surroundings("an HTML or XML element", "Let the endpoint answer with the token as text/plain")
        }
        if before.isEmpty && after.first == 0x3C && after.contains(0x3E) {
            return Surroundings("HTML markup after it, such as a line break", "Pass on the text without markup")
        }
        if isURL(before) {
            return Surroundings(
                "a URL, in whose query, fragment, or path it is", "Pass on the value of the parameter alone")
        }
        if isCookie(before, after) {
            return Surroundings(
                "a cookie: an Express cookie begins with s: and has a signature of its own",
                "Read the value of the cookie with the framework, and pass on the token in it")
        }
        if before.first == 0x7B || before.first == 0x5B {
            guard let name = lastName(in: before) else {
                return Surroundings("a JSON array", "Pass on the text in it alone")
            }
            return Surroundings(
                "a JSON object, in whose field \(name.excerpt) it is", "Parse the answer, and pass on that field alone")
        }
        if before.contains("authorization", ignoringCase: true) {
            return Surroundings("the header line Authorization, with its prefix", "Pass on the token alone")
        }
        return nil
    }

    private static func isURL(_ before: ArraySlice<UInt8>) -> Bool {
        let starts: [StaticString] = ["/", "#", "?", "data:", "www."]
        return before.contains("://") || starts.contains { before.begins(with: $0) } && before.last != 0x20
            || before.contains("?") && before.last == 0x3D || before.ends(with: "access_token=")
            || before.ends(with: "id_token=")
    }

    private static func isCookie(_ before: ArraySlice<UInt8>, _ after: ArraySlice<UInt8>) -> Bool {
        before.ends(with: "s:") || before.ends(with: "s%3a", ignoringCase: true)
            || before.contains("cookie", ignoringCase: true) || after.contains("; path=", ignoringCase: true)
            || after.contains("httponly", ignoringCase: true)
    }

    /// The last name of a member before the end of a JSON text that is cut off in a value.
    private static func lastName(in text: ArraySlice<UInt8>) -> String? {
        guard let colon = text.lastIndex(of: 0x3A), let end = text[..<colon].lastIndex(of: 0x22),
            let start = text[..<end].lastIndex(of: 0x22)
        else { return nil }
        return String(decoding: text[(start + 1)..<end], as: UTF8.self)
    }

    // MARK: Programs and command lines

    private static func code(_ before: ArraySlice<UInt8>, _ after: ArraySlice<UInt8>) -> Surroundings? {
        if before.begins(with: "curl ") || before.contains(" -H ") || before.begins(with: "$ ") {
            return Surroundings("a command line")
        }
        let isCall = before.contains("(") && before.first != 0x28
        let isAssignment = before.contains(" = ") || before.contains("=>") || before.contains("return ")
        if isCall || isAssignment || before.contains("const ") || before.contains("var ") || before.contains("let ") {
            return Surroundings("program code: a call or a statement, not the token alone")
        }
        if before.last == 0x3D || before.dropLast().last == 0x3D && (before.last == 0x22 || before.last == 0x27) {
            return Surroundings("an assignment, as in an environment file or a form", "Pass on the value alone")
        }
        return nil
    }

    // MARK: Marks and prefixes

    /// Prefixes and pairs of marks, from the outside in.
    private static func marks(_ before: ArraySlice<UInt8>, _ after: ArraySlice<UInt8>) -> Surroundings? {
        var before = before
        var after = after
        var found: [String] = []
        var remedy = "Pass on the token alone"
        // Nobody wraps a token more often by mistake.
        for _ in 0..<8 where !(before.isEmpty && after.isEmpty) {
            if let mark = Mark.all.first(where: { $0.surrounds(before, after) }) {
                before = before.dropLast(mark.opening.count).trimmed
                after = after.dropFirst(mark.closing.count).trimmed
                found.insert(mark.description, at: 0)
                if !mark.isPrefix { remedy = "Remove them, and pass on the token alone" }
            } else {
                return nil
            }
        }
        guard before.isEmpty, after.isEmpty else { return nil }
        return Surroundings(found.joined(separator: ", "), remedy)
    }

    /// Something that is written before a token, after it, or on both sides.
    private struct Mark {
        let opening: [UInt8]
        let closing: [UInt8]
        let description: String
        var isPrefix = false

        init(_ opening: String, _ closing: String, _ description: String, isPrefix: Bool = false) {
            self.opening = Array(opening.utf8)
            self.closing = Array(closing.utf8)
            self.description = description
            self.isPrefix = isPrefix
        }

        /// The longer ones first.
        static let all: [Mark] = [
            Mark("bearer", "", "the prefix \"Bearer\"", isPrefix: true),
            Mark("jwt:", "", "the prefix \"JWT:\"", isPrefix: true),
            Mark(
                "jwt+", "", "the prefix \"JWT\" with a plus sign, which is how a form encodes a space", isPrefix: true),
            Mark("jwt", "", "the prefix \"JWT\"", isPrefix: true),
            Mark("token", "", "the prefix \"Token\"", isPrefix: true),
            Mark("\\\"", "\\\"", "escaped quotation marks"),
            Mark("```", "```", "code marks of Markdown (backticks)"), Mark("`", "`", "backticks"),
            Mark("\"", "\"", "quotation marks"), Mark("'", "'", "quotation marks"),
            Mark("\u{201C}", "\u{201D}", "typographic quotation marks"),
            Mark("\u{201E}", "\u{201C}", "typographic quotation marks"),
            Mark("\u{2018}", "\u{2019}", "typographic quotation marks"),
            Mark("\u{AB}", "\u{BB}", "typographic quotation marks"),
            Mark("(", ")", "parentheses"), Mark("[", "]", "square brackets"), Mark("<", ">", "angle brackets"),
            Mark("{", "}", "braces"), Mark("**", "**", "asterisks"), Mark("", ";", "a semicolon after it"),
            Mark("", ",", "a comma after it"), Mark("", ".", "a period after it"),
            Mark("", "\\n", "a line break after it, written as \\n"), Mark("", "\\", "a backslash after it"),
            Mark("\"", "", "a quotation mark before it"), Mark("", "\"", "a quotation mark after it"),
            Mark("'", "", "a quotation mark before it"), Mark("", "'", "a quotation mark after it"),
            Mark("\u{201C}", "", "a typographic quotation mark before it"),
            Mark("", "\u{201D}", "a typographic quotation mark after it"), Mark(":", "", "a colon before it"),
            Mark("", "%", "a percent sign after it, as zsh shows it where a line break is missing"),
            Mark(">", "", "the quote mark of a mail (>) before it"), Mark("-", "", "a hyphen before it, as in a list"),
            Mark("", "#", "a number sign after it"), Mark("", "&", "an ampersand after it"),
        ]

        func surrounds(_ before: ArraySlice<UInt8>, _ after: ArraySlice<UInt8>) -> Bool {
            guard before.count >= opening.count, after.starts(with: closing) else { return false }
            return before.suffix(opening.count).isSameIgnoringCase(as: opening)
        }
    }

    // MARK: Anything else

    private static func words(_ before: ArraySlice<UInt8>, _ after: ArraySlice<UInt8>) -> Surroundings {
        let hasTime = before.filter { $0 == 0x3A }.count >= 2 && before.contains { $0.isASCIIDigit }
        if hasTime || before.contains("info", ignoringCase: true) || before.contains("debug", ignoringCase: true) {
            return Surroundings("a log line; other text is before it")
        }
        switch (before.isEmpty, after.isEmpty) {
        case (false, true): return Surroundings("other text before it")
        case (true, false): return Surroundings("other text after it")
        default: return Surroundings("other text before and after it")
        }
    }
}
