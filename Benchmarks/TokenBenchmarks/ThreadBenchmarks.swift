import Benchmark
import Dispatch
import HS256
import OpenSSLAnchor
import Workload

/// One signer, used by one thread and by two at once. Beside it OpenSSL's MAC: what two cores of this machine can do.
func threadBenchmarks() {
    let tokensPerThread = 20_000
    let configuration = Benchmark.Configuration(
        metrics: [.wallClock, .throughput], warmupIterations: 1, maxDuration: .milliseconds(500))

    for threads in [1, 2] {
        Benchmark("Threads \(threads) × \(tokensPerThread) | HS256", configuration: configuration) { _, state in
            DispatchQueue.concurrentPerform(iterations: threads) { thread in
                for id in state.ids[thread] {
                    blackHole(try? state.signer.sign(Visitor(externalID: id, expiration: Workload.pastDate)))
                }
            }
        } setup: {
            (signer: try Workload.signer(), ids: ids(tokensPerThread, threads: threads))
        }

        Benchmark("Threads \(threads) × \(tokensPerThread) | OpenSSL", configuration: configuration) { _, anchor in
            DispatchQueue.concurrentPerform(iterations: threads) { _ in
                var message = Workload.bytes(SigningInput.w1)
                for number in 0..<tokensPerThread {
                    message.withUnsafeMutableBytes { $0.storeBytes(of: number, toByteOffset: 100, as: Int.self) }
                    blackHole(anchor.authenticationCode(for: message))
                }
            }
        } setup: {
            OpenSSLAnchor(secret: Workload.secret)
        }
    }
}

/// As many ids for each thread, no two of them the same.
private func ids(_ count: Int, threads: Int) -> [[String]] {
    var counter = Counter()
    return (0..<threads).map { _ in counter.next(count) }
}
