import Benchmark

/// What the benchmark tool calls. A benchmark is named `workload | library`; this package's stand in TokenBenchmarks.
let benchmarks: @Sendable () -> Void = {
    Benchmark.defaultConfiguration = .init(
        metrics: [.wallClock, .instructions], warmupIterations: 20, scalingFactor: .kilo,
        maxDuration: .seconds(3))
    jwtKitBenchmarks()
    cryptoBenchmarks()
}
