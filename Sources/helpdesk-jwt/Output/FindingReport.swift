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

extension Finding {
    /// The finding for scripts. Members are only ever added.
    var json: JSONValue {
        [
            "severity": "\(severity)",
            "code": .string(code.rawValue),
            "claim": claim.map { .string($0) } ?? nil,
            "message": .string(message),
            "remedy": .string(remedy),
            "source": .string(source),
            "symptom": symptom.map { .string($0) } ?? nil,
            "authenticated": .bool(!isUnauthenticated),
        ]
    }
}

extension Console {
    /// Writes an object for scripts, in one line.
    func write(_ object: JSONObject) throws(Failure) {
        try write(object.description.safeJSON + "\n")
    }
}

extension [Finding] {
    /// Errors first, then warnings, then notes, otherwise in the order in which they were found. A note that explains
    /// why a signature does not match stays after the error that it explains.
    var inReadingOrder: [Finding] {
        let causes = filter { $0.code == .secretReading }
        let others = filter { $0.code != .secretReading }
        var ordered = Finding.Severity.allCases.sorted(by: >).flatMap { severity in
            others.filter { $0.severity == severity }
        }
        let place = ordered.firstIndex { $0.code == .signatureMismatch }
        ordered.insert(contentsOf: causes, at: place.map { $0 + 1 } ?? ordered.endIndex)
        return ordered
    }

    /// How many there are of a severity.
    func count(of severity: Finding.Severity) -> Int {
        count { $0.severity == severity }
    }

    /// Whether a token with these findings is accepted: there are only warnings and notes.
    var accept: Bool { count(of: .error) == 0 }
}
