import Benchmark
import HelpdeskJWT
import Workload

/// The calls that users make, for each system: `token(for:)` and `verify(_:)` by the system's clock, with users made before.
/// Beside them OpenSSL's MAC over as many bytes, and the bare signer and verifier with the claims of a Zendesk token.
func systemBenchmarks() {
    let key = { try HS256Key(utf8: Workload.secret) }
    bareBenchmarks()
    systemBenchmarks("Zendesk messaging", 258) {
        try ZendeskMessaging(keyID: Workload.keyID, key: key())
    } user: { id in
        try ZendeskMessagingUser(id: id, name: Workload.name, email: .verified(EmailAddress(Workload.email)))
    }
    systemBenchmarks("Freshdesk Web Chat", 232) {
        try FreshdeskWebChat(key: key())
    } user: { id in
        try FreshdeskWebChatUser(uuid: "4ff5a3ef-6d4a-4a4e-\(id)", id: id, firstName: "Jane", lastName: "Soap")
    }
    systemBenchmarks("Freshdesk help widget", 131) {
        FreshdeskHelpWidget(key: try key())
    } user: { id in
        try FreshdeskHelpWidgetUser(name: "Jane \(id)", email: EmailAddress(Workload.email))
    }
    systemBenchmarks("Ferndesk", 148) {
        Ferndesk(key: try key())
    } user: { id in
        try FerndeskUser(id: id, name: Workload.name, email: EmailAddress(Workload.email))
    }
    systemBenchmarks("Tiledesk", 317) {
        try Tiledesk(projectID: "5b55e806c93dde00143163dd", key: key())
    } user: { id in
        try TiledeskUser(id: id, firstName: "Jane", lastName: "Soap", email: EmailAddress(Workload.email))
    }
}

/// - Parameters:
///   - name: The system, as the page names it.
///   - byteCount: How many bytes the MAC of its token is computed over.
@inline(__always)
private func systemBenchmarks<System: HelpdeskSystem>(
    _ name: String, _ byteCount: Int, _ make: @escaping () throws -> System,
    user: @escaping (String) throws -> System.User
) {
    var counter = Counter()
    var rotation = Rotation()

    Benchmark("System sign | \(name)") { benchmark, state in
        let system = state.system
        try benchmark.time(state.users) { user in blackHole(try system.token(for: user)) }
    } setup: {
        (system: try make(), users: try counter.next(1_000).map(user))
    }

    Benchmark("System verify | \(name)") { benchmark, state in
        let system = state.system
        try benchmark.time(rotation.next(benchmark.scaledIterations.count, of: state.tokens)) { token in
            blackHole(try system.verify(token))
        }
    } setup: {
        try issued(make(), counter.next(Workload.tokenCount).map(user), byteCount)
    }

    anchorBenchmark("System MAC | \(name)", byteCount)
}

/// A system and its tokens for some users, which have so many bytes in front of the signature.
private func issued<System: HelpdeskSystem>(
    _ system: System, _ users: [System.User], _ byteCount: Int
) throws -> (system: System, tokens: [String]) {
    let tokens = try users.map { try system.token(for: $0) }
    SigningInput.check(tokens[0], is: byteCount)
    return (system, tokens)
}

/// The core beneath Zendesk's module: the same claims, written and read by a type of the program's own, with a given `exp`.
private func bareBenchmarks() {
    var counter = Counter()
    var rotation = Rotation()

    Benchmark("System sign | HS256") { benchmark, state in
        let signer = state.signer
        try benchmark.time(state.visitors) { visitor in blackHole(try signer.sign(visitor)) }
    } setup: {
        (
            signer: try Workload.signer(),
            visitors: counter.next(1_000).map { Visitor(externalID: $0, expiration: Workload.farDate) }
        )
    }

    Benchmark("System verify | HS256") { benchmark, state in
        let verifier = state.verifier
        try benchmark.time(rotation.next(benchmark.scaledIterations.count, of: state.tokens)) { token in
            blackHole(try verifier.verify(token, as: Visitor.self))
        }
    } setup: {
        (verifier: try Workload.verifier(), tokens: try Workload.tokens())
    }
}
