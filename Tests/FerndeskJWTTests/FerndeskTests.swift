import FerndeskJWT
import HelpdeskTestSupport
import TestSupport
import Testing

struct FerndeskTests {
    private let system: Ferndesk

    init() throws {
        system = Ferndesk(key: try Fixture.key)
    }

    /// The token as python3's hmac and base64 make it.
    @Test func token() throws {
        let user = try FerndeskUser(
            id: "user-123", name: "Jane Soap", email: "jane@soap.example",
            customAttributes: ["plan": "pro", "seats": 12], additionalClaims: ["team": "blue"])
        let expected = """
            eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJ1c2VyLTEyMyIsImVtYWlsIjoiamFuZUBzb2FwLmV4YW1wbGU\
            iLCJuYW1lIjoiSmFuZSBTb2FwIiwiY3VzdG9tQXR0cmlidXRlcyI6eyJwbGFuIjoicHJvIiwic2VhdHMiOjEyfSwiZXhwIjo\
            xNzAwMDAzNjAwLCJ0ZWFtIjoiYmx1ZSJ9.8lzZk7DHt-AsAMmrBZhSoefH7rPQsKW3yDbIvo2DGj0
            """
        #expect(try system.token(for: user, at: Fixture.now) == expected)
        #expect(try system.verify(expected, at: Fixture.now) == user)
        #expect(system.diagnose(expected, at: Fixture.now).isEmpty)
    }

    @Test func nothingIsWrittenForWhatIsNotThere() throws {
        let token = try system.token(for: FerndeskUser(id: "1", email: "a@b"), at: Fixture.now)
        #expect(try UnverifiedJWT(unverified: token).claims.members.map(\.name) == ["sub", "email", "exp"])
    }

    @Test func user() {
        func said(_ id: String, _ email: String, _ name: String? = nil) -> String? {
            message { () throws(HS256Error) in try FerndeskUser(id: id, name: name, email: EmailAddress(email)) }
        }
        #expect(said("1", "jane@soap.example", "Jane") == nil)
        #expect(said("", "jane@soap.example") == "\"sub\" is empty")
        #expect(said("1", "jane@soap.example", "") == "\"name\" is empty")
        for address in ["", "jane", "@soap.example", "jane@", "Jane <jane@soap.example>", "a@b@c"] {
            #expect(said("1", address) == "\"email\" is not an e-mail address", "\(address)")
        }
    }

    @Test func equality() throws {
        let users = try [
            FerndeskUser(id: "1", name: "N", email: "a@b", customAttributes: ["a": 1], additionalClaims: ["b": 1]),
            FerndeskUser(id: "2", name: "N", email: "a@b", customAttributes: ["a": 1], additionalClaims: ["b": 1]),
            FerndeskUser(id: "1", name: "N", email: "a@c", customAttributes: ["a": 1], additionalClaims: ["b": 1]),
            FerndeskUser(id: "1", name: "M", email: "a@b", customAttributes: ["a": 1], additionalClaims: ["b": 1]),
            FerndeskUser(id: "1", email: "a@b", customAttributes: ["a": 1], additionalClaims: ["b": 1]),
            FerndeskUser(id: "1", name: "N", email: "a@b", customAttributes: ["a": 2], additionalClaims: ["b": 1]),
            FerndeskUser(id: "1", name: "N", email: "a@b", customAttributes: ["a": 1], additionalClaims: ["b": 2]),
        ]
        for (index, user) in users.enumerated() {
            #expect(users.indices.filter { users[$0] == user } == [index])
        }
    }
}
