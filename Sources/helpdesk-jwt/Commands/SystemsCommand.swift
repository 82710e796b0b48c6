import HelpdeskJWT

/// `systems`: what each system wants in its tokens.
enum SystemsCommand: PlainCommand {
    static let name = "systems"
    static let summary = "Shows for each help-desk system what its tokens are made of."
    static let notes = [
        "Required: the system refuses a token without it. Recommended: the vendor advises it. The rest is optional."
    ]

    static func run(_ arguments: ParsedArguments, _ console: Console) throws(Failure) -> ExitStatus {
        var page = console.page()
        for system in Systems.all {
            page.blank()
            write(system, to: &page)
        }
        try console.show(page)
        return .done
    }

    private static func write(_ system: any SystemCommandLine.Type, to page: inout Page) {
        let profile = system.profile
        page.paragraph(profile.name + " ", .strong, "(\(profile.id))")
        page.blank()
        Table(
            headings: ["", "Name", "Type", "Need", "Notes"],
            rows: [["header", "alg", "string", "required", JOSEHeader.algorithm]] + rows("", profile.rules.header)
                + rows("claims", profile.rules.claims), indent: 2
        ).write(to: &page)
        page.blank()
        let longest = system.maximumLifetime.map { "at most \($0.inWords)" } ?? "the vendor publishes no maximum"
        page.entry("Lifetime", "\(system.defaultLifetime.inWords) unless you say otherwise; \(longest)")
        page.entry("When refused", profile.symptom)
        page.entry("Vendor's page", profile.rules.page)
    }

    private static func rows(_ part: String, _ rules: [ClaimRule]) -> [[String]] {
        rules.enumerated().map { index, rule in
            [index == 0 ? part : "", rule.name.description, type(of: rule.form), "\(rule.need)", rule.notes]
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
