// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that the library keeps having no dependencies: whoever uses the library never sees this one.
let package = Package(
    name: "browser-test",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "helpdesk-jwt", path: "../.."),
        .package(url: "https://github.com/swhitty/FlyingFox.git", exact: "0.27.1"),
    ],
    targets: [
        .executableTarget(
            name: "browser-test",
            dependencies: [
                .product(name: "HelpdeskJWT", package: "helpdesk-jwt"),
                .product(name: "FlyingFox", package: "FlyingFox"),
            ],
            path: "Sources/BrowserTest",
            resources: [.copy("StandIns")])
    ],
    swiftLanguageModes: [.v6]
)
