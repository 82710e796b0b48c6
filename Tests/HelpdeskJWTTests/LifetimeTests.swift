import HelpdeskJWT
import HelpdeskTestSupport
import TestSupport
import Testing

/// How long tokens are good.
struct LifetimeTests {
    @Test(arguments: samples) func underASecond(sample: any SystemSample) throws {
        let tooShort: [Duration] = [
            .milliseconds(999), .nanoseconds(999_999_999), .zero, .seconds(-1), .seconds(Int64.min),
        ]
        for lifetime in tooShort {
            let said = message { () throws(HS256Error) in try sample.minimalToken(lifetime: lifetime) }
            #expect(said == "\"exp\" would not lie in the future: the lifetime is under a second", "\(lifetime)")
        }
        #expect(code { () throws(HS256Error) in try sample.minimalToken(lifetime: .seconds(1)) } == nil)
    }

    @Test(arguments: samples) func overTheMaximum(sample: any SystemSample) throws {
        guard let maximum = sample.maximumLifetime else {
            #expect(sample.profile.id != "freshdesk-help-widget")
            #expect(code { () throws(HS256Error) in try sample.minimalToken(lifetime: .seconds(31_557_600)) } == nil)
            return
        }
        #expect(code { () throws(HS256Error) in try sample.minimalToken(lifetime: maximum) } == nil)
        for more in [Duration.nanoseconds(1), .seconds(1), .seconds(Int64.max / 2)] {
            let said = message { () throws(HS256Error) in try sample.minimalToken(lifetime: maximum + more) }
            #expect(said == "\"exp\" would lie more than 2 hours ahead: the lifetime must be shorter", "\(more)")
        }
    }

    /// `exp` in whole seconds, as all vendors print it, and never later than was asked for.
    @Test(arguments: samples, [0, 1, 500_000_000, 999_999_999])
    func expirationIsWholeSecondsAndNotLater(sample: any SystemSample, nanoseconds: Int) throws {
        let now = try #require(NumericDate(unixSeconds: 1_700_000_000, nanoseconds: nanoseconds))
        for (milliseconds, seconds) in [(1_000, 1_700_000_001), (1_500, 1_700_000_001), (59_999, 1_700_000_059)] {
            let token = try sample.minimalToken(lifetime: .milliseconds(milliseconds), at: now)
            let later = (nanoseconds + milliseconds % 1_000 * 1_000_000) / 1_000_000_000
            #expect(try expiration(of: token) == .number(JSONNumber(Int64(seconds + later))))
            #expect(try sample.system().refusal(of: token, at: now) == nil)
        }
    }

    @Test(arguments: samples) func theDefaultIsGoodForJustThatLong(sample: any SystemSample) throws {
        let token = try sample.minimalToken()
        let system = try sample.system()
        let end = Fixture.now.advanced(by: sample.defaultLifetime)
        #expect(try expiration(of: token) == .number(JSONNumber(end.unixSeconds)))
        #expect(try system.refusal(of: token, at: end.advanced(by: .nanoseconds(-1))) == nil)
        #expect(try system.refusal(of: token, at: end)?.code == "jwt.exp.passed")
        let findings = system.diagnose(token, at: Fixture.now).map(\.code.rawValue)
        #expect(!findings.contains { $0.contains(".exp.") }, "the default is nothing to be warned of")
    }

    @Test func defaults() {
        #expect(samples.map(\.defaultLifetime) == [3_600, 7_020, 3_600, 28_800, 900].map { .seconds($0) })
        #expect(samples.map(\.maximumLifetime) == [nil, .seconds(7_200), nil, nil, nil])
    }

    @Test(arguments: samples.filter { $0.maximumLifetime == nil })
    func longerThanADayIsNoted(sample: any SystemSample) throws {
        func notes(_ seconds: Int64) throws -> [String] {
            try sample.findings(payload: sample.payload.with(["exp": .number(JSONNumber(1_700_000_000 + seconds))]))
                .map { "\($0.severity) \($0.code)" }
        }
        #expect(try notes(86_400).isEmpty)
        #expect(try notes(86_401) == ["note \(sample.prefix).exp.long"])
    }

    @Test(arguments: samples.filter { $0.maximumLifetime == nil })
    func forEverIsWarnedOf(sample: any SystemSample) throws {
        let payload = sample.payload.with(["exp": nil])
        #expect(try sample.refusal(payload: payload) == nil)
        let findings = try sample.findings(payload: payload)
        #expect(findings.map { "\($0.severity) \($0.code)" } == ["warning \(sample.prefix).exp.missing"])
        #expect(try sample.system().refusal(of: sample.token(payload: payload), at: 250_000_000_000) == nil)
    }

    private func expiration(of token: String) throws -> JSONValue? {
        try UnverifiedJWT(unverified: token).claims["exp"]
    }
}

extension SystemSample {
    fileprivate var defaultLifetime: Duration { System.defaultLifetime }
    fileprivate var maximumLifetime: Duration? { System.maximumLifetime }
}
