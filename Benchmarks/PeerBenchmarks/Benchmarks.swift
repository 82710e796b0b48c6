import Benchmark

/// What the benchmark tool calls. A benchmark is named `workload | library` and its iteration is 1,000 operations; this
/// package's own stand in TokenBenchmarks.
let benchmarks: @Sendable () -> Void = {
    Benchmark.defaultConfiguration = .init(
        metrics: [.wallClock, .throughput], warmupIterations: 1, scalingFactor: .kilo, maxDuration: .milliseconds(250))
    jwtKitBenchmarks()
    cryptoBenchmarks()
}
