// swift-tools-version: 6.2
import PackageDescription

/// The folder of the package under test, by which SwiftPM names it.
let tested = Context.packageDirectory.split(separator: "/").dropLast(2).last.map { $0.lowercased() } ?? "helpdesk-jwt"

// Programs for libFuzzer; .ci/fuzz builds and runs them, README.md says how to do it by hand. A package of its own, since
// nothing else is to be built the way a fuzzer wants it.
let package = Package(
    name: "fuzzing",
    dependencies: [.package(name: "helpdesk-jwt", path: "../..")],
    targets: [
        .executableTarget(
            name: "fuzz",
            dependencies: [
                "PlainVerifier", "CommandLine",
                .product(name: "HS256", package: "helpdesk-jwt"),
                .product(name: "HelpdeskJWT", package: "helpdesk-jwt"),
            ]),
        // The second verifier, which shares nothing with the first.
        .target(name: "PlainVerifier"),
        // The command-line tool as a library: its own sources, of which only the entry point is left out. They use what
        // is visible in their package only, so this target is compiled as a part of it. HelpdeskReport, which is no product, is
        // a part of the target; the import of it is taken for another one.
        .target(
            name: "CommandLine", dependencies: [.product(name: "HelpdeskJWT", package: "helpdesk-jwt")],
            exclude: ["Tool/main.swift"], packageAccess: false,
            swiftSettings: [
                .unsafeFlags(["-package-name", tested, "-module-alias", "HelpdeskReport=HS256Instructions"])
            ]),
    ],
    swiftLanguageModes: [.v6]
)
