import HelpdeskJWT

extension Page {
    /// Writes findings, each with its remedy, its symptom at the vendor, and the source of its rule.
    ///
    /// - Parameters:
    ///   - findings: The findings.
    ///   - symptom: A symptom that the page shows already and does not repeat.
    ///   - showsOrigin: Whether each error says who refuses a token because of it.
    mutating func findings(_ findings: [Finding], besides symptom: String? = nil, showsOrigin: Bool = false) {
        for finding in findings {
            blank()
            let mark = finding.isUnauthenticated ? " (unverified)" : ""
            paragraph("\(finding.severity)\(mark): ", finding.severity.style, finding.message, hanging: 2)
            if !finding.remedy.isEmpty { detail("Do: ", "\(finding.remedy).") }
            if let seen = finding.symptom, seen != symptom { detail("You see: ", seen) }
            if showsOrigin && finding.severity == .error { detail("Who: ", finding.origin) }
            detail("See: ", "\(finding.source) [\(finding.code)]")
        }
        if findings.contains(where: { $0.isUnauthenticated }) {
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
    /// The style of the severity's name.
    fileprivate var style: Style {
        switch self {
        case .note: return .strong
        case .warning: return .doubtful
        case .error: return .bad
        }
    }
}

extension Finding {
    /// Who refuses a token because of the finding.
    fileprivate var origin: String {
        if excuse == .secretHere { return "this tool, because of the secret that it was given; the token may be good" }
        switch (authority, observedAcceptance) {
        case (.documented, _): return "the vendor, as its documentation says"
        case (.observed(let how), _): return "the vendor, as observed \(how)"
        case (.library, let how?): return "this tool; the vendor does not look at it, as observed \(how)"
        case (.library, nil): return "this tool; the vendor is not known to look"
        }
    }
}

extension Finding.Authority {
    /// The authority as one word, for scripts.
    fileprivate var name: String {
        switch self {
        case .documented: return "documented"
        case .observed: return "observed"
        case .library: return "library"
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
            "authority": .string(authority.name),
            "symptom": symptom.map { .string($0) } ?? nil,
            "authenticated": .bool(!isUnauthenticated),
        ]
    }
}

extension JSONObject {
    /// The object for scripts, in one line that is safe to show on a terminal.
    package var line: String { description.safeJSON + "\n" }
}

extension [Finding] {
    /// Errors first, then warnings, then notes, otherwise in the order in which they were found.
    var inReadingOrder: [Finding] {
        Finding.Severity.allCases.reversed().flatMap { severity in filter { $0.severity == severity } }
    }
}
