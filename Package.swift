// swift-tools-version: 6.2
import PackageDescription

/// What every library target is built with. In a release for Linux, each function has a section of its own and none is
/// kept for being public, so that the linker leaves out what a program does not use: a third of it, in a typical one.
let library: [SwiftSetting] = [
    .strictMemorySafety(),
    .unsafeFlags(
        ["-Xfrontend", "-function-sections", "-Xfrontend", "-internalize-at-link"],
        .when(platforms: [.linux], configuration: .release)),
]

/// The processor features that HS256Instructions is compiled for.
///
/// The define goes with the flags because the compiler cannot select an instruction whose feature is off: without the
/// flags, the code for the processor must not be compiled at all. Whether the running processor has the instructions is
/// asked at run time.
func features(_ names: [String], define: String, _ condition: BuildSettingCondition) -> [SwiftSetting] {
    let flags = names.flatMap { ["-Xcc", "-Xclang", "-Xcc", "-target-feature", "-Xcc", "-Xclang", "-Xcc", "+\($0)"] }
    return [.unsafeFlags(flags, condition), .define(define, condition)]
}

#if arch(x86_64)
    let x86 = features(["sha", "sse4.1", "ssse3"], define: "HS256_X86", .when(platforms: [.linux, .macOS, .windows]))
#else
    let x86: [SwiftSetting] = []
#endif
// All of Apple's own processors have the instructions, and its compilers take that for granted.
let appleArm: [SwiftSetting] = [
    .define("HS256_ARM", .when(platforms: [.macOS, .macCatalyst, .iOS, .tvOS, .watchOS, .visionOS]))
]
#if arch(arm64)
    let arm = appleArm + features(["sha2"], define: "HS256_ARM", .when(platforms: [.linux, .android]))
#else
    let arm = appleArm
#endif

/// What keeps a statically linked tool from looking for Swift's backtracer.
///
/// Lets the tool answer for Swift's runtime where its backtracer is, as System/Backtracer.swift explains.
let withoutBacktracer: [LinkerSetting] = [
    .unsafeFlags(["-Xlinker", "--wrap=swift_copyAuxiliaryExecutablePath"], .when(platforms: [.linux]))
]

