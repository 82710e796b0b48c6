// swift-tools-version: 6.2
import PackageDescription

/// The heap's entry points, which the linker leads to those of HeapCounter.swift first.
let wrapped = ["malloc", "calloc", "realloc", "aligned_alloc", "posix_memalign"]

// A program that counts the bytes that refusing a token allocates. A package of its own, since no test can count what
// the process allocates that it shares with others. To be built with --static-swift-stdlib: the linker reaches no other
// calls of the standard library's.
let package = Package(
    name: "refused-tokens",
    dependencies: [.package(name: "helpdesk-jwt", path: "../..")],
    targets: [
        .executableTarget(
            name: "refuse-tokens",
            dependencies: [
                .product(name: "HS256", package: "helpdesk-jwt"),
                .product(name: "HS256Primitives", package: "helpdesk-jwt"),
                .product(name: "ZendeskMessagingJWT", package: "helpdesk-jwt"),
            ],
            linkerSettings: [.unsafeFlags(wrapped.flatMap { ["-Xlinker", "--wrap=\($0)"] })])
    ],
    swiftLanguageModes: [.v6]
)
