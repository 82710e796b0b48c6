// The Swift of Docs/AddingASystem.md. It stands outside the package: the target sees what is public and no more.

import HelpdeskIdentity
import Testing

private let secret = "an example secret of 32 bytes at least"

// begin
/// Canny: tells its feedback widget who the user is.
struct Canny: HelpdeskSystem {
    static let profile = SystemProfile(
        name: "Canny",
        rules: RuleBook(
            systemID: "canny",
            vendor: "Canny",
            page: "Canny, Single sign-on",
            header: [ClaimRule("typ", .constant("JWT"), .optional, "JWT")],
            claims: [
                ClaimRule(
                    "id", .text(), .required, "the user's ID in your own system", misspellings: ["sub", "userId"]),
                ClaimRule("email", .text(), .required, "the user's e-mail address"),
                ClaimRule("name", .text(), .required, "the name that is shown"),
                ClaimRule("avatarURL", .text(), .optional, "the address of a picture", isTelling: true),
                ClaimRule("exp", .date, .optional, "Unix seconds"),
            ]),
        symptom: "the widget asks the user to sign in")

    static let defaultLifetime: Duration = .seconds(3_600)

    let signingKey: SigningKey

    init(key: HS256Key) {
        signingKey = SigningKey(key, rules: Self.profile.rules)
    }

    func writeClaims(
        of user: CannyUser, at now: NumericDate, until expiration: NumericDate, to claims: inout ClaimWriter
    ) throws(HS256Error) {
        guard !user.id.isEmpty else { throw .claimInvalid("id", reason: "is empty") }
        claims.write("id", user.id)
        claims.write("email", user.email)
        claims.write("name", user.name)
        claims.write("avatarURL", user.avatarURL)
        claims.write(.expiration, expiration)
    }

    func user(from claims: borrowing ClaimReader) throws(HS256Error) -> CannyUser {
        CannyUser(
            id: try claims.string("id"), email: try claims.string("email"), name: try claims.string("name"),
            avatarURL: try claims.stringIfPresent("avatarURL"))
    }

    func checkFurtherRules(_ token: borrowing TokenReader, _ report: inout RuleReport) throws(HS256Error) {
        if let url = try token.claims.stringIfPresent("avatarURL"), !url.hasPrefix("https://") {
            report.remark(
                Self.profile.rules.finding(
                    .warning, "avatarURL.form", "avatarURL", "\"avatarURL\" is not an https address",
                    "Write the whole address, or leave it out"))
        }
    }
}

struct CannyUser: Sendable, Equatable {
    var id: String
    var email: String
    var name: String
    var avatarURL: String?
}
// end

struct AddingASystemSnippets {
    @Test func cannyIssuesAndVerifies() throws {
        // begin
        let canny = try Canny(key: HS256Key(utf8: secret))
        let token = try canny.token(for: CannyUser(id: "7", email: "jane@soap.example", name: "Jane Soap"))
        let user = try canny.verify(token)
        let findings = canny.diagnose(token)
        // end
        #expect(user == CannyUser(id: "7", email: "jane@soap.example", name: "Jane Soap"))
        #expect(findings.isEmpty)
        #expect(throws: HS256Error.claimInvalid("id", reason: "is empty")) {
            try canny.token(for: CannyUser(id: "", email: "jane@soap.example", name: "Jane Soap"))
        }
    }

    @Test(arguments: [
        (#"{"sub":"7","email":"a@b.example","name":"J","exp":253402300799}"#, ["canny.id.missing", "canny.exp.long"]),
        (#"{"id":7,"email":"","name":"J"}"#, ["canny.id.type", "canny.email.empty", "canny.exp.missing"]),
        (
            #"{"id":"7","email":"a@b.example","name":"J","avatarURL":"/me.png"}"#,
            ["canny.exp.missing", "canny.avatarURL.form"]
        ),
    ]) func cannyFindsWhatIsWrong(claims: String, codes: [String]) throws {
        let canny = try Canny(key: HS256Key(utf8: secret))
        // What no signer would write is signed as it is.
        let token = try JWTSigner(key: HS256Key(utf8: secret)).sign(payload: claims.utf8)
        #expect(canny.diagnose(token).map(\.code.rawValue) == codes)
    }
}
