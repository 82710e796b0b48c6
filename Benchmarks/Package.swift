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

/// The name under which the library's modules share what is `package`: SwiftPM derives it from the folder that the
/// package stands in.
let libraryPackageName = String(
    (Context.packageDirectory.split(separator: "/").dropLast().last ?? "").lowercased()
        .map { $0.isLetter || $0.isNumber ? $0 : "_" })

// A package of its own, so that packages that depend on the library get none of this.
let package = Package(
    name: "benchmarks",
    platforms: [.macOS(.v13)],
    dependencies: [
        .package(name: "helpdesk-jwt", path: ".."),
        // No traits: the count of allocations is left out, which needs a library of its own on every platform.
        .package(url: "https://github.com/ordo-one/benchmark", exact: "1.38.1", traits: []),
        .package(url: "https://github.com/vapor/jwt-kit", exact: "5.7.1"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    ],
    targets: [
        .target(name: "Workload", dependencies: [.product(name: "HS256", package: "helpdesk-jwt")], path: "Workload"),
        // What everything is measured against: OpenSSL's hash and MAC.
        .systemLibrary(
            name: "COpenSSL", path: "COpenSSL", pkgConfig: "libcrypto",
            providers: [.apt(["libssl-dev"]), .brew(["openssl@3"])]),
        .target(name: "OpenSSLAnchor", dependencies: ["COpenSSL"], path: "OpenSSLAnchor"),
        // The library chooses its back end by the processor and lets nobody else choose. This target alone counts
        // itself to the library's package, in order to choose all the same.
        .target(
            name: "PortableHash", dependencies: [.product(name: "HS256Primitives", package: "helpdesk-jwt")],
            path: "PortableHash", packageAccess: false,
            swiftSettings: [.unsafeFlags(["-package-name", libraryPackageName])]),
        benchmarks(
            "TokenBenchmarks",
            [
                .product(name: "HS256", package: "helpdesk-jwt"),
                .product(name: "HS256Primitives", package: "helpdesk-jwt"),
                .product(name: "HelpdeskJWT", package: "helpdesk-jwt"),
                "OpenSSLAnchor",
                "PortableHash",
            ]),
        // Apart from the others, because what they need takes minutes to build.
        benchmarks(
            "PeerBenchmarks",
            [.product(name: "JWTKit", package: "jwt-kit"), .product(name: "Crypto", package: "swift-crypto")]),
    ],
    swiftLanguageModes: [.v6]
)
