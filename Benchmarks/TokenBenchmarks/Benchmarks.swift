import Benchmark

/// What the benchmark tool calls. A benchmark is named `workload | library`; the peers' stand in PeerBenchmarks.
let benchmarks: @Sendable () -> Void = {
    Benchmark.defaultConfiguration = .init(
        metrics: [.wallClock, .instructions], warmupIterations: 20, scalingFactor: .kilo,
        maxDuration: .seconds(3))
    hs256Benchmarks()
    zendeskBenchmarks()
    hashBenchmarks()
}
