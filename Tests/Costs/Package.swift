// swift-tools-version: 6.2
import PackageDescription

// A program whose heap allocations and instructions are counted from outside, which a test in the same process cannot
// do.
let package = Package(
    name: "costs",
    dependencies: [.package(name: "helpdesk-jwt", path: "../..")],
    targets: [
        .executableTarget(
            name: "token-costs", dependencies: [.product(name: "ZendeskMessagingJWT", package: "helpdesk-jwt")])
    ],
    swiftLanguageModes: [.v6]
)
