import HelpdeskTestSupport
import TestSupport
import Testing
import TiledeskJWT

struct TiledeskTests {
    private static let project = "5b55e806c93dde00143163dd"
    private let system: Tiledesk

    init() throws {
        system = try Tiledesk(projectID: Self.project, key: try Fixture.key)
    }

    /// The token as python3's hmac and base64 make it.
    @Test func token() throws {
        let visitor = try TiledeskUser(
            id: "user-123", firstName: "Jane", lastName: "Soap", email: "jane@soap.example",
            attributes: ["plan": "pro"], additionalClaims: ["custom1": "val1"])
        let expected = """
            eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJfaWQiOiI1YjU1ZTgwNmM5M2RkZTAwMTQzMTYzZGRfdXNlci0xMjMiLCJ\
            zdWIiOiJ1c2VyZXh0ZXJuYWwiLCJhdWQiOiJodHRwczovL3RpbGVkZXNrLmNvbS9wcm9qZWN0cy81YjU1ZTgwNmM5M2RkZTA\
            wMTQzMTYzZGQiLCJmaXJzdG5hbWUiOiJKYW5lIiwibGFzdG5hbWUiOiJTb2FwIiwiZW1haWwiOiJqYW5lQHNvYXAuZXhhbXB\
            sZSIsImF0dHJpYnV0ZXMiOnsicGxhbiI6InBybyJ9LCJleHAiOjE3MDAwMjg4MDAsImN1c3RvbTEiOiJ2YWwxIn0.esnyNCC\
            guUd1V_MmRq-bEQKh9afO95ckwlaPQv2Vnpo
            """
        #expect(try system.token(for: visitor, at: Fixture.now) == expected)
        #expect(try system.verify(expected, at: Fixture.now) == visitor)
        #expect(system.diagnose(expected, at: Fixture.now).isEmpty)
    }

