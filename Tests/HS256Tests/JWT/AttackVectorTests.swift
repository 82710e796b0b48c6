import Foundation
import HS256
import TestSupport
import Testing

/// All of attacks-dev.json: forged, malformed and odd tokens, each with the rule that has to refuse it.
struct AttackVectorTests {
    static let cases: [TokenCase] = (try? VectorFile("attacks-dev").cases) ?? []

    /// The list above is empty where the file cannot be read, and a test without arguments would pass.
    @Test func allCasesAreThere() {
        #expect(Self.cases.count == 166)
        #expect(Self.cases.filter(\.isScored).count == 161)
    }

    @Test(arguments: cases)
    func verdict(_ attack: TokenCase) throws {
        let refusal = try attack.refusal()
        guard attack.isScored else { return }
        if attack.isAccepted {
            #expect(refusal == nil)
        } else {
            let refusal = try #require(refusal, "accepted")
            #expect(attack.rules.contains(refusal.corpusRule), "\(refusal)")
        }
    }

    /// Keys that the corpus leaves to the design: this library refuses them (RFC 7518 3.2, RFC 8725 2.1).
    @Test(arguments: cases.filter { $0.rule.hasPrefix("key-") })
    func keyIsRefused(_ attack: TokenCase) throws {
        #expect(try attack.refusal()?.corpusRule == attack.rule)
    }

    /// Whatever the token, a diagnosis comes to an end, and begins with what verification throws.
    @Test(arguments: cases)
    func diagnosisAgrees(_ attack: TokenCase) throws {
        guard let verifier = try? attack.verifier() else { return }
        let now = try attack.now
        let findings = verifier.diagnose(attack.token, secretText: "no secret", at: now)
        let refusal = verifier.refusal(of: attack.token, at: now)
        #expect(findings.first { $0.severity == .error }?.code == refusal?.finding.code)
        #expect(findings.first { $0.severity == .error }?.code == refusal?.code)
    }

    @Test(arguments: cases.filter { $0.isAccepted && $0.isScored })
    func contents(_ attack: TokenCase) throws {
        let verifier = try attack.verifier()
        let payload = try verifier.verifySignatureOnly(attack.token)
        #expect(payload == attack.payloadHex?.bytes)
        let header = try #require(attack.headerHex).bytes
        #expect(Base64URL.encode(header) == attack.token.prefix { $0 != "." })
        guard attack.mode == "jwt" else { return }
        let verified = try verifier.verify(attack.token, at: attack.now)
        #expect(try JSONValue.object(verified.claims.members) == JSONValue(parsing: payload))
        #expect(try UnverifiedJWT(unverified: attack.token).claims == verified.claims.members)
        guard case .object(let parameters) = try JSONValue(parsing: header) else {
            return #expect(Bool(false), "the header is no object")
        }
        #expect(parameters["kid"] == verified.header.keyID.map { .string($0) })
        #expect(parameters["typ"] == verified.header.type.map { .string($0) })
    }

    /// The claims that a reader must see, read with this library's own reader: a Swift dictionary would take names for
    /// the same that are not (RFC 7515 5.3).
    @Test func claims() throws {
        let text = try Data(contentsOf: ProjectFiles.vectors.appendingPathComponent("attacks-dev.json"))
        var checked = 0
        guard case .object(let file) = try JSONValue(parsing: text), case .array(let attacks)? = file["cases"] else {
            throw VectorError("attacks-dev.json is not an object with cases")
        }
        for case .object(let attack) in attacks {
            guard case .string(let id)? = attack["id"], let expected = attack["claims"] else { continue }
            let sample = try #require(Self.cases.first { $0.id == id })
            let verified = try sample.verifier().verify(sample.token, at: sample.now)
            #expect(JSONValue.object(verified.claims.members).isSameReading(as: expected), "\(id)")
            checked += 1
        }
        #expect(checked == 29)
    }
}

extension JSONValue {
    /// Whether two values are the same with numbers compared by what they mean, as the corpus writes them in its own way.
    fileprivate func isSameReading(as other: JSONValue) -> Bool {
        switch (self, other) {
        case (.number(let a), .number(let b)): a.double == b.double
        case (.array(let a), .array(let b)): a.count == b.count && zip(a, b).allSatisfy { $0.isSameReading(as: $1) }
        case (.object(let a), .object(let b)):
            a.members.count == b.members.count
                && a.members.allSatisfy { member in
                    b[member.name].map { member.value.isSameReading(as: $0) } ?? false
                }
        default: self == other
        }
    }
}
