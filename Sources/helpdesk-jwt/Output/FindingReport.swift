import HelpdeskJWT

extension Page {
    /// Writes findings, each with what to do, what shows at the vendor, and where the rule stands.
    ///
    /// - Parameters:
    ///   - findings: the findings.
    ///   - symptom: what has been said to show already, and is not said again.
    mutating func findings(_ findings: [Finding], besides symptom: String? = nil) {
        for finding in findings {
            blank()
            let mark = finding.isUnauthenticated ? " (unverified)" : ""
            paragraph("\(finding.severity)\(mark): ", finding.severity.style, finding.message, hanging: 2)
            if !finding.remedy.isEmpty { detail("Do: ", "\(finding.remedy).") }
            if let seen = finding.symptom, seen != symptom { detail("You see: ", seen) }
            detail("See: ", "\(finding.source) [\(finding.code)]")
        }
        if findings.contains(where: \.isUnauthenticated) {
            blank()
            paragraph(
                "(unverified) ", .strong,
                "is what was read from a token whose signature is not good: anybody may have written it.")
        }
    }

    private mutating func detail(_ label: String, _ text: String) {
        paragraph(label: label.padded(to: 5), text, indent: 2, hanging: 5)
    }
}

extension Finding.Severity {
    /// How the word for it stands out.
    fileprivate var style: Style {
        switch self {
        case .note: return .strong
        case .warning: return .doubtful
        case .error: return .bad
        }
    }
}
