import HelpdeskJWT

/// What a help desk says to a token, for a person or a script.
struct VerdictReport {
    private let profile: SystemProfile
    private let findings: [Finding]
    private let verdict: Verdict

    /// - Parameters:
    ///   - profile: the help desk.
    ///   - findings: all there are, in reading order.
    init(_ profile: SystemProfile, _ findings: [Finding]) {
        self.profile = profile
        self.findings = findings
        verdict = findings.verdict
    }

    /// How `check` ends.
    var exitStatus: ExitStatus {
        switch verdict {
        case .accepted: return .done
        case .refusedByVendor: return .refused
        case .refusedHere: return .refusedHere
        }
    }

    /// The verdict first, then what the developer sees, then the findings.
    func write(to page: inout Page) {
        switch verdict {
        case .accepted:
            page.paragraph(
                "accepted: ", .good, "\(profile.name) accepts this token, as far as its rules are known\(counts)")
        case .refusedByVendor:
            page.paragraph("refused: ", .bad, "\(profile.name) refuses this token\(counts)")
        case .refusedHere:
            let errors = findings.filter { $0.severity == .error }
            let vendor: String
            if errors.contains(where: { $0.excuse == .secretHere }) {
                vendor = "may accept it: the secret that it was checked with is wrong"
            } else if errors.allSatisfy({ $0.observedAcceptance != nil }) {
                vendor = "was observed to accept it"
            } else {
                vendor = "is not known to look at what is wrong"
            }
            page.paragraph(
                "refused here: ", .doubtful, "this tool refuses the token; \(profile.name) \(vendor)\(counts)")
        }
        if let symptom { page.paragraph(label: "You see: ", symptom, indent: 2, hanging: 9) }
        page.findings(findings, besides: symptom)
    }

    /// What the developer sees at the vendor: it comes of the first error that is the vendor's.
    private var symptom: String? {
        guard verdict == .refusedByVendor else { return nil }
        let error = findings.first { $0.severity == .error && $0.authority != .library }
        return error?.symptom ?? profile.symptom
    }

    /// How many findings there are, in words.
    private var counts: String {
        let counts = Finding.Severity.allCases.sorted(by: >).compactMap { severity -> String? in
            let count = findings.count(of: severity)
            return count == 0 ? nil : "\(count) \(severity)\(count == 1 ? "" : "s")"
        }
        return counts.isEmpty ? "" : " (\(counts.joined(separator: ", ")))"
    }

    /// The verdict for scripts. Members are only ever added.
    var json: JSONObject {
        [
            "verdict": .string(verdict.rawValue),
            "system": .string(profile.id),
            "symptom": symptom.map { .string($0) } ?? nil,
            "findings": .array(findings.map(\.json)),
        ]
    }
}
