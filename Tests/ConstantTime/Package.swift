// swift-tools-version: 6.2
import PackageDescription

// A program whose instructions are counted from outside. It is built with -enable-testing, since which back end of
// SHA-256 works is nothing that a user of the library chooses.
let package = Package(
    name: "constant-time",
    dependencies: [.package(name: "helpdesk-jwt", path: "../..")],
    targets: [
        .executableTarget(
            name: "constant-time",
            dependencies: [
                .product(name: "HS256", package: "helpdesk-jwt"),
                .product(name: "HS256Primitives", package: "helpdesk-jwt"),
            ])
    ],
    swiftLanguageModes: [.v6]
)