let package = Package(
    name: "helpdesk-jwt",
    platforms: [.macOS(.v13), .iOS(.v16), .tvOS(.v16), .watchOS(.v9), .visionOS(.v1)],
    products: [
        .library(name: "HS256Primitives", targets: ["HS256Primitives"]),
        .library(name: "HS256", targets: ["HS256"]),
        .library(name: "HS256Foundation", targets: ["HS256Foundation"]),
        .library(name: "HelpdeskIdentity", targets: ["HelpdeskIdentity"]),
        .library(name: "FreshdeskWebChatJWT", targets: ["FreshdeskWebChatJWT"]),
        .library(name: "FreshdeskHelpWidgetJWT", targets: ["FreshdeskHelpWidgetJWT"]),
        .library(name: "FerndeskJWT", targets: ["FerndeskJWT"]),
        .library(name: "TiledeskJWT", targets: ["TiledeskJWT"]),
        .library(name: "ZendeskMessagingJWT", targets: ["ZendeskMessagingJWT"]),
        .library(name: "HelpdeskJWT", targets: ["HelpdeskJWT"]),
        .executable(name: "helpdesk-jwt", targets: ["helpdesk-jwt"]),
    ],
    targets: [
        // 0  the code that needs a processor's own instructions
        .target(name: "HS256Instructions", swiftSettings: library + x86 + arm),
        // 1  SHA-256, HMAC, and base64url, on whatever the processor offers
        .target(name: "HS256Primitives", dependencies: ["HS256Instructions"], swiftSettings: library),
        // 2  JSON Web Tokens with HMAC-SHA-256, for any use
        .target(name: "HS256", dependencies: ["HS256Primitives"], swiftSettings: library),
        .target(name: "HS256Foundation", dependencies: ["HS256", "HS256Primitives"], swiftSettings: library),
        // 3  what the help-desk systems share
        .target(name: "HelpdeskIdentity", dependencies: ["HS256"], swiftSettings: library),
        // 4  one module for each system
        .target(name: "FreshdeskWebChatJWT", dependencies: ["HelpdeskIdentity"], swiftSettings: library),
        .target(name: "FreshdeskHelpWidgetJWT", dependencies: ["HelpdeskIdentity"], swiftSettings: library),
        .target(name: "FerndeskJWT", dependencies: ["HelpdeskIdentity"], swiftSettings: library),
        .target(name: "TiledeskJWT", dependencies: ["HelpdeskIdentity"], swiftSettings: library),
        .target(name: "ZendeskMessagingJWT", dependencies: ["HelpdeskIdentity"], swiftSettings: library),
        // 5  all of them
        .target(
            name: "HelpdeskJWT",
            dependencies: [
                "FreshdeskWebChatJWT",
                "FreshdeskHelpWidgetJWT",
                "FerndeskJWT",
                "TiledeskJWT",
                "ZendeskMessagingJWT",
            ],
            swiftSettings: library),
        // 6  what is said of a token, for people and for scripts
        .target(name: "HelpdeskReport", dependencies: ["HelpdeskJWT"], swiftSettings: library),
        // 7  the command-line tool
        .executableTarget(
            name: "helpdesk-jwt", dependencies: ["HelpdeskJWT", "HelpdeskReport"], swiftSettings: library,
            linkerSettings: withoutBacktracer),
        // tests, one target a module
        .target(name: "TestSupport", dependencies: ["HS256", "HS256Primitives"], path: "Tests/TestSupport"),
        .target(
            name: "HelpdeskTestSupport", dependencies: ["HelpdeskIdentity", "TestSupport"],
            path: "Tests/HelpdeskTestSupport"),
        .testTarget(
            name: "HS256PrimitivesTests", dependencies: ["HS256Primitives", "HS256Instructions", "TestSupport"]),
        .testTarget(name: "HS256Tests", dependencies: ["HS256", "HS256Primitives", "TestSupport"]),
        .testTarget(name: "HS256FoundationTests", dependencies: ["HS256Foundation", "HS256Primitives"]),
        .testTarget(name: "HelpdeskIdentityTests", dependencies: ["HelpdeskIdentity"]),
        .testTarget(
            name: "FreshdeskWebChatJWTTests",
            dependencies: ["FreshdeskWebChatJWT", "HelpdeskTestSupport", "TestSupport"]),
        .testTarget(
            name: "FreshdeskHelpWidgetJWTTests",
            dependencies: ["FreshdeskHelpWidgetJWT", "HelpdeskTestSupport", "TestSupport"]),
        .testTarget(
            name: "FerndeskJWTTests", dependencies: ["FerndeskJWT", "HelpdeskTestSupport", "TestSupport"]),
        .testTarget(
            name: "TiledeskJWTTests", dependencies: ["TiledeskJWT", "HelpdeskTestSupport", "TestSupport"]),
        .testTarget(name: "ZendeskMessagingJWTTests", dependencies: ["ZendeskMessagingJWT", "TestSupport"]),
        .testTarget(
            name: "HelpdeskJWTTests",
            dependencies: ["HelpdeskJWT", "HS256Primitives", "HelpdeskTestSupport", "TestSupport"]),
        .testTarget(
            name: "HelpdeskReportTests", dependencies: ["HelpdeskReport", "HelpdeskJWT", "TestSupport"]),
        // as an outsider sees the package: what its snippets use has to be public
        .testTarget(
            name: "DocumentationTests", dependencies: ["HelpdeskJWT", "TestSupport"], exclude: ["finding-codes.txt"],
            packageAccess: false),
        .testTarget(
            name: "CommandLineTests", dependencies: ["helpdesk-jwt", "HS256", "HS256Primitives", "TestSupport"]),
        .testTarget(name: "BrowserTests", dependencies: ["TestSupport"]),
    ],
    swiftLanguageModes: [.v6]
)
