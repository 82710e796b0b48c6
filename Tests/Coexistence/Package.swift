// swift-tools-version: 6.2
import PackageDescription

// A program that uses this package together with swift-crypto and jwt-kit. If two of them exported the same name, a file
// that imports both could not use it unqualified.
let package = Package(
    name: "coexistence",
    platforms: [.macOS(.v13)],
    dependencies: [
        .package(name: "helpdesk-jwt", path: "../.."),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/vapor/jwt-kit", exact: "5.7.1"),
    ],
    targets: [
        .executableTarget(
            name: "coexistence",
            dependencies: [
                .product(name: "HelpdeskJWT", package: "helpdesk-jwt"),
                .product(name: "FerndeskJWT", package: "helpdesk-jwt"),
                .product(name: "FreshdeskHelpWidgetJWT", package: "helpdesk-jwt"),
                .product(name: "FreshdeskWebChatJWT", package: "helpdesk-jwt"),
                .product(name: "TiledeskJWT", package: "helpdesk-jwt"),
                .product(name: "ZendeskMessagingJWT", package: "helpdesk-jwt"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "JWTKit", package: "jwt-kit"),
            ])
    ],
    swiftLanguageModes: [.v6]
)
