import HelpdeskJWT

/// What a help-desk system requires of its tokens, for a person to read.
package struct SystemSheet {
    private let profile: SystemProfile
    private let defaultLifetime: Duration
    private let maximumLifetime: Duration?

    /// Explains the words in the column "Need".
    package static let legend =
        "Required: the system refuses a token without it. Recommended: the vendor advises it. The rest is optional."

    /// - Parameter system: The system.
    package init<System: HelpdeskSystem>(of system: System.Type) {
        profile = system.profile
        defaultLifetime = system.defaultLifetime
        maximumLifetime = system.maximumLifetime
    }

    /// Writes the claims, the lifetime, and what you see when a token is refused.
    package func write(to page: inout Page) {
        page.paragraph(profile.name + " ", .strong, "(\(profile.id))")
        page.blank()
        Table(
            headings: ["", "Name", "Type", "Need", "Notes"],
            rows: [["header", "alg", "string", "required", JOSEHeader.algorithm]] + rows("", profile.rules.header)
                + rows("claims", profile.rules.claims), indent: 2
        ).write(to: &page)
        page.blank()
        let longest = maximumLifetime.map { "at most \($0.inWords)" } ?? "the vendor publishes no maximum"
        page.entry("Lifetime", "\(defaultLifetime.inWords) unless you say otherwise; \(longest)")
        page.entry("When refused", profile.symptom)
        page.entry("Vendor's page", profile.rules.page)
    }

    /// Writes the vendor's messages and their meanings.
    package func writeMessages(to page: inout Page) {
        guard !profile.messages.isEmpty else { return }
        page.blank()
        page.line("  Messages and their meanings", .strong)
        for message in profile.messages {
            page.paragraph(message.text, indent: 2, hanging: 2)
            page.paragraph(message.meaning, indent: 4)
        }
    }

    private func rows(_ part: String, _ rules: [ClaimRule]) -> [[String]] {
        rules.enumerated().map { index, rule in
            [index == 0 ? part : "", rule.name.description, Self.type(of: rule.form), "\(rule.need)", rule.notes]
        }
    }

    private static func type(of form: ClaimRule.Form) -> String {
        switch form {
        case .text, .constant: return "string"
        case .boolean: return "boolean"
        case .date: return "integer"
        case .object: return "object"
        }
    }
}