    /// A token of the shape that the server's own documentation prints (Tiledesk/tiledesk-server, docs/api-dev.md): no
    /// `iat`, no `exp`, an id without the project's in front, and a UUID as secret, which counts as text, dashes and all.
    @Test func tokenOfTheVendorsShape() throws {
        let key = try HS256Key(utf8: "0f2b6b1e-7c1d-4a53-9d57-3c6f2b8e9a10")
        let token = """
            eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJfaWQiOiIxMjM0NTYiLCJmaXJzdG5hbWUiOiJKYW5lIiwibGFzdG5hbWU\
            iOiJTb2FwIiwiZW1haWwiOiJqYW5lQHNvYXAuZXhhbXBsZSIsImN1c3RvbTEiOiJ2YWwxIiwiYXR0cmlidXRlcyI6eyJjMSI\
            6InYxIn0sInN1YiI6InVzZXJleHRlcm5hbCIsImF1ZCI6Imh0dHBzOi8vdGlsZWRlc2suY29tL3Byb2plY3RzLzViNTVlODA\
            2YzkzZGRlMDAxNDMxNjNkZCJ9.MsApBWYmeOZeUMKPZt6ccMghm3-5y2FxLl5a0aTaA9w
            """
        let visitor = try TiledeskUser(
            id: "123456", firstName: "Jane", lastName: "Soap", email: "jane@soap.example", attributes: ["c1": "v1"],
            additionalClaims: ["custom1": "val1"])
        let prefixed = try Tiledesk(projectID: Self.project, key: key)
        #expect(try prefixed.verify(token) == visitor)
        #expect(
            prefixed.diagnose(token).map { "\($0.severity) \($0.code)" }
                == ["warning tiledesk.exp.missing", "warning tiledesk._id.prefix"])
        let raw = try Tiledesk(projectID: Self.project, key: key, idForm: .raw)
        #expect(try raw.refusal(of: token, at: 250_000_000_000) == nil)
        #expect(raw.diagnose(token).map(\.code.rawValue) == ["tiledesk.exp.missing"])
    }

    @Test func nothingIsWrittenForWhatIsNotThere() throws {
        let token = try system.token(for: TiledeskUser(id: "1"), at: Fixture.now)
        let claims = try UnverifiedJWT(unverified: token).claims
        #expect(claims.members.map(\.name) == ["_id", "sub", "aud", "exp"])
        #expect(claims["sub"] == "userexternal")
        #expect(claims["aud"] == .string("https://tiledesk.com/projects/" + Self.project))
    }

    // MARK: _id

    @Test func prefixedID() throws {
        let token = try system.token(for: TiledeskUser(id: "user-123"), at: Fixture.now)
        #expect(try UnverifiedJWT(unverified: token).claims["_id"] == .string(Self.project + "_user-123"))
        #expect(try system.verify(token, at: Fixture.now).id == "user-123")
    }

    @Test func rawID() throws {
        let raw = try Tiledesk(projectID: Self.project, key: try Fixture.key, idForm: .raw)
        let token = try raw.token(for: TiledeskUser(id: "user-123"), at: Fixture.now)
        #expect(try UnverifiedJWT(unverified: token).claims["_id"] == "user-123")
        #expect(try raw.verify(token, at: Fixture.now).id == "user-123")
        // Either form takes the other's tokens, as the server does.
        #expect(try system.verify(token, at: Fixture.now).id == "user-123")
        let prefixed = try system.token(for: TiledeskUser(id: "user-123"), at: Fixture.now)
        #expect(try raw.verify(prefixed, at: Fixture.now).id == Self.project + "_user-123")
    }

    /// Ids that begin as the prefix does come back as they were.
    @Test(arguments: [project + "_", project + "_1", project, "_", "_1", "\u{301}x"]) func idsLikeThePrefix(
        _ id: String
    ) throws {
        let visitor = try TiledeskUser(id: id)
        #expect(try system.verify(system.token(for: visitor, at: Fixture.now), at: Fixture.now) == visitor)
    }

    // MARK: Limits

    @Test(arguments: ["", "a/b", "a b", "a%20", "a?x", "a#x", "\u{E9}", "a.b", ".."])
    func projectIDsThatWouldNotStandInAnAddress(_ id: String) throws {
        let key = try Fixture.key
        let said = message { () throws(HS256Error) in try Tiledesk(projectID: id, key: key) }
        #expect(said == "\"aud\" would hold a project ID of other characters than A-Z a-z 0-9 - _")
    }

    @Test(arguments: ["5b55e806c93dde00143163dd", "A-Z_a-z_0-9"]) func projectIDs(_ id: String) throws {
        let system = try Tiledesk(projectID: id, key: try Fixture.key)
        let token = try system.token(for: TiledeskUser(id: "1"), at: Fixture.now)
        #expect(try system.refusal(of: token) == nil)
    }

    @Test func user() {
        func said(
            _ id: String, _ first: String? = nil, _ last: String? = nil, _ email: String? = nil
        ) -> String? {
            message { () throws(HS256Error) in
                var address: EmailAddress?
                if let email { address = try EmailAddress(email) }
                return try TiledeskUser(id: id, firstName: first, lastName: last, email: address)
            }
        }
        #expect(said("1", "F", "L", "jane@soap.example") == nil)
        #expect(said("") == "\"_id\" is empty")
        #expect(said("1", "") == "\"firstname\" is empty")
        #expect(said("1", "F", "") == "\"lastname\" is empty")
        for address in ["", "jane", "@soap.example", "Jane <jane@soap.example>"] {
            #expect(said("1", nil, nil, address) == "\"email\" is not an e-mail address", "\(address)")
        }
    }

    /// A `role` would open a session in the dashboard; the others are written over by the server, or are what its old
    /// samples take for `_id`, `sub` and `aud`.
    @Test(arguments: ["role", "Role", "ROLE", "id", "fullName", "fullname", "subject", "audience", "iss", "jti", "Jti"])
    func furtherReservedNames(_ name: String) throws {
        #expect(throws: HS256Error.claimReserved(name)) {
            try TiledeskUser(id: "1", additionalClaims: ["custom1": 1, name: "owner"])
        }
    }

    @Test func equality() throws {
        let users = try [
            TiledeskUser(id: "1", firstName: "F", lastName: "L", email: "a@b", attributes: ["a": 1]),
            TiledeskUser(id: "2", firstName: "F", lastName: "L", email: "a@b", attributes: ["a": 1]),
            TiledeskUser(id: "1", firstName: "G", lastName: "L", email: "a@b", attributes: ["a": 1]),
            TiledeskUser(id: "1", firstName: "F", lastName: "M", email: "a@b", attributes: ["a": 1]),
            TiledeskUser(id: "1", firstName: "F", lastName: "L", email: "a@c", attributes: ["a": 1]),
            TiledeskUser(id: "1", firstName: "F", lastName: "L", email: "a@b", attributes: ["a": 2]),
            TiledeskUser(
                id: "1", firstName: "F", lastName: "L", email: "a@b", attributes: ["a": 1],
                additionalClaims: ["b": 1]),
            TiledeskUser(id: "1"),
        ]
        for (index, user) in users.enumerated() {
            #expect(users.indices.filter { users[$0] == user } == [index])
        }
    }
}
