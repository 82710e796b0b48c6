import HS256
import Testing

struct RuleReportTests {
    private let finding = Finding(.error, code: "x.y", message: "m", remedy: "r", source: "s")
    private let note = Finding(.note, code: "x.z", message: "m", remedy: "r", source: "s")

    @Test func strict() throws {
        var report = RuleReport.stoppingAtFirstError
        #expect(throws: JWTError.criticalExtension) { try report.refuse(JWTError.criticalExtension) }
        #expect(throws: JWTError.refused(finding)) { try report.refuse(finding) }
        report.remark(note)
        #expect(report.findings.isEmpty)
    }

    @Test func full() throws {
        var report = RuleReport.gatheringAll
        try report.refuse(JWTError.criticalExtension)
        report.remark(note)
        report.isUnauthenticated = true
        try report.refuse(finding)
        #expect(report.findings.map(\.code) == ["jwt.crit", "x.z", "x.y"])
        #expect(report.findings.map(\.isUnauthenticated) == [false, false, true])
    }
}
