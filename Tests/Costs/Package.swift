// swift-tools-version: 6.2
import PackageDescription

// A program whose heap allocations and instructions are counted from outside, which a test in the same process cannot
// do. Its workloads are those of the benchmarks, by symbolic links.
let package = Package(
    name: "costs",
    dependencies: [.package(name: "helpdesk-jwt", path: "../..")],
    targets: [
        .target(name: "Workload", dependencies: [.product(name: "HS256", package: "helpdesk-jwt")]),
        .executableTarget(
            name: "token-costs",
            dependencies: ["Workload", .product(name: "HelpdeskJWT", package: "helpdesk-jwt")]),
    ],
    swiftLanguageModes: [.v6]
)
