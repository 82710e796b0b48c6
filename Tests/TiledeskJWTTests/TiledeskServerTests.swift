import HelpdeskTestSupport
import TestSupport
import TiledeskJWT
import Testing

/// The verdicts of Tiledesk's own server code, which was run on each of these texts, and those of a diagnosis.
struct TiledeskServerTests {
    struct Row: Decodable, Sendable, CustomTestStringConvertible {
        let id: String
        let whyOdd: String
        /// What the widget sends.
        let authorization: String
        let verdict: String
        /// The status of a refusal; nil where the server never answers.
        let status: Int?

        var testDescription: String { "\(id): \(whyOdd)" }
    }

    @Test(arguments: ["tiledesk-verdicts", "tiledesk-odd"]) func verdictAndStatusAreTheServers(file: String) throws {
        let vectors = try VectorFile<Row>(file)
        let secret = try VectorSettings.required(vectors.settings.secret)
        let now = try VectorSettings.required(vectors.settings.now.flatMap { NumericDate(unixSeconds: $0) })
        let tiledesk = try Tiledesk(
            projectID: VectorSettings.required(vectors.settings.project), key: HS256Key(utf8: secret))
        for row in vectors.cases {
            let findings = tiledesk.diagnose(widgetArgument: row.authorization, secretText: secret, at: now)
            let isRefused = findings.verdict == .refusedByVendor
            #expect(isRefused == (row.verdict == "refused"), "\(row.testDescription): \(findings)")
            guard isRefused else {
                #expect(findings.allSatisfy { $0.severity != .error || $0.authority == .library })
                continue
            }
            let symptoms = findings.filter { $0.severity == .error && $0.authority != .library }.compactMap(\.symptom)
            let expected = row.status.map { "HTTP \($0)" } ?? "no answer at all"
            #expect(
                !symptoms.isEmpty && symptoms.allSatisfy { $0.hasPrefix(expected) },
                "\(row.testDescription): \(symptoms)")
        }
        #expect(
            vectors.cases.contains { $0.verdict == "accepted" } && vectors.cases.contains { $0.verdict == "refused" })
    }

    /// `verify` stays as strict as it is, whatever the server takes.
    @Test func verifyDoesNotFollow() throws {
        let vectors = try VectorFile<Row>("tiledesk-verdicts")
        let tiledesk = try Tiledesk(
            projectID: VectorSettings.required(vectors.settings.project),
            key: HS256Key(utf8: VectorSettings.required(vectors.settings.secret)))
        let now = try VectorSettings.required(vectors.settings.now.flatMap { NumericDate(unixSeconds: $0) })
        var laxCount = 0
        for row in vectors.cases where row.verdict == "accepted" && row.authorization.hasPrefix("JWT eyJ") {
            let token = String(row.authorization.dropFirst(4))
            let first = tiledesk.diagnose(token, at: now).first { $0.severity == .error }
            #expect(code { () throws(HS256Error) in try tiledesk.verify(token, at: now) } == first?.code.rawValue)
            if first != nil { laxCount += 1 }
        }
        #expect(laxCount > 15)
    }

    // MARK: What cannot be told

    /// Whether a signature of HS512 is good can be told only with the text of the secret.
    @Test func otherAlgorithmWithoutTheSecret() throws {
        let row = try #require(
            try VectorFile<Row>("tiledesk-odd").cases.first { $0.whyOdd.contains("HS512") && $0.verdict == "accepted" })
        let vectors = try VectorFile<Row>("tiledesk-odd")
        let secret = try VectorSettings.required(vectors.settings.secret)
        let now = try VectorSettings.required(vectors.settings.now.flatMap { NumericDate(unixSeconds: $0) })
        let tiledesk = try Tiledesk(
            projectID: VectorSettings.required(vectors.settings.project), key: HS256Key(utf8: secret))
        let question = VendorQuestion(token: String(row.authorization.dropFirst(4)), secretText: nil, now: now)
        #expect(tiledesk.vendorAnswer(to: question) == nil)
        let asked = VendorQuestion(token: question.token, secretText: secret, now: now)
        #expect(tiledesk.vendorAnswer(to: asked).map { if case .accepted = $0 { true } else { false } } == true)
    }

    /// A secret that is known to be wrong here says nothing about the server's.
    @Test func wrongSecretHere() throws {
        let key = try HS256Key(utf8: Fixture.secret + "\n")
        let good = try Tiledesk(projectID: "P1", key: Fixture.key)
        let token = try good.token(for: TiledeskUser(id: "1", email: "jane@soap.example"), at: Fixture.now)
        let findings = try Tiledesk(projectID: "P1", key: key).diagnose(
            token, secretText: Fixture.secret + "\n", at: Fixture.now)
        #expect(findings.verdict == .refusedHere)
        #expect(findings.first?.message.contains("the secret here") == true && findings.first?.symptom == nil)
    }
}
