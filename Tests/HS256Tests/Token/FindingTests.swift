import HS256
import Testing

struct FindingTests {
    private let finding = Finding(
        .error, code: "x.scope.missing", claim: "scope", message: "\"scope\" is missing", remedy: "Add it",
        source: "here")

    @Test func description() {
        #expect(finding.description == "error scope: \"scope\" is missing [Add it]")
        #expect(
            Finding(.note, code: "c", message: "all is well", remedy: "", source: "s").description
                == "note: all is well")
        #expect(
            Finding(.warning, code: "c", claim: "exp", message: "m", remedy: "", source: "s").description
                == "warning exp: m")
    }

    @Test func severities() {
        #expect(Finding.Severity.allCases.sorted() == [.note, .warning, .error])
        #expect(Finding.Severity.allCases.map(\.description) == ["note", "warning", "error"])
    }

    @Test func equality() {
        var other = finding
        #expect(other == finding)
        #expect(!finding.isUnauthenticated)
        other.isUnauthenticated = true
        #expect(other != finding)
    }

    /// The name of a claim may be a stranger's, and must not drive the terminal or fill the log.
    @Test func claimIsShownAsAnExcerpt() {
        let name = "\u{1B}[2J\u{202E}" + String(repeating: "x", count: 1_000)
        let finding = HS256Error.claimReserved(name).finding
        #expect(finding.claim == name)
        #expect(finding.description.unicodeScalars.allSatisfy { $0.isSafeToShow })
        #expect(finding.description.utf8.count < 300)
    }
}
