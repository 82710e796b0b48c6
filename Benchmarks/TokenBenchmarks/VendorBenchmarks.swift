import Benchmark
import FerndeskJWT
import Workload
import ZendeskMessagingJWT

/// The same tokens through Zendesk's module: with the checks of every claim and the rules of the vendor, and on the
/// way in the lifetime counted from a given time instead of an `exp`. Making the `ZendeskMessagingUser` is measured too.
func zendeskBenchmarks() {
    var counter = Counter()
    let now: NumericDate = 1_639_607_135  // 900 s before W1's exp

    func makeZendesk() throws -> ZendeskMessaging {
        try ZendeskMessaging(keyID: Workload.keyID, key: try HS256Key(utf8: Workload.secret))
    }
    func attributes() throws -> JSONObject {
        ["customAttributes": .object(try JSONObject(Workload.attributes))]
    }
    func checked(_ zendesk: ZendeskMessaging, _ claims: JSONObject, _ byteCount: Int) throws -> ZendeskMessaging {
        SigningInput.check(try token("10000000", zendesk, claims), is: byteCount)
        return zendesk
    }
    func token(_ id: String, _ zendesk: ZendeskMessaging, _ claims: JSONObject = [:]) throws -> String {
        let user = try ZendeskMessagingUser(
            id: id, name: Workload.name, email: .verified(EmailAddress(Workload.email)), additionalClaims: claims)
        return try zendesk.token(for: user, lifetime: .seconds(900), at: now)
    }

    Benchmark("W1 sign | ZendeskMessaging") { benchmark, zendesk in
        try benchmark.time(counter.next(benchmark.scaledIterations.count)) { id in blackHole(try token(id, zendesk)) }
    } setup: {
        try checked(makeZendesk(), [:], SigningInput.w1)
    }

    var rotation = Rotation()
    Benchmark("W2 verify | ZendeskMessaging") { benchmark, state in
        let zendesk = state.zendesk
        try benchmark.time(rotation.next(benchmark.scaledIterations.count, of: state.tokens)) { token in
            blackHole(try zendesk.verify(token))
        }
    } setup: {
        (zendesk: try makeZendesk(), tokens: try Workload.tokens())
    }

    Benchmark("W5 sign | ZendeskMessaging") { benchmark, state in
        try benchmark.time(counter.next(benchmark.scaledIterations.count)) { id in
            blackHole(try token(id, state.zendesk, state.claims))
        }
    } setup: {
        (zendesk: try checked(makeZendesk(), attributes(), SigningInput.w5), claims: try attributes())
    }
}

/// W3 is what Ferndesk's tokens are made of.
func ferndeskBenchmarks() {
    var counter = Counter()
    let now: NumericDate = 4_102_441_200  // an hour before W3's exp

    func token(_ id: String, _ ferndesk: Ferndesk) throws -> String {
        let user = try FerndeskUser(id: id, name: Workload.name, email: EmailAddress(Workload.shortEmail))
        return try ferndesk.token(for: user, lifetime: .seconds(3_600), at: now)
    }
    func checked(_ ferndesk: Ferndesk) throws -> Ferndesk {
        SigningInput.check(try token("10000000", ferndesk), is: SigningInput.w3)
        return ferndesk
    }

    Benchmark("W3 sign | Ferndesk") { benchmark, ferndesk in
        try benchmark.time(counter.next(benchmark.scaledIterations.count)) { id in blackHole(try token(id, ferndesk)) }
    } setup: {
        try checked(Ferndesk(key: HS256Key(utf8: Workload.secret)))
    }
}
