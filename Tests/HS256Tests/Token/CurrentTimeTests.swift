@testable import HS256
import TestSupport
import Testing

@Suite("The time that dates are compared with")
struct CurrentTimeTests {
    @Test("A time that is given is exact")
    func given() {
        for time in [CurrentTime(exactly: 1_700_000_000), CurrentTime(1_700_000_000)] {
            #expect(time.earliest == 1_700_000_000)
            #expect(time.latest == 1_700_000_000)
            #expect(time.exact == 1_700_000_000)
        }
    }

    @Test("The system's lies between the two dates")
    func system() {
        for _ in 0..<1_000 {
            let before = NumericDate.now
            let time = CurrentTime(nil)
            let after = NumericDate.now
            #expect(time.earliest <= after && time.latest >= before)
            #expect(time.latest - time.earliest <= .seconds(10))
            #expect(time.exact >= (time.earliest == time.latest ? before : after))
        }
    }

    @Test("Some seconds are in doubt")
    func doubt() {
        let time = CurrentTime(secondOfLastTick: 1_000)
        #expect(time.earliest == 1_000)
        #expect(time.latest == 1_010)
        #expect(time.exact > 1_700_000_000, "the clock is asked")
        let end = CurrentTime(secondOfLastTick: .distantFuture)
        #expect(end.latest == .distantFuture && end.exact < .distantFuture)
    }

    /// What a verification says that has seen the clock in some second at its last tick. Long before our days, and long
    /// after, a rule that asks the clock itself shows it by its verdict.
    private func refusal(
        of payload: String, secondOfLastTick second: NumericDate, _ policy: ValidationPolicy = .init()
    ) throws -> String? {
        let verifier = try JWTVerifier(key: Sample.key, policy: policy)
        let token = try Sample.token(payload)
        var report = RuleReport.stoppingAtFirstError
        do throws(HS256Error) {
            let time = CurrentTime(secondOfLastTick: second)
            try Scratch.lend { (scratch) throws(HS256Error) in
                _ = try verifier.setup.read(token, at: time, in: &scratch, &report)
            }
            return nil
        } catch {
            return error.code.rawValue
        }
    }

    @Test("An exp that is near is compared with the exact time, and no other")
    func expiration() throws {
        for near in [1, 999, 1_000, 1_001, 1_002, 1_009, 1_010] {
            #expect(try refusal(of: "{\"exp\":\(near)}", secondOfLastTick: 1_000) == "jwt.exp.passed")
        }
        // The clock itself has not come so far.
        for near in [199_999_999_999, 200_000_000_001, 200_000_000_010] {
            #expect(try refusal(of: "{\"exp\":\(near)}", secondOfLastTick: 200_000_000_000) == nil)
        }
        #expect(try refusal(of: "{\"exp\":1011}", secondOfLastTick: 1_000) == nil)
        #expect(try refusal(of: "{\"exp\":1010.5}", secondOfLastTick: 1_000) == nil)
    }

    @Test("So are nbf and iat")
    func beginnings() throws {
        for (claim, code) in [("nbf", "jwt.nbf.future"), ("iat", "jwt.iat.future")] {
            let far = 200_000_000_000
            for date in [far + 1, far + 2, far + 3] {
                let payload = "{\"exp\":\(far + 900),\"\(claim)\":\(date)}"
                #expect(try refusal(of: payload, secondOfLastTick: NumericDate(integerLiteral: Int64(far))) == code)
            }
            let begun = "{\"exp\":\(far + 900),\"\(claim)\":\(far)}"
            #expect(try refusal(of: begun, secondOfLastTick: NumericDate(integerLiteral: Int64(far))) == nil)
        }
    }

    @Test("An age is always the exact one")
    func age() throws {
        let policy = ValidationPolicy(maximumAge: .seconds(60))
        let payload = "{\"exp\":200000000000,\"iat\":1000}"
        #expect(try refusal(of: payload, secondOfLastTick: 1_000, policy) == "jwt.iat.old")
    }
}
