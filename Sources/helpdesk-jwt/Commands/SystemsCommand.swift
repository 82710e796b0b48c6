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
            write(system.profile, to: &page)
        }
        try console.show(page)
        return .done
    }

    private static func write(_ profile: SystemProfile, to page: inout Page) {
        page.paragraph(profile.name + " ", .strong, "(\(profile.id))")
        page.blank()
        Table(
            headings: ["", "Name", "Type", "Need", "Notes"],
            rows: rows("header", profile.header) + rows("claims", profile.claims), indent: 2
        ).write(to: &page)
        page.blank()
        let longest = profile.maximumLifetime.map { "at most \($0.inWords)" } ?? "the vendor publishes no maximum"
        page.entry("Lifetime", "\(profile.defaultLifetime.inWords) unless you say otherwise; \(longest)")
        page.entry("When refused", profile.symptom)
        page.entry("Vendor's page", profile.page)
    }

    private static func rows(_ part: String, _ claims: [SystemProfile.Claim]) -> [[String]] {
        claims.enumerated().map { index, claim in
            [index == 0 ? part : "", claim.name, claim.type, "\(claim.need)", claim.notes]
        }
    }
}
