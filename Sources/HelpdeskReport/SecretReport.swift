import HelpdeskJWT

/// What can be told of a shared secret without a token, for a person or a script. The secret is not in it.
package struct SecretReport {
    private let findings: [Finding]
    private let byteCount: Int

    /// - Parameter secret: The bytes of the secret.
    package init(_ secret: [UInt8]) {
        byteCount = secret.count
        findings = HS256Key.diagnose(secret: secret).inReadingOrder
    }

    /// Whether there is neither an error nor a warning.
    package var isInOrder: Bool { findings.allSatisfy { $0.severity == .note } }

    private var isUsable: Bool { findings.allSatisfy { $0.severity != .error } }

    /// The verdict first, then the findings.
    package func write(to page: inout Page) {
        let size = "\(byteCount) byte\(byteCount == 1 ? "" : "s")"
        if isInOrder {
            page.paragraph("in order: ", .good, "nothing about this secret of \(size) is suspicious")
        } else if isUsable {
            page.paragraph("doubtful: ", .doubtful, "this secret of \(size) may not be what you mean, or is weak")
        } else {
            page.paragraph("wrong: ", .bad, "this text of \(size) is not a shared secret as help desks use it")
        }
        page.findings(findings)
    }

    /// The same for scripts. Members are only ever added.
    package var json: JSONObject {
        [
            "verdict": isInOrder ? "in-order" : isUsable ? "doubtful" : "wrong",
            "byteCount": .number(JSONNumber(byteCount)),
            "findings": .array(findings.map { $0.json }),
        ]
    }
}
