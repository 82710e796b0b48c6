import HelpdeskJWT

/// Who decides about a token.
package enum Judge: Sendable {
    /// A help desk, as far as its rules are known.
    case vendor(SystemProfile)
    /// This package's own verifier, for a token that is not for a help desk.
    case verifier

    /// The name for scripts and command lines.
    package var id: String {
        switch self {
        case .vendor(let profile): return profile.id
        case .verifier: return "jwt"
        }
    }
}

/// Something that a check takes for granted because nobody said it.
package struct Assumption: Sendable {
    /// A word or two for it.
    package let what: String
    /// A sentence without a period.
    package let text: String

    package init(_ what: String, _ text: String) {
        self.what = what
        self.text = text
    }
}

/// Whether a token is accepted, and why, for a person or a script.
package struct VerdictReport: Report {
    private let judge: Judge
    private let findings: [Finding]
    private let claims: JSONObject
    private let dates: DateText
    /// The verdict.
    package let verdict: Verdict
    /// What was recognized, taken from the token, or not compared: a word and a sentence without a period for each.
    private let assumptions: [Assumption]

    /// - Parameters:
    ///   - judge: Who decides.
    ///   - findings: Everything about the token, in any order.
    ///   - claims: What the token says; nil if there is no token to read.
    ///   - dates: Writes dates, as seen at the time of the check.
    package init(
        by judge: Judge, _ findings: [Finding], claims: JSONObject?, _ dates: DateText,
        assuming assumptions: [Assumption] = []
    ) {
        self.judge = judge
        self.findings = findings.inReadingOrder
        self.dates = dates
        self.claims = claims ?? JSONObject()
        self.assumptions = assumptions
        // This verifier needs no vendor's authority to refuse a token. But if the secret given here is wrong, nothing
        // is known about the token.
        if case .verifier = judge, findings.verdict == .refusedHere,
            !findings.contains(where: { $0.excuse == .secretHere })
        {
            verdict = .refusedByVendor
        } else {
            verdict = findings.verdict
        }
    }

    /// Writes the verdict, what was assumed, what the developer sees, the dates, and the findings, in that order.
    package func write(to page: inout Page) {
        let (label, style) = mark
        page.paragraph(label, style, sentence + counts)
        for assumption in assumptions {
            page.paragraph(label: "\(assumption.what): ", "\(assumption.text).", indent: 2, hanging: 2)
        }
        if let symptom { page.paragraph(label: "You see: ", symptom, indent: 2, hanging: 9) }
        page.dates(in: claims, dates, indent: 2)
        var showsOrigin = false
        if case .vendor = judge { showsOrigin = true }
        page.findings(findings, besides: symptom, showsOrigin: showsOrigin)
    }

    private var mark: (label: String, style: Style) {
        switch verdict {
        case .accepted: return ("accepted: ", .good)
        case .refusedByVendor: return ("refused: ", .bad)
        case .refusedHere: return ("refused here: ", .doubtful)
        }
    }

    private var sentence: String {
        guard case .vendor(let profile) = judge else {
            switch verdict {
            case .accepted: return "this is a valid HS256 JSON Web Token"
            case .refusedByVendor: return "this is not a valid HS256 JSON Web Token"
            case .refusedHere: return "the secret that the token was checked with is wrong; the token may be good"
            }
        }
        switch verdict {
        case .accepted: return "\(profile.name) accepts this token, as far as its rules are known"
        case .refusedByVendor: return "\(profile.name) refuses this token"
        case .refusedHere: return "this tool refuses the token; \(profile.name) \(vendorsView)"
        }
    }

    /// What the vendor is known to do with a token that only this tool refuses.
    private var vendorsView: String {
        let errors = findings.filter { $0.severity == .error }
        if errors.contains(where: { $0.excuse == .secretHere }) {
            return "may accept it: the secret that it was checked with is wrong"
        }
        return errors.allSatisfy { $0.observedAcceptance != nil }
            ? "was observed to accept it" : "is not known to look at what is wrong"
    }

    /// What the developer sees at the vendor because of the first error that is the vendor's.
    private var symptom: String? {
        guard case .vendor(let profile) = judge, verdict == .refusedByVendor else { return nil }
        let error = findings.first { $0.severity == .error && $0.authority != .library }
        return error?.symptom ?? profile.symptom
    }

    /// How many findings there are, in words.
    private var counts: String {
        let counts = Finding.Severity.allCases.reversed().compactMap { severity -> String? in
            let count = findings.count { $0.severity == severity }
            return count == 0 ? nil : "\(count) \(severity)\(count == 1 ? "" : "s")"
        }
        return counts.isEmpty ? "" : " (\(counts.joined(separator: ", ")))"
    }

    /// The verdict for scripts.
    package var json: JSONObject {
        [
            "verdict": .string(verdict.rawValue),
            "system": .string(judge.id),
            "symptom": symptom.map { .string($0) } ?? nil,
            "findings": .array(findings.map { $0.json }),
            "checkedAt": .string(dates.now.rfc3339),
            "dates": .object(ClaimedDate.json(in: claims)),
            "assumptions": .array(assumptions.map { .string("\($0.what): \($0.text)") }),
        ]
    }
}
