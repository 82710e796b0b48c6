import HelpdeskJWT

/// What a shared secret shows without a token, for a person or a script. The report does not contain the secret.
package struct SecretReport: Report {
    private let findings: [Finding]
    private let byteCount: Int

    /// - Parameters:
    ///   - secret: The bytes of the secret.
    ///   - isShortAllowed: Whether fewer than 32 bytes are nothing to warn of.
    package init(_ secret: [UInt8], isShortAllowed: Bool = false) {
        byteCount = secret.count
        findings =
            HS256Key.diagnose(secret: secret).filter { !isShortAllowed || $0.code != .secretShort }.inReadingOrder
    }

    /// Whether there is neither an error nor a warning.
    package var isInOrder: Bool { findings.allSatisfy { $0.severity == .note } }

    private var isUsable: Bool { findings.allSatisfy { $0.severity != .error } }

    /// Writes the verdict, then the findings.
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

    package var json: JSONObject {
        [
            "verdict": isInOrder ? "in-order" : isUsable ? "doubtful" : "wrong",
            "byteCount": .number(JSONNumber(byteCount)),
            "findings": .array(findings.map { $0.json }),
        ]
    }
}
