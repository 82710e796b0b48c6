import HelpdeskJWT

/// What a token says, and what stood around it.
struct Inspection {
    /// The token, if the text has one.
    let token: UnverifiedJWT?
    /// What stood around the token, and if there is none, why.
    let findings: [Finding]

    /// Takes a text apart, and takes off what is around the token.
    init(_ text: String) {
        let repaired = RepairedToken(text)
        token = repaired.token
        findings = repaired.findings
    }

    /// Everything for a person to read.
    func write(to page: inout Page, at now: NumericDate) {
        guard let token else {
            page.paragraph("no token: ", .bad, "this text cannot be taken apart as one")
            page.findings(findings)
            return
        }
        page.paragraph("NOT VERIFIED: ", .doubtful, "anybody can have written this. To verify it, use check.")
        for finding in findings { page.paragraph("Form: ", .bad, "\(finding.message). \(finding.remedy).", hanging: 2) }
        page.blank()
        page.line("Header", .strong)
        page.lines(PrettyJSON.text(.object(token.header)))
        page.blank()
        page.line("Claims", .strong)
        page.lines(PrettyJSON.text(.object(token.claims)))
        let dates = ClaimedDate.all(in: token.claims)
        if !dates.isEmpty {
            page.blank()
            page.line("Dates", .strong)
            for date in dates { page.paragraph(label: date.name.padded(to: 5), date.text(at: now), hanging: 5) }
        }
        page.blank()
        page.paragraph("Looks like ", .strong, likeness(of: token), hanging: 11)
        page.paragraph("Signature  ", .strong, signature(token.signatureByteCount))
    }

    /// Which help-desk system the token is for, by the names of its claims, and why.
    private func likeness(of token: UnverifiedJWT) -> String {
        let likely = HelpdeskSystems.likely(for: token)
        guard let first = likely.first else { return "a token for none of the systems that this tool knows" }
        let others = likely.dropFirst().prefix { $0.score == first.score }.map { $0.name }
        let alternative = others.isEmpty ? "" : ", or as much like " + others.joined(separator: " or ")
        return "a token for \(first.name) (\(first.id)): " + first.reasons.joined(separator: ", ") + alternative
    }

    private func signature(_ byteCount: Int) -> String {
        switch byteCount {
        case 0: return "none: the token is not signed"
        case 32: return "32 bytes, as HS256 has; whether it is good was not looked at"
        default: return "\(byteCount) bytes, where HS256 has 32"
        }
    }

    /// The same for scripts. Members are only ever added.
    var json: JSONObject {
        [
            "verdict": token == nil ? "unreadable" : "unverified",
            "system": token.flatMap { HelpdeskSystems.likely(for: $0).first }.map { .string($0.id) } ?? nil,
            "findings": .array(findings.map(\.json)),
            "header": token.map { .object($0.header) } ?? nil,
            "claims": token.map { .object($0.claims) } ?? nil,
            "signatureByteCount": token.map { .number(JSONNumber($0.signatureByteCount)) } ?? nil,
        ]
    }
}
