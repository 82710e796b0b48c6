import Benchmark
import HS256
import Workload

/// W1 for fifty visitors in one call, and one by one: once with each token let go at once, as when it is sent, and once
/// with all fifty kept in an array, as the one call keeps them. A thousand kept would measure the system's pages.
func batchBenchmarks() {
    var counter = Counter()
    func visitors(_ count: Int) -> [Visitor] {
        counter.next(count).map { Visitor(externalID: $0, expiration: Workload.pastDate) }
    }

    Benchmark("Batch sign | HS256") { benchmark, signer in
        let visitors = visitors(benchmark.scaledIterations.count)
        benchmark.startMeasurement()
        for batch in batches(of: visitors) { blackHole(try signer.sign(contentsOf: batch)) }
        benchmark.stopMeasurement()
    } setup: {
        try checkedForBatches(Workload.signer(), visitors(10))
    }

    Benchmark("Batch sign | HS256 one by one") { benchmark, signer in
        try benchmark.time(visitors(benchmark.scaledIterations.count)) { visitor in blackHole(try signer.sign(visitor))
        }
    } setup: {
        try Workload.signer()
    }

    Benchmark("Batch sign | HS256 one by one and kept") { benchmark, signer in
        let visitors = visitors(benchmark.scaledIterations.count)
        benchmark.startMeasurement()
        for batch in batches(of: visitors) {
            var tokens: [String] = []
            tokens.reserveCapacity(batch.count)
            for visitor in batch { tokens.append(try signer.sign(visitor)) }
            blackHole(tokens)
        }
        benchmark.stopMeasurement()
    } setup: {
        try Workload.signer()
    }
}

/// The visitors in fifties.
private func batches(of visitors: [Visitor]) -> some Sequence<ArraySlice<Visitor>> {
    stride(from: 0, to: visitors.count, by: 50).lazy.map { visitors[$0..<min($0 + 50, visitors.count)] }
}

/// The signer, once it is seen that a batch is the same tokens.
private func checkedForBatches(_ signer: JWTSigner, _ visitors: [Visitor]) throws -> JWTSigner {
    let tokens = try signer.sign(contentsOf: visitors)
    try expect(tokens == visitors.map { try signer.sign($0) }, "a batch gives other tokens")
    return signer
}
