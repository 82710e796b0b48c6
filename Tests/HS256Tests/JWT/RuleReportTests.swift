import HS256
import Testing

struct RuleReportTests {
    private let finding = Finding(.error, code: "x.y", message: "m", remedy: "r", source: "s")
    private let note = Finding(.note, code: "x.z", message: "m", remedy: "r", source: "s")

    @Test func strict() throws {
        var report = RuleReport.stoppingAtFirstError
        #expect(throws: HS256Error(.criticalExtension)) { try report.refuse(HS256Error(.criticalExtension)) }
        #expect(throws: HS256Error.refused(finding)) { try report.refuse(finding) }
        report.remark(note)
        #expect(report.findings.isEmpty)
    }

    @Test func full() throws {
        var report = RuleReport.gatheringAll
        try report.refuse(HS256Error(.criticalExtension))
        report.remark(note)
        report.isUnauthenticated = true
        try report.refuse(finding)
        #expect(report.findings.map(\.code.rawValue) == ["jwt.crit", "x.z", "x.y"])
        #expect(report.findings.map(\.isUnauthenticated) == [false, false, true])
    }
}
