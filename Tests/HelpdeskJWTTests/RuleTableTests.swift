@testable import HS256
import HelpdeskJWT
import HelpdeskTestSupport
import TestSupport
import Testing

/// Each rule of each table refuses the token that breaks it, and no other.
struct RuleTableTests {
    @Test(arguments: samples) func theSampleHasEveryClaimAndIsAccepted(sample: any SystemSample) throws {
        let rules = sample.profile.rules
        #expect(sample.header.members.map(\.name) == ["alg"] + rules.header.map(\.name.description))
        #expect(Set(sample.payload.members.map(\.name)) == Set(rules.claims.map(\.name.description)))
        #expect(try sample.refusal() == nil)
        #expect(try sample.findings().isEmpty)
    }

    @Test(arguments: RuleCase.all.filter { $0.rule.need == .required })
    func withoutARequiredClaim(_ test: RuleCase) throws {
        let refusal = try #require(try test.refusal(with: nil))
        #expect(refusal.severity == .error)
        #expect(refusal.code.rawValue == test.code + ".missing")
        #expect(refusal.claim == test.name)
        #expect(refusal.remedy.hasPrefix("Add \"\(test.name)\": "))
        #expect(refusal.message.contains("from the header") == test.isHeader)
        if let constant = test.constant { #expect(refusal.remedy.hasSuffix("\"\(constant)\"")) }
    }

    @Test(arguments: RuleCase.all.filter { $0.rule.need == .recommended })
    func withoutARecommendedClaim(_ test: RuleCase) throws {
        #expect(try test.refusal(with: nil) == nil)
        let findings = try test.findings(with: nil).filter { $0.code.rawValue == test.code + ".missing" }
        #expect(findings.map(\.severity) == [.note])
        #expect(findings.map(\.claim) == [test.name])
    }

    @Test(arguments: RuleCase.all.filter { $0.rule.need == .optional })
    func withoutAnOptionalClaim(_ test: RuleCase) throws {
        #expect(try test.refusal(with: nil) == nil)
        if test.sample.unadvisedClaims.contains(test.name) { #expect(try test.findings(with: nil).isEmpty) }
    }

    /// RFC 7519 gives `sub`, `aud` and the dates a type of their own; for those, and for the header, the verifier speaks
    /// first.
    @Test(arguments: RuleCase.all) func ofAnotherType(_ test: RuleCase) throws {
        let values: [JSONValue] = [nil, true, 12_345_678, "12345678", ["12345678"], [1], ["a": "b"]]
        for value in values where value.kind != test.rule.form.kind {
            let refusal = try #require(try test.refusal(with: value), "\(value)")
            #expect(refusal.claim == test.name)
            let ofTheVerifier: String? =
                test.isHeader
                ? "jwt.header.type"
                : test.isDate || test.name == "sub" || test.name == "aud" && value != ["12345678"]
                    ? "jwt.claim.type" : nil
            #expect(refusal.code.rawValue == ofTheVerifier ?? test.code + ".type", "\(value)")
            // Whoever speaks of the type, it is said once.
            let findings = try test.findings(with: value).filter {
                $0.code.rawValue.hasSuffix(".type") && $0.claim == test.name
            }
            #expect(findings == [refusal])
            guard ofTheVerifier == nil else { continue }
            #expect(refusal.message == "\"\(test.name)\" is \(value.kind); it must be \(test.rule.form.kind)")
            #expect(refusal.remedy.contains("quotation marks") == isAboutQuotes(value, test))
        }
    }

    private func isAboutQuotes(_ value: JSONValue, _ test: RuleCase) -> Bool {
        test.rule.form.kind == .bool || test.rule.form.kind == .string && value.kind == .number
    }

    @Test(arguments: RuleCase.all.filter(\.isText)) func emptyText(_ test: RuleCase) throws {
        let refusal = try #require(try test.refusal(with: ""))
        #expect(refusal.code.rawValue == test.code + ".empty")
        #expect(refusal.claim == test.name)
        #expect(refusal.remedy.hasPrefix("Leave it out") == (test.rule.need != .required))
    }

    /// Lengths are counted in Unicode scalars, of up to four bytes each.
    @Test(arguments: RuleCase.all.filter { $0.maximumLength != nil }, ["x", "\u{1F9D1}", "\u{301}"])
    func textOverTheLimit(_ test: RuleCase, scalar: String) throws {
        let limit = try #require(test.maximumLength)
        #expect(try test.refusal(with: .string(String(repeating: scalar, count: limit))) == nil)
        let refusal = try #require(try test.refusal(with: .string(String(repeating: scalar, count: limit + 1))))
        #expect(refusal.code.rawValue == test.code + ".length")
        #expect(refusal.message.contains("\(limit + 1)") && refusal.message.contains("\(limit)"))
    }

    @Test func someTextHasALimit() {
        #expect(RuleCase.all.filter { $0.maximumLength != nil }.map(\.code) == ["zendesk-messaging.external_id"])
    }

    @Test(arguments: RuleCase.all.filter { $0.constant != nil }) func anotherConstant(_ test: RuleCase) throws {
        let constant = try #require(test.constant)
        let inAnotherCase = constant == constant.uppercased() ? constant.lowercased() : constant.uppercased()
        for other in ["", constant + " ", String(constant.dropLast()), inAnotherCase, "other"] {
            let findings = try test.findings(with: .string(other)).filter { $0.code.rawValue == test.code + ".value" }
            #expect(findings.map(\.claim) == [test.name], "\(other)")
            #expect(findings.map(\.severity) == [test.rule.need == .required ? .error : .warning])
            #expect(findings[0].remedy == "Write \"\(constant)\", exactly so")
            let refusal = try test.refusal(with: .string(other))
            #expect(refusal?.code.rawValue == (test.rule.need == .required ? test.code + ".value" : nil))
        }
    }

    @Test(arguments: RuleCase.all.filter { !$0.misspellings.isEmpty }) func misspelledName(_ test: RuleCase) throws {
        let value = try #require(test.sample.payload[test.name])
        for spelling in test.misspellings {
            let payload = test.sample.payload.with([test.name: nil, spelling: value])
            let remedies = try test.sample.findings(payload: payload).filter { $0.remedy.hasPrefix("Rename") }
            #expect(remedies.map(\.remedy) == ["Rename \"\(spelling)\" to \"\(test.name)\""])
            #expect(remedies.map(\.claim) == [test.name])
            switch test.rule.need {
            case .required: #expect(remedies.map { "\($0.severity) \($0.code)" } == ["error \(test.code).missing"])
            case .recommended: #expect(remedies.map { "\($0.severity) \($0.code)" } == ["warning \(test.code).missing"])
            case .optional: #expect(remedies.map { "\($0.severity) \($0.code)" } == ["warning \(test.code).spelling"])
            }
        }
    }

    /// Beside the right name, the wrong one is a claim like any other.
    @Test(arguments: RuleCase.all.filter { !$0.misspellings.isEmpty }) func bothNames(_ test: RuleCase) throws {
        let value = try #require(test.sample.payload[test.name])
        for spelling in test.misspellings {
            let findings = try test.sample.findings(payload: test.sample.payload.with([spelling: value]))
            #expect(!findings.contains { $0.remedy.hasPrefix("Rename") })
        }
    }

    @Test(arguments: RuleCase.all) func findingsNameTheirSource(_ test: RuleCase) throws {
        for finding in try test.findings(with: nil) where finding.code.rawValue.hasPrefix(test.sample.prefix) {
            #expect(finding.source.hasPrefix(test.sample.profile.rules.page))
        }
    }

    /// A name says in the source which row it has. If it were another one than that of the table, another claim would be
    /// read.
    @Test(arguments: HelpdeskSystems.profiles.map(\.rules))
    func rows(_ rules: RuleBook) {
        #expect(rules.rowNames.prefix(rules.claims.count).allSatisfy { $0.row != 0 })
        for name in rules.rowNames where name.row != 0 {
            #expect(rules.table.name(name.withoutRow).row == name.row, "\(rules.systemID): \(name)")
        }
        // What is public has no row that only this table knows.
        #expect((rules.reservedNames + rules.claims.map(\.name)).allSatisfy { $0.row == 0 })
    }
}
