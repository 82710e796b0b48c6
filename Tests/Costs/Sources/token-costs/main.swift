import HelpdeskJWT
import Workload

// token-costs WORK COUNT: runs one kind of work COUNT times. All else, the visitors among it, is the same whatever
// COUNT is, so two runs differ by the costs of the work alone.

/// The most that COUNT may be.
let limit = 2_000

let now: NumericDate = 1_639_607_135
let key = try HS256Key(utf8: Workload.secret)
let ids = (0..<limit).map { String(10_000_000 + $0) }

let signer = try Workload.signer()
let smallSigner = JWTSigner(key: key)
let verifier = try Workload.verifier()
let token = try signer.sign(Visitor(externalID: "12345678", expiration: Workload.farDate))
let attributes = try JSONObject(Workload.attributes)

/// Runs the work and returns what the results add up to, so that no work can be left out.
func run(_ work: String, _ ids: ArraySlice<String>) throws -> Int? {
    let email = try EmailAddress(Workload.email)
    var sum = 0
    switch work {
    case "sign-w1":
        for id in ids { sum += try signer.sign(Visitor(externalID: id, expiration: now)).utf8.count }
    case "sign-w3":
        for id in ids { sum += try smallSigner.sign(Subject(id: id, expiration: now)).utf8.count }
    case "sign-w5":
        for id in ids {
            let visitor = Visitor(externalID: id, expiration: now)
            sum += try signer.sign(VisitorWithAttributes(visitor: visitor, attributes: attributes)).utf8.count
        }
    case "verify-w2":
        for _ in ids { sum += try verifier.verify(token, as: Visitor.self, at: now).externalID.utf8.count }
    case "sign-zendesk", "verify-zendesk":
        let system = try ZendeskMessaging(keyID: Workload.keyID, key: key)
        sum = try run(work, system, ids) { id in
            try ZendeskMessagingUser(id: id, name: Workload.name, email: .verified(email))
        }
    case "sign-web-chat", "verify-web-chat":
        sum = try run(work, FreshdeskWebChat(key: key), ids) { id in
            try FreshdeskWebChatUser(uuid: "4ff5a3ef-6d4a-4a4e", id: id, firstName: "Jane", lastName: "Soap")
        }
    case "sign-help-widget", "verify-help-widget":
        sum = try run(work, FreshdeskHelpWidget(key: key), ids) { id in
            try FreshdeskHelpWidgetUser(name: id, email: email)
        }
    case "sign-ferndesk", "verify-ferndesk":
        sum = try run(work, Ferndesk(key: key), ids) { id in
            try FerndeskUser(id: id, name: Workload.name, email: email)
        }
    case "sign-tiledesk", "verify-tiledesk":
        let system = try Tiledesk(projectID: "5b55e806c93dde00143163dd", key: key)
        sum = try run(work, system, ids) { id in
            try TiledeskUser(id: id, firstName: "Jane", lastName: "Soap", email: email)
        }
    default: return nil
    }
    return sum
}

/// Signs or verifies with a system, as its users do. To be compiled into the caller, as a program that names its system is.
@inline(__always)
func run<System: HelpdeskSystem>(
    _ work: String, _ system: System, _ ids: ArraySlice<String>, user: (String) throws -> System.User
) throws -> Int {
    let users = try (0..<limit).map { try user(String(10_000_000 + $0)) }
    let token = try system.token(for: users[0], lifetime: .seconds(900), at: now)
    var sum = 0
    if work.hasPrefix("sign-") {
        for user in users[..<ids.count] {
            sum += try system.token(for: user, lifetime: .seconds(900), at: now).utf8.count
        }
    } else {
        for _ in ids { withExtendedLifetime(try system.verify(token, at: now)) { sum += 1 } }
    }
    return sum
}

guard CommandLine.arguments.count == 3, let count = Int(CommandLine.arguments[2]), (0...limit).contains(count),
    let sum = try run(CommandLine.arguments[1], ids[..<count])
else { fatalError("usage: token-costs WORK COUNT, at most \(limit)") }
print(sum)
