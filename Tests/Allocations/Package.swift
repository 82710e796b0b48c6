// swift-tools-version: 6.2
import PackageDescription

// A program whose heap allocations are counted from outside, which a test in the same process cannot do.
let package = Package(
    name: "allocations",
    dependencies: [.package(name: "helpdesk-jwt", path: "../..")],
    targets: [
        .executableTarget(
            name: "sign-tokens", dependencies: [.product(name: "ZendeskMessagingJWT", package: "helpdesk-jwt")])
    ],
    swiftLanguageModes: [.v6]
)
