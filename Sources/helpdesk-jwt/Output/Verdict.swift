import HelpdeskJWT

/// What a help desk would say to a token.
struct Verdict {
    private let profile: SystemProfile
    private let findings: [Finding]

    /// - Parameters:
    ///   - profile: the help desk.
    ///   - findings: all there are, in reading order.
    init(_ profile: SystemProfile, _ findings: [Finding]) {
        self.profile = profile
        self.findings = findings
    }

    /// Whether the token would be accepted.
    var isAccepted: Bool { findings.accept }

    /// The verdict first, then what the developer sees, then the findings.
    func write(to page: inout Page) {
        if isAccepted {
            page.paragraph("accepted: ", .good, "\(profile.name) would accept this token\(counts)")
        } else {
            page.paragraph("refused: ", .bad, "\(profile.name) would refuse this token\(counts)")
            page.paragraph(label: "You see: ", symptom, indent: 2, hanging: 9)
        }
        page.findings(findings, besides: symptom)
    }

    /// What the developer sees: it comes of the first error there is to find.
    private var symptom: String { findings.first { $0.severity == .error }?.symptom ?? profile.symptom }

    /// How many findings there are, in words.
    private var counts: String {
        let counts = Finding.Severity.allCases.sorted(by: >).compactMap { severity -> String? in
            let count = findings.count(of: severity)
            return count == 0 ? nil : "\(count) \(severity)\(count == 1 ? "" : "s")"
        }
        return counts.isEmpty ? "" : " (\(counts.joined(separator: ", ")))"
    }

    /// The same for scripts. Members are only ever added.
    var json: JSONObject {
        [
            "verdict": isAccepted ? "accepted" : "refused",
            "system": .string(profile.id),
            "symptom": isAccepted ? nil : .string(symptom),
            "findings": .array(findings.map(\.json)),
        ]
    }
}
