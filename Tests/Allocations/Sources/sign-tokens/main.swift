import ZendeskMessagingJWT

// sign-tokens NAME COUNT: runs one kind of work COUNT times. All else, the visitors among it, is the same whatever
// COUNT is, so two runs differ by the allocations of the work alone.

/// The most that COUNT may be.
let limit = 2_000

let secret = "0123456789abcdef0123456789abcdef"
let now: NumericDate = 1_639_607_135
let key = try HS256Key(utf8: secret)
let zendesk = ZendeskMessaging(keyID: "app_5963ceb97cde542d000dbdb1", key: key)
let visitors = try (0..<limit).map { index in
    try ZendeskUser(
        externalID: String(10_000_000 + index), name: "Jane Soap", email: .verified("janes@soap.example"))
}

/// The same claims as a claim set of the program's own.
struct Visitor: ClaimSet {
    var id: String
    var expiration: NumericDate

    init(id: String, expiration: NumericDate) {
        self.id = id
        self.expiration = expiration
    }

    init(from claims: borrowing ClaimReader) throws(JWTError) {
        id = try claims.string("external_id")
        expiration = try claims.numericDate("exp")
    }

    func write(to claims: inout ClaimWriter) {
        claims.write("external_id", id)
        claims.write("email", "janes@soap.example")
        claims.write("email_verified", true)
        claims.write("exp", expiration)
        claims.write("name", "Jane Soap")
        claims.write("scope", "user")
    }
}

let signer = JWTSigner(key: key, header: JOSEHeader(keyID: "app_5963ceb97cde542d000dbdb1"))
let verifier = try JWTVerifier(key: key)
let token = try signer.sign(Visitor(id: "12345678", expiration: 4_102_444_800))

/// Runs the work and returns what the results add up to, so that no work can be left out.
func run(_ work: String, _ visitors: ArraySlice<ZendeskUser>) throws -> Int? {
    var sum = 0
    switch work {
    case "zendesk":
        for visitor in visitors { sum += try zendesk.token(for: visitor, lifetime: .seconds(900), at: now).utf8.count }
    case "signer":
        for visitor in visitors {
            sum += try signer.sign(Visitor(id: visitor.externalID, expiration: now)).utf8.count
        }
    case "verifier":
        for _ in visitors { sum += try verifier.verify(token, as: Visitor.self, at: now).id.utf8.count }
    case "zendesk-verify":
        for _ in visitors { sum += try zendesk.verify(token, at: now).externalID.utf8.count }
    default: return nil
    }
    return sum
}

guard CommandLine.arguments.count == 3, let count = Int(CommandLine.arguments[2]), (0...limit).contains(count),
    let sum = try run(CommandLine.arguments[1], visitors[..<count])
else { fatalError("usage: sign-tokens zendesk|signer|verifier|zendesk-verify COUNT, at most \(limit)") }
print(sum)
