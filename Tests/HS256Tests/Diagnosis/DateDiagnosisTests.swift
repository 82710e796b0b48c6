import HS256
import TestSupport
import Testing

/// What a diagnosis says of dates that are written wrongly.
struct DateDiagnosisTests {
    private func findings(_ payload: String) throws -> [Finding] {
        try JWTVerifier(key: Sample.key).diagnose(Sample.token(payload), at: Sample.now)
    }

    @Test(arguments: [
        ("1700000900000", "jwt.date.milliseconds", "milliseconds"),
        ("1700000900000000", "jwt.date.range", "microseconds"),
        ("1700000900000000000", "jwt.date.range", "nanoseconds"), ("900", "jwt.exp.passed", "a duration"),
        ("721693600", "jwt.exp.passed", "counts from 2001"),
        ("\"1700000900\"", "jwt.claim.type", "a string; it must be a number"),
        ("\"7d\"", "jwt.claim.type", "a duration"),
        ("\"2026-11-24T10:00:00Z\"", "jwt.claim.type", "not a date or words"),
        ("null", "jwt.claim.type", "null"), ("true", "jwt.claim.type", "true or false"),
        ("1699974800", "jwt.exp.passed", "7 hours ago"),
    ])
    func exp(_ value: String, _ code: String, _ what: String) throws {
        let findings = try findings("{\"exp\":\(value)}")
        #expect(findings.map(\.code.rawValue) == [code], "\(findings)")
        #expect(findings[0].message.contains(what), "\(findings[0].message)")
    }

    @Test func fractions() throws {
        let findings = try findings("{\"exp\":1700000900.25}")
        #expect(findings.map(\.code.rawValue) == ["jwt.date.fraction"] && findings[0].severity == .note)
        // Of one that is refused, more important things are said.
        #expect(try self.findings("{\"exp\":1600000900.25}").map(\.code.rawValue) == ["jwt.exp.passed"])
    }

    @Test func remedyHasTheNumber() throws {
        #expect(try findings("{\"exp\":\"1700000900\"}")[0].remedy.hasSuffix("\"exp\": 1700000900"))
    }

    @Test(arguments: [
        ("0", 0), ("-1", 1), ("1", -1), ("1e400", -1), ("-1e400", 1), ("0.5", -1), ("-0.0", 0), ("10e-1", -1),
    ])
    func orderOfNumbers(_ text: String, _ expected: Int) throws {
        guard case .number(let number) = try JSONValue(parsing: text) else { throw VectorError("no number") }
        #expect(number.order(comparedTo: 0) == -expected)
    }
}
