import Benchmark

/// What the benchmark tool calls. A benchmark is named `workload | library` and its iteration is 1,000 operations; the
/// peers' stand in PeerBenchmarks.
let benchmarks: @Sendable () -> Void = {
    Benchmark.defaultConfiguration = .init(
        metrics: [.wallClock, .throughput], warmupIterations: 1, scalingFactor: .kilo, maxDuration: .milliseconds(250))
    systemBenchmarks()
    anchorBenchmarks()
    hs256Benchmarks()
    zendeskBenchmarks()
    ferndeskBenchmarks()
    hashBenchmarks()
    payloadSizeBenchmarks()
    rejectionBenchmarks()
    threadBenchmarks()
}
