import Benchmark
import Workload
import ZendeskMessagingJWT

/// The same tokens through the vendor's module: with the checks of every claim and the rules of the vendor, and on the
/// way in the lifetime counted from a given time instead of an `exp`.
func zendeskBenchmarks() {
    var counter = Counter()
    var index = TokenIndex()
    let now: NumericDate = 1_639_607_135  // 900 s before W1's exp

    Benchmark("W1 sign | ZendeskMessaging") { benchmark, zendesk in
        for _ in benchmark.scaledIterations {
            let user = try ZendeskUser(
                externalID: counter.next(), name: Workload.name, email: .verified(Workload.email))
            blackHole(try zendesk.token(for: user, lifetime: .seconds(900), at: now))
        }
    } setup: {
        ZendeskMessaging(keyID: Workload.keyID, key: try HS256Key(utf8: Workload.secret))
    }

    Benchmark("W2 verify | ZendeskMessaging") { benchmark, state in
        for _ in benchmark.scaledIterations {
            blackHole(try state.zendesk.verify(state.tokens[index.next()]))
        }
    } setup: {
        (
            zendesk: ZendeskMessaging(keyID: Workload.keyID, key: try HS256Key(utf8: Workload.secret)),
            tokens: try Workload.tokens()
        )
    }
}
