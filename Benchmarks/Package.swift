// swift-tools-version: 6.2
import PackageDescription

/// A target of the benchmark tool, which finds them by their folder: it stands in one that is called Benchmarks, as
/// this one is.
func benchmarks(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .executableTarget(
        name: name,
        dependencies: dependencies + ["Workload", .product(name: "Benchmark", package: "benchmark")],
        path: name,
        plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")])
}

// A package of its own, so that whoever depends on the library gets none of this.
let package = Package(
    name: "benchmarks",
    platforms: [.macOS(.v13)],
    dependencies: [
        .package(name: "helpdesk-jwt", path: ".."),
        // No traits: the count of allocations is left out, which needs a library of its own on every platform.
        .package(url: "https://github.com/ordo-one/benchmark", exact: "1.38.1", traits: []),
        .package(url: "https://github.com/vapor/jwt-kit", exact: "5.7.1"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    ],
    targets: [
        .target(name: "Workload", dependencies: [.product(name: "HS256", package: "helpdesk-jwt")], path: "Workload"),
        benchmarks(
            "TokenBenchmarks",
            [
                .product(name: "HS256", package: "helpdesk-jwt"),
                .product(name: "ZendeskMessagingJWT", package: "helpdesk-jwt"),
            ]),
        // Apart from the others, because what they need takes minutes to build.
        benchmarks(
            "PeerBenchmarks",
            [.product(name: "JWTKit", package: "jwt-kit"), .product(name: "Crypto", package: "swift-crypto")]),
    ],
    swiftLanguageModes: [.v6]
)
