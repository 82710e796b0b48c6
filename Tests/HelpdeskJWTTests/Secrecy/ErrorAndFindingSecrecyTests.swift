import Foundation
import HelpdeskJWT
import HelpdeskTestSupport
import TestSupport
import Testing

/// Nothing that a log may show of an error or a finding has a secret, an authentication code or a whole token in it.
struct ErrorAndFindingSecrecyTests {
    /// What has been seen, to be compared with all there is.
    struct Seen {
        var errors: Set<ErrorName> = []
        var codes: Set<Finding.Code> = []
    }

    /// Every error that can be thrown and every finding that can be made, seen at least once and found clean each time.
    @Test func everyErrorAndEveryFinding() throws {
        var seen = Seen()
        try setUp(&seen)
        for sample in samples { try tokens(of: sample, &seen) }
        let hint = Ferndesk.domainHint(pageHost: "app.example", helpCenterHost: "help.other.example")
        check([try #require(hint)], try Planted.detector(), &seen)
        try otherCalls(&seen)
        try policies(&seen)
        try secrets(&seen)
        let errorsNotSeen = Set(ErrorName.allCases).subtracting(seen.errors)
        #expect(errorsNotSeen.isEmpty)
        let codesNotSeen = try Self.documentedCodes().subtracting(seen.codes)
        #expect(codesNotSeen.isEmpty)
        let unknownCodes = try seen.codes.subtracting(Self.documentedCodes())
        #expect(unknownCodes.isEmpty)
    }

    /// The codes in the tables of Docs; other tests see to it that these are the codes in the sources.
    private static func documentedCodes() throws -> Set<Finding.Code> {
        let folder = ProjectFiles.root.appendingPathComponent("Docs")
        let prefixes = HelpdeskSystems.profiles.map { $0.rules.systemID } + ["jwt"]
        let pages = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        return try pages.filter { $0.pathExtension == "md" }.reduce(into: []) { codes, page in
            let rows = try String(contentsOf: page, encoding: .utf8).split(separator: "\n").filter { $0.hasPrefix("|") }
            for match in rows.joined(separator: "\n").matches(of: /`([a-z-]+)\.([A-Za-z0-9_.]+)`/)
            where prefixes.contains(String(match.1)) && match.2 != "com" {
                codes.insert(Finding.Code(rawValue: "\(match.1).\(match.2)"))
            }
        }
    }

    // MARK: Where errors and findings come from

    /// Keys, rings, verifiers and users that cannot be made.
    private func setUp(_ seen: inout Seen) throws {
        let key = try Planted.key
        let secret = Planted.secret
        let detector = try Planted.detector()
        let calls: [() throws -> Void] = [
            { _ = try HS256Key(utf8: "") },
            { _ = try HS256Key(utf8: String(secret.prefix(31))) },
            { _ = try HS256Key(utf8: "-----BEGIN PRIVATE KEY-----\n" + secret) },
            { _ = try HS256Key(base64: secret) },
            { _ = try HS256Key(base64URL: secret) },
            { _ = try HS256Key(hex: secret) },
            { _ = try KeyRing([]) },
            { _ = try KeyRing(Array(repeating: .init(key: key), count: 17)) },
            { _ = try KeyRing(Array(repeating: .init(id: "a", key: key), count: 2)) },
            { _ = try JWTVerifier(key: key, policy: .init(leeway: .seconds(301))) },
            { _ = try ZendeskMessagingUser(id: "") },
            { _ = try ZendeskMessagingUser(id: "1", additionalClaims: ["scope": "x"]) },
            { _ = try ZendeskMessaging(keyID: "", key: key) },
            { _ = try JWTSigner(key: key, limits: TokenLimits(maximumDepth: 1)).sign(JWTClaims(["a": []])) },
        ]
        for call in calls {
            let error = #expect(throws: HS256Error.self, performing: call)
            check(try #require(error), detector, &seen)
        }
    }

    /// What is said of secrets alone.
    private func secrets(_ seen: inout Seen) throws {
        let secret = Planted.secret
        let texts = [
            secret, secret + "\n", "'\(secret)'", "\u{FEFF}\(secret)", "MY_SECRET=\(secret)", "{\"k\":\"\(secret)\"}",
            Data(secret.utf8).base64EncodedString(), secret + secret, "", "-----BEGIN PUBLIC KEY-----\n\(secret)",
        ]
        for bytes in texts.map({ Array($0.utf8) }) + [secret.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }] {
            check(HS256Key.diagnose(secret: bytes), try Planted.detector(), &seen)
        }
    }

    /// Everything that a system says of its broken tokens.
    private func tokens(of sample: any SystemSample, _ seen: inout Seen) throws {
        let system = try sample.system(key: Planted.key)
        for token in try BrokenTokens(sample).all() {
            let detector = try Planted.detector(for: token)
            let secrets = [nil, Planted.secret, Planted.secret + "\n", "'\(Planted.secret)'", "short"]
            // Most findings are the same whatever the secret, and need one look.
            let findings = Set(secrets.flatMap { system.diagnose(token, secretText: $0, at: Fixture.now) })
            check(Array(findings), detector, &seen)
            do throws(HS256Error) {
                _ = try system.verify(token, at: Fixture.now)
            } catch {
                check(error, detector, &seen)
            }
        }
    }

    /// What is found only by calls that not every system has.
    private func otherCalls(_ seen: inout Seen) throws {
        let tiledesk = try Tiledesk(projectID: "P1", key: Planted.key)
        let token = try tiledesk.token(for: TiledeskUser(id: "1", email: "jane@soap.example"), at: Fixture.now)
        let detector = try Planted.detector(for: token)
        let foreign = HelpdeskSystems.diagnose(token, for: Ferndesk(key: try Planted.key), at: Fixture.now)
        #expect(foreign.first?.code == .tokenOfOtherSystem)
        check(foreign, detector, &seen)
        for prefix in ["", "JWT  ", "JWT JWT ", "Bearer "] {
            check(tiledesk.diagnose(widgetArgument: prefix + token, at: Fixture.now), detector, &seen)
        }
    }

    /// What only a policy of the caller's own makes a verifier say.
    private func policies(_ seen: inout Seen) throws {
        let key = try Planted.key
        let token = HandmadeToken.signed(
            header: #"{"alg":"HS256","kid":"b"}"#,
            payload: #"{"iss":"i","sub":"s","aud":"a","iat":1600000000,"exp":1700000900}"#, key: key)
        let detector = try Planted.detector(for: token)
        let policies: [ValidationPolicy] = [
            .init(), .init(audience: "b"), .init(issuer: "j", audience: "a"), .init(subject: "t", audience: "a"),
            .init(audience: "a", maximumAge: .seconds(60)), .init(audience: "a", requiredClaims: ["jti"]),
            .init(audience: "a", limits: TokenLimits(maximumByteCount: 10)),
        ]
        for verifier in try policies.map({ try JWTVerifier(key: key, policy: $0) })
            + [JWTVerifier(keys: KeyRing(key, id: "a"))]
        {
            let findings = verifier.diagnose(token, secretText: Planted.secret, at: Fixture.now)
            #expect(findings.contains { $0.severity == .error })
            check(findings, detector, &seen)
            do throws(HS256Error) {
                let _: VerifiedJWT = try verifier.verify(token, at: Fixture.now)
            } catch {
                check(error, detector, &seen)
            }
        }
    }

    // MARK: Looking at them

    private func check(_ error: HS256Error, _ detector: LeakDetector, _ seen: inout Seen) {
        seen.errors.insert(ErrorName(error))
        expectNothing(printings(of: error) + [(error as any Error).localizedDescription], detector)
        check([error.finding], detector, &seen)
    }

    private func check(_ findings: [Finding], _ detector: LeakDetector, _ seen: inout Seen) {
        for finding in findings {
            seen.codes.insert(finding.code)
            expectNothing(printings(of: finding), detector)
        }
    }

    private func expectNothing(_ texts: [String], _ detector: LeakDetector) {
        // Said only where it is so, and once: there are very many texts.
        guard let text = Set(texts).first(where: { !detector.leaks(in: $0).isEmpty }) else { return }
        Issue.record("\(detector.leaks(in: text).sorted()) in: \(text)")
    }
}
