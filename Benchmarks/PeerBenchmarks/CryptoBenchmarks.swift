import Benchmark
import Crypto
import Workload

/// The hash and the MAC of swift-crypto, which is BoringSSL's assembly on Linux.
func cryptoBenchmarks() {
    for (name, count) in Workload.messages {
        Benchmark("SHA-256 \(name) | swift-crypto") { benchmark, message in
            for _ in benchmark.scaledIterations { blackHole(SHA256.hash(data: message)) }
        } setup: {
            Workload.bytes(count)
        }
    }

    Benchmark("HMAC of W1's signing input | swift-crypto") { benchmark, key in
        let message = Workload.bytes(Workload.signingInputByteCount)
        for _ in benchmark.scaledIterations {
            blackHole(HMAC<SHA256>.authenticationCode(for: message, using: key))
        }
    } setup: {
        SymmetricKey(data: Array(Workload.secret.utf8))
    }
}
