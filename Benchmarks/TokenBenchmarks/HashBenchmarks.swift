import Benchmark
import HS256
import Workload

/// The hash and the MAC alone, over the bytes that `cryptoBenchmarks` hashes too.
func hashBenchmarks() {
    for (name, count) in Workload.messages {
        Benchmark("SHA-256 \(name) | HS256") { benchmark, message in
            for _ in benchmark.scaledIterations { blackHole(SHA256.hash(message)) }
        } setup: {
            Workload.bytes(count)
        }
    }

    Benchmark("HMAC of W1's signing input | HS256") { benchmark, key in
        let message = Workload.bytes(Workload.signingInputByteCount)
        for _ in benchmark.scaledIterations {
            blackHole(HMACSHA256.authenticationCode(for: message, using: key))
        }
    } setup: {
        try HS256Key(utf8: Workload.secret)
    }
}
