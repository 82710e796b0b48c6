import HelpdeskJWT
import HelpdeskTestSupport
import TestSupport
import Testing

/// One system value for many threads at once, as a server has it.
struct ConcurrencyTests {
    @Test(arguments: samples) func oneSystemForAllThreads(sample: any SystemSample) throws {
        try check(sample)
    }

    private func check<Sample: SystemSample>(_ sample: Sample) throws {
        let system = try sample.system()
        let users = try (0..<8).map { thread in try sample.fullUser("thread \(thread)") }
        let tokens = try users.map { try system.token(for: $0, at: Fixture.now) }
        try ManyThreads.run { (thread) throws in
            for round in 0..<25 {
                let other = (thread + round) % 8
                let token = try system.token(for: users[thread], at: Fixture.now)
                #expect(token == tokens[thread])
                let user = try system.verify(tokens[other], at: Fixture.now)
                #expect(user == users[other])
                let findings = system.diagnose(tokens[other] + "A", secretText: Fixture.secret, at: Fixture.now)
                #expect(findings.contains { $0.severity == .error })
            }
        }
    }
}
