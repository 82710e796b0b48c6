import Foundation
import TestSupport
import Testing
import ZendeskMessagingJWT

/// Every rule of ZendeskMessaging+Rules.swift, with a token that breaks this one and no other.
struct ZendeskMessagingRulesTests {
    /// A token, rightly signed, and the one finding that there must be.
    struct Case: Sendable, CustomTestStringConvertible {
        var header = Sample.header
        var payload = Sample.payload.description
        let code: String
        let severity: Finding.Severity
        let claim: String

        init(_ severity: Finding.Severity, _ code: String, header: String) {
            (self.severity, self.code, self.header, claim) = (severity, code, header, Self.claim(of: code))
        }

        init(_ severity: Finding.Severity, _ code: String, _ name: String, _ value: JSONValue?) {
            (self.severity, self.code, claim) = (severity, code, Self.claim(of: code))
            payload = Sample.payload(name, value)
        }

        private static func claim(of code: String) -> String {
            String(code.prefix { $0 != "." })
        }

        var testDescription: String { "\(code): \(header == Sample.header ? payload : header)" }
    }

    static let cases: [Case] = [
        Case(.error, "typ.missing", header: #"{"alg":"HS256","kid":"app_5963ceb97cde542d000dbdb1"}"#),
        Case(.error, "typ.value", header: #"{"alg":"HS256","typ":"jwt","kid":"app_5963ceb97cde542d000dbdb1"}"#),
        Case(.error, "typ.value", header: #"{"alg":"HS256","typ":"","kid":"app_5963ceb97cde542d000dbdb1"}"#),
        Case(.error, "kid.missing", header: #"{"alg":"HS256","typ":"JWT"}"#),
        Case(.error, "kid.other", header: #"{"alg":"HS256","typ":"JWT","kid":"app_5963ceb97cde542d000dbdb2"}"#),
        Case(.error, "kid.other", header: #"{"alg":"HS256","typ":"JWT","kid":"app_5963ceb97cde542d000dbdb1 "}"#),
        Case(.error, "kid.empty", header: #"{"alg":"HS256","typ":"JWT","kid":""}"#),
        Case(.error, "kid.server", header: #"{"alg":"HS256","typ":"JWT","kid":"act_5963ceb97cde542d000dbdb1"}"#),
        Case(.error, "kid.server", header: #"{"alg":"HS256","typ":"JWT","kid":"svc_5963ceb97cde542d000dbdb1"}"#),
        Case(.error, "scope.missing", "scope", nil),
        Case(.error, "scope.value", "scope", "User"), Case(.error, "scope.value", "scope", "user "),
        Case(.error, "scope.value", "scope", "appUser"), Case(.error, "scope.type", "scope", ["user"]),
        Case(.error, "scope.type", "scope", .null), Case(.error, "scope.type", "scope", true),
        Case(.error, "external_id.missing", "external_id", nil),
        Case(.error, "external_id.type", "external_id", 12_345_678),
        Case(.error, "external_id.type", "external_id", .null),
        Case(.error, "external_id.type", "external_id", ["x"]), Case(.error, "external_id.empty", "external_id", ""),
        Case(.error, "external_id.length", "external_id", .string(String(repeating: "\u{1F511}", count: 256))),
        Case(.warning, "external_id.changeable", "external_id", "jane@soap.example"),
        Case(.warning, "external_id.changeable", "external_id", "+15551234567"),
        Case(.warning, "external_id.changeable", "external_id", "+1234567"),
        Case(.note, "name.missing", "name", nil), Case(.error, "name.type", "name", 5),
        Case(.error, "name.type", "name", .null), Case(.error, "name.type", "name", ["first": "Jane"]),
        Case(.error, "name.empty", "name", ""),
        Case(.error, "email_verified.type", "email_verified", "true"),
        Case(.error, "email_verified.type", "email_verified", 1),
        Case(.error, "email_verified.type", "email_verified", .null),
        Case(.error, "email.type", "email", ["jane@soap.example"]),
        Case(.error, "email.type", "email", .null), Case(.warning, "email.ignored", "email_verified", nil),
        Case(.warning, "email.ignored", "email_verified", false),
        Case(.warning, "email.form", "email", "Jane <jane@soap.example>"), Case(.error, "email.empty", "email", ""),
        Case(.warning, "exp.missing", "exp", nil), Case(.note, "exp.long", "exp", 1_700_086_401),
    ]

    @Test(arguments: cases)
    func brokenRule(_ broken: Case) throws {
        let token = try Sample.token(header: broken.header, broken.payload)
        let findings = try Sample.zendesk.diagnose(token, at: Sample.now)
        #expect(findings.map(\.code.rawValue) == ["zendesk-messaging." + broken.code])
        let finding = try #require(findings.first)
        #expect(finding.severity == broken.severity && finding.claim == broken.claim && !finding.isUnauthenticated)
        #expect(!finding.message.isEmpty && !finding.remedy.isEmpty && finding.source.hasPrefix("Zendesk"))
        #expect(!finding.message.hasSuffix(".") && !finding.remedy.hasSuffix("."))
        // Errors refuse the token, and nothing else does.
        let refusal = try Sample.zendesk.refusal(of: token, at: Sample.now)
        #expect(refusal?.code == (broken.severity == .error ? finding.code : nil))
    }

    /// No rule is left out above: each code that the file of rules has in it.
    @Test func allRules() throws {
        let folder = ProjectFiles.root.appendingPathComponent("Sources/ZendeskMessagingJWT")
        let source = try String(
            contentsOf: folder.appendingPathComponent("ZendeskMessaging+Rules.swift"), encoding: .utf8)
        let written = Set(source.matches(of: /"([a-z_]+\.[a-z]+)", "[a-z_]+"/).map { String($0.output.1) })
        #expect(written.count == 6)
        #expect(written.subtracting(Self.cases.map(\.code)) == ["kind.sso", "email_verified.alone"])
    }

    /// An address and its verification belong together.
    @Test func email() throws {
        func codes(_ payload: JSONObject) throws -> [String] {
            try Sample.zendesk.diagnose(Sample.token(payload.description), at: Sample.now).map(\.code.rawValue)
        }
        var payload = Sample.payload
        payload["email"] = nil
        #expect(try codes(payload) == ["zendesk-messaging.email.missing", "zendesk-messaging.email_verified.alone"])
        payload["email_verified"] = nil
        #expect(try codes(payload) == ["zendesk-messaging.email.missing"])
    }

    @Test func nothingBroken() throws {
        let zendesk = try Sample.zendesk
        #expect(zendesk.diagnose(try Sample.token(Sample.payload.description), at: Sample.now).isEmpty)
        // At the limits.
        for (name, value) in [
            ("external_id", .string(String(repeating: "\u{1F511}", count: 255))), ("external_id", "x"),
            ("external_id", "+123456"),
            ("external_id", "1234567890"), ("external_id", "+1234567x"), ("exp", 1_700_086_400), ("exp", 1_700_000_001),
            ("iat", 1_700_000_000), ("jti", "x"), ("aud", "x"), ("extra", nil),
        ] as [(String, JSONValue)] {
            let token = try Sample.token(Sample.payload(name, value))
            #expect(zendesk.diagnose(token, at: Sample.now).isEmpty, "\(name)")
            #expect(zendesk.refusal(of: token, at: Sample.now) == nil, "\(name)")
        }
    }

    /// The core's own rules come first, and a header of the wrong type is said once.
    @Test func core() throws {
        func codes(header: String = Sample.header, _ name: String, _ value: JSONValue?) throws -> [String] {
            let token = try Sample.token(header: header, Sample.payload(name, value))
            let findings = try Sample.zendesk.diagnose(token, at: Sample.now)
            #expect(
                try Sample.zendesk.refusal(of: token, at: Sample.now)?.code
                    == findings.first { $0.severity == .error }?.code)
            return findings.map(\.code.rawValue)
        }
        #expect(try codes("exp", 1_700_000_000) == ["jwt.exp.passed"])
        #expect(try codes("exp", "1700000900") == ["jwt.claim.type"])
        #expect(try codes("exp", 1_700_000_900_000) == ["jwt.date.milliseconds"])
        #expect(try codes("nbf", 1_700_000_001) == ["jwt.nbf.future"])
        #expect(try codes("sub", 5) == ["jwt.claim.type"])
        #expect(
            try codes(header: #"{"alg":"HS256","typ":5,"kid":5}"#, "exp", 1_700_000_900) == [
                "jwt.header.type", "jwt.header.type",
            ])
    }

    // MARK: Remedies

    private func finding(_ payload: String) throws -> Finding? {
        try Sample.zendesk.diagnose(Sample.token(payload), at: Sample.now).first { $0.severity == .error }
    }

    @Test(arguments: ["externalId", "external-id", "externalID", "user_id", "userId", "id", "sub"])
    func misspeltExternalID(_ name: String) throws {
        var payload = Sample.payload
        payload["external_id"] = nil
        payload[name] = "12345678"
        #expect(try finding(payload.description)?.remedy == "Rename \"\(name)\" to \"external_id\"")
    }

    @Test func singleSignOnToken() throws {
        #expect(try finding(Sample.payload("scope", nil))?.remedy == "Add \"scope\": \"user\"")
        var payload = Sample.payload
        payload["scope"] = nil
        payload["jti"] = "x"
        let findings = try Sample.zendesk.diagnose(Sample.token(payload.description), at: Sample.now)
        #expect(findings.map(\.code.rawValue) == ["zendesk-messaging.scope.missing", "zendesk-messaging.kind.sso"])
        #expect(findings.last?.message.contains("single sign-on") == true)
    }

    // MARK: Everything at once

    @Test func allAtOnce() throws {
        let header = #"{"alg":"HS256","kid":"act_x"}"#
        let payload = #"{"exp":5,"name":1,"email":"x","email_verified":"yes"}"#
        let expected = [
            "jwt.exp.passed", "zendesk-messaging.typ.missing", "zendesk-messaging.external_id.missing",
            "zendesk-messaging.email_verified.type",
            "zendesk-messaging.name.type", "zendesk-messaging.scope.missing", "zendesk-messaging.kid.server",
            "zendesk-messaging.email.form",
        ]
        let good = try Sample.zendesk.diagnose(Sample.token(header: header, payload), at: Sample.now)
        #expect(good.map(\.code.rawValue) == expected)
        #expect(good.allSatisfy { !$0.isUnauthenticated })
        let key = try HS256Key(utf8: "another secret that has nothing to do with this")
        let forged = HandmadeToken.signed(header: header, payload: payload, key: key)
        let findings = try Sample.zendesk.diagnose(forged, at: Sample.now)
        #expect(findings.map(\.code.rawValue) == ["jwt.signature.mismatch"] + expected)
        #expect(findings.map(\.isUnauthenticated) == [false] + expected.map { _ in true })
        #expect(try Sample.zendesk.refusal(of: forged, at: Sample.now) == HS256Error(.signatureMismatch))
    }
}
