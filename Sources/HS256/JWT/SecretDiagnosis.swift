/// Looks at the text of a secret for the mistakes that make signatures not match.
///
/// Only a diagnosis does this, with a text that it is given: nothing is ever trimmed or decoded by guessing when tokens
/// are signed or verified.
struct SecretDiagnosis {
    let text: String

    // MARK: The text by itself

    /// What is odd about the text.
    var appearance: [Finding] {
        var findings: [Finding] = []
        if let first = text.utf8.first, let last = text.utf8.last {
            if first <= 0x20 || last <= 0x20 {
                let isLineBreak = last == 0x0A || last == 0x0D
                findings.append(
                    Self.finding(
                        .warning, .secretWhitespace,
                        "the secret \(isLineBreak ? "ends with a line break" : "has white space around it"), "
                            + "which counts as part of it",
                        "Remove it where the secret is set; a file made with echo ends with a line break, printf adds "
                            + "none"))
            }
            if isQuoted {
                findings.append(
                    Self.finding(
                        .warning, .secretQuotes, "the secret has quotation marks around it, which count as part of it",
                        "Remove them where the secret is set, unless they belong to it"))
            }
        }
        if (1..<HS256Key.minimumByteCount).contains(text.utf8.count) {
            findings.append(
                Self.finding(
                    .warning, .secretShort, "the secret has \(text.utf8.count) bytes; HS256 should have at least 32",
                    "Ask for a longer secret: a short one can be found by trial from a token that was seen"))
        }
        return findings
    }

    private var isQuoted: Bool {
        guard text.utf8.count >= 2, let first = text.utf8.first, let last = text.utf8.last else { return false }
        return first == last && (first == 0x22 || first == 0x27)
    }

    // MARK: The text against a token

    /// The reading of the secret under which a token's signature is good after all, as a finding; nil where none is.
    func likelyCause(ofMismatchIn token: String) -> Finding? {
        for reading in readings {
            guard let key = try? HS256Key(legacyShortSecret: reading.secret), key.hasSigned(token) else { continue }
            return Self.finding(.note, .secretReading, reading.meaning, reading.remedy)
        }
        return nil
    }

    private struct Reading {
        let secret: [UInt8]
        /// What it means when the signature matches under this reading.
        let meaning: String
        let remedy: String
    }

    private var readings: [Reading] {
        let bytes = Array(text.utf8)
        let trimmed = Array(bytes.drop { $0 <= 0x20 }.reversed().drop { $0 <= 0x20 }.reversed())
        var readings = [
            Reading(
                secret: bytes, meaning: "the signature matches if the secret is used as the text that it is",
                remedy: "Do not decode the secret: use HS256Key(utf8:)")
        ]
        for encoding in SecretEncoding.allCases {
            guard let decoded = encoding.decode(String(decoding: trimmed, as: UTF8.self)), !decoded.isEmpty else {
                continue
            }
            readings.append(
                Reading(
                    secret: decoded, meaning: "the signature matches if the secret is \(encoding)-decoded",
                    remedy: "Find out which reading the other side takes, and let signer and verifier both use that"))
        }
        if trimmed != bytes {
            readings.append(
                Reading(
                    secret: trimmed, meaning: "the signature matches without the white space around the secret",
                    remedy: "Remove the white space where the secret is set"))
        }
        if isQuoted {
            readings.append(
                Reading(
                    secret: Array(bytes.dropFirst().dropLast()),
                    meaning: "the signature matches without the quotation marks around the secret",
                    remedy: "Remove the quotation marks where the secret is set"))
        }
        return readings + signerSideReadings(trimmed)
    }

    /// Readings under which it was the signer whose secret had something around it.
    private func signerSideReadings(_ secret: [UInt8]) -> [Reading] {
        let ends: [([UInt8], [UInt8], String)] = [
            ([], [0x0A], "a line break after"), ([], [0x0D, 0x0A], "a line break after"),
            ([], [0x20], "a space after"),
            ([0x22], [0x22], "quotation marks around"), ([0x27], [0x27], "apostrophes around"),
        ]
        return ends.map { before, after, what in
            Reading(
                secret: before + secret + after,
                meaning: "the signature matches with \(what) the secret: so the signer has it",
                remedy: "Set the secret anew where the token is signed")
        }
    }

    private static func finding(
        _ severity: Finding.Severity, _ code: Finding.Code, _ message: String, _ remedy: String
    ) -> Finding {
        Finding(severity, code: code, message: message, remedy: remedy, source: "RFC 7518 3.2")
    }
}
