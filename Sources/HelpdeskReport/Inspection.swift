import HelpdeskJWT

/// What a token says, and what surrounds it.
package struct Inspection: Report {
    /// The token, if the text has one.
    package let token: UnverifiedJWT?
    /// What surrounds the token, or why there is none.
    private let findings: [Finding]
    private let dates: DateText

    /// Parses a text and removes what surrounds the token.
    package init(_ text: String, _ dates: DateText) {
        self.dates = dates
        let repaired = RepairedToken(text)
        token = repaired.token
        findings = repaired.findings
    }

    /// Writes everything for a person to read.
    package func write(to page: inout Page) {
        guard let token else {
            page.paragraph("no token: ", .bad, "this text cannot be taken apart as one")
            page.findings(findings)
            return
        }
        page.paragraph("NOT VERIFIED: ", .doubtful, "anybody can have written this. To verify it, use check.")
        for finding in findings { page.paragraph("Form: ", .bad, "\(finding.message). \(finding.remedy).", hanging: 2) }
        page.section("Header")
        page.lines(PrettyJSON.text(.object(token.header)))
        page.section("Claims")
        page.lines(PrettyJSON.text(.object(token.claims)))
        page.section("Dates")
        page.dates(in: token.claims, dates)
        page.blank()
        page.paragraph("Looks like ", .strong, SystemRecognition(of: token).text, hanging: 11)
        page.paragraph("Signature  ", .strong, signature(token.signatureByteCount), hanging: 11)
    }

    private func signature(_ byteCount: Int) -> String {
        switch byteCount {
        case 0: return "none: the token is not signed"
        case 32: return "32 bytes, as HS256 has; whether it is good was not looked at"
        default: return "\(byteCount) bytes, where HS256 has 32"
        }
    }

    package var json: JSONObject {
        [
            "verdict": token == nil ? "unreadable" : "unverified",
            "system": token.flatMap { SystemRecognition(of: $0).best }.map { .string($0.id) } ?? nil,
            "findings": .array(findings.map { $0.json }),
            "header": token.map { .object($0.header) } ?? nil,
            "claims": token.map { .object($0.claims) } ?? nil,
            "signatureByteCount": token.map { .number(JSONNumber($0.signatureByteCount)) } ?? nil,
            "dates": token.map { .object(ClaimedDate.json(in: $0.claims)) } ?? nil,
        ]
    }
}
