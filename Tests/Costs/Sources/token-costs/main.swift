import Workload
import ZendeskMessagingJWT

// token-costs WORK COUNT: runs one kind of work COUNT times. All else, the visitors among it, is the same whatever
// COUNT is, so two runs differ by the costs of the work alone.

/// The most that COUNT may be.
let limit = 2_000

let now: NumericDate = 1_639_607_135
let key = try HS256Key(utf8: Workload.secret)
let zendesk = try ZendeskMessaging(keyID: Workload.keyID, key: key)
let users = try (0..<limit).map { index in
    try ZendeskMessagingUser(
        id: String(10_000_000 + index), name: Workload.name, email: .verified(EmailAddress(Workload.email)))
}

let signer = try Workload.signer()
let smallSigner = JWTSigner(key: key)
let verifier = try Workload.verifier()
let token = try signer.sign(Visitor(externalID: "12345678", expiration: Workload.farDate))
let attributes = try JSONObject(Workload.attributes)

/// Runs the work and returns what the results add up to, so that no work can be left out.
func run(_ work: String, _ users: ArraySlice<ZendeskMessagingUser>) throws -> Int? {
    var sum = 0
    switch work {
    case "sign-w1":
        for user in users { sum += try signer.sign(Visitor(externalID: user.id, expiration: now)).utf8.count }
    case "batch-w1":
        let visitors = users.map { Visitor(externalID: $0.id, expiration: now) }
        for token in try signer.sign(contentsOf: visitors) { sum += token.utf8.count }
    case "sign-w3":
        for user in users { sum += try smallSigner.sign(Subject(id: user.id, expiration: now)).utf8.count }
    case "sign-w5":
        for user in users {
            let visitor = Visitor(externalID: user.id, expiration: now)
            sum += try signer.sign(VisitorWithAttributes(visitor: visitor, attributes: attributes)).utf8.count
        }
    case "sign-zendesk":
        for user in users { sum += try zendesk.token(for: user, lifetime: .seconds(900), at: now).utf8.count }
    case "verify-w2":
        for _ in users { sum += try verifier.verify(token, as: Visitor.self, at: now).externalID.utf8.count }
    case "verify-zendesk":
        for _ in users { sum += try zendesk.verify(token, at: now).id.utf8.count }
    default: return nil
    }
    return sum
}

guard CommandLine.arguments.count == 3, let count = Int(CommandLine.arguments[2]), (0...limit).contains(count),
    let sum = try run(CommandLine.arguments[1], users[..<count])
else { fatalError("usage: token-costs WORK COUNT, at most \(limit)") }
print(sum)
