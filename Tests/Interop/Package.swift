// swift-tools-version: 6.2
import PackageDescription

// The half of the comparison with PyJWT that is written in Swift; pyjwt.py is the other. A package of its own, since
// `swift test` is to need nothing that has to be fetched.
let package = Package(
    name: "interop",
    dependencies: [.package(name: "helpdesk-jwt", path: "../..")],
    targets: [
        .executableTarget(name: "interop", dependencies: [.product(name: "HS256", package: "helpdesk-jwt")])
    ],
    swiftLanguageModes: [.v6]
)
