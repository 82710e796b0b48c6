import HelpdeskJWT
import HelpdeskTestSupport
import TestSupport

/// Tokens of one system that are broken in every way that a finding is about, all made with the planted secret.
struct BrokenTokens {
    let sample: any SystemSample
    private let key: HS256Key

    init(_ sample: any SystemSample) throws {
        self.sample = sample
        key = try Planted.key
    }

    /// All of them, those with a signature of another secret too.
    func all() throws -> [String] {
        let signed = contents.map { signing(header: $0, payload: $1) }
        let forged = try contents.map { header, payload in
            HandmadeToken.signed(header: header, payload: payload, key: try Fixture.otherKey)
        }
        return try signed + forged + forms() + readings()
    }

    // MARK: What tokens say

    /// Headers and payloads.
    private var contents: [(String, String)] {
        let payload = sample.payload.description
        return headers.map { ($0, payload) } + payloads.map { (sample.header.description, $0) }
    }

    private var headers: [String] {
        let names = sample.profile.rules.header.map { $0.name.description } + ["alg", "cty", "crit", "b64"]
        return variants(of: sample.header, names).map(\.description)
            + names.map { name in
                sample.header.with([name: nil, name.uppercased(): sample.header[name]]).description
            }
            + [
                "", "null", "[]", "{\"alg\":\"HS256\",\"alg\":\"HS256\"}", "{\"alg\":\"HS256\"",
                sample.header.with(["kid": "act_5963ceb97cde542d000dbdb1"]).description,
            ]
    }

    private var payloads: [String] {
        let rules = sample.profile.rules.claims
        let names =
            rules.map { $0.name.description } + ["exp", "nbf", "iat", "iss", "sub", "jti", "aud", "role", "other"]
        return variants(of: sample.payload, names).map(\.description) + dates + texts
            + rules.flatMap { rule in
                (rule.misspellings.map(\.description) + [rule.name.description.uppercased()]).map { wrong in
                    sample.payload.with([rule.name.description: nil, wrong: "x"]).description
                }
            } + ["", "null", "[]", "{\"exp\":1,\"exp\":1}", "{\"exp\":\u{7F}", "{}"]
    }

    /// Every claim left out, and of every type.
    private func variants(of object: JSONObject, _ names: [String]) -> [JSONObject] {
        let values: [JSONValue?] = [
            nil, "", "x", "undefined", 1, -1, true, false, .null, [], [:], .string(String(repeating: "x", count: 300)),
        ]
        return names.flatMap { name in values.map { object.with([name: $0]) } }
    }

    private var dates: [String] {
        let values: [JSONValue] = [1_600_000_000, 1_700_000_100, 1_710_000_000, 1_700_000_900_000, 999_999_999_999_999]
        return ["exp", "nbf", "iat"].flatMap { name in
            values.map { sample.payload.with([name: $0]).description }
        } + [
            sample.payload.with(["iat": nil]).description,
            sample.payload.description.replacing("1700000900", with: "1700000900.5"),
        ]
    }

    /// Values that are wrong for one system only.
    private var texts: [String] {
        let changes: [KeyValuePairs<String, JSONValue?>] = [
            ["sub": "jane@soap.example"], ["external_id": "+1234567890"], ["userId": "1"],
            ["scope": nil, "jti": "1"], ["email": nil, "email_verified": true],
            ["freshcat_uuid": nil], ["freshcat_uuid": nil, "freshdesk_uuid": nil, "freshchat_uuid": nil],
            ["aud": "https://tiledesk.com/projects/other"],
            ["aud": "https://other.example/projects/5b55e806c93dde00143163dd"],
        ]
        return changes.map { sample.payload.with($0).description }
    }

    // MARK: What tokens look like

    private func forms() throws -> [String] {
        let token = signing(header: sample.header.description, payload: sample.payload.description)
        let parts = token.split(separator: ".").map(String.init)
        let codes = ["", "AAAA", "=" + parts[2], parts[2] + parts[2], String(parts[2].dropLast(2))]
        return [
            token, "", " ", "{\"token\":\"\(token)\"}", "{\"token\":\"\(parts[2])\"}", parts[0],
            parts[0] + "." + parts[1], token + "." + parts[2],
            token + ".a.b", "Bearer " + token, "jwt " + token, "\"\(token)\"", token + "\n", "Bearer \"\(token)\" ",
            "=" + token, parts[0] + "=." + parts[1] + "." + parts[2], parts[0] + ".=" + parts[1] + "." + parts[2],
            token + String(repeating: "A", count: 17_000),
        ] + codes.map { parts[0] + "." + parts[1] + "." + $0 }
    }

    /// Tokens that are signed with the planted secret read in another way.
    private func readings() throws -> [String] {
        try [
            Planted.secret + "\n", Planted.secret + " ", "\"\(Planted.secret)\"", "'\(Planted.secret)'",
        ].map { secret in
            HandmadeToken.signed(
                header: sample.header.description, payload: sample.payload.description, key: try HS256Key(utf8: secret))
        }
    }

    private func signing(header: String, payload: String) -> String {
        HandmadeToken.signed(header: header, payload: payload, key: key)
    }
}
