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

/// The processor features that the back ends of one processor are compiled for.
///
/// The define stands beside the flags because the compiler cannot select an instruction whose feature is off: without
/// the flags the back end must not be compiled at all. Whether the processor that runs the code has the instructions
/// is asked when it runs.
func features(_ names: [String], define: String, _ condition: BuildSettingCondition) -> [SwiftSetting] {
    let flags = names.flatMap { ["-Xcc", "-Xclang", "-Xcc", "-target-feature", "-Xcc", "-Xclang", "-Xcc", "+\($0)"] }
    return [.unsafeFlags(flags, condition), .define(define, condition)]
}

#if arch(x86_64)
    let x86 = features(
        ["sha", "sse4.1", "ssse3", "xsave"], define: "HS256_X86", .when(platforms: [.linux, .macOS, .windows]))
    // In a debug build, each module brings its own version of small functions of the standard library, and the linker
    // takes one: it might be the one for AVX-512.
    let avx512 = features(
        ["avx512f", "avx512bw", "avx512vl", "avx512vbmi", "evex512", "bmi", "bmi2", "sha"], define: "HS256_AVX512",
        .when(platforms: [.linux], configuration: .release))
#else
    let x86: [SwiftSetting] = []
    let avx512: [SwiftSetting] = []
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

let package = Package(
    name: "helpdesk-jwt",
    platforms: [.macOS(.v13), .iOS(.v16), .tvOS(.v16), .watchOS(.v9), .visionOS(.v1)],
    products: [
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
        // 0  hashing and base64url on the processor's own instructions
        .target(name: "HS256X86", swiftSettings: library + x86),
        .target(name: "HS256Arm", swiftSettings: library + arm),
        .target(name: "HS256AVX512", dependencies: ["HS256X86"], swiftSettings: library + avx512),
        // 1  JSON Web Tokens with HMAC-SHA-256, for any use
        .target(name: "HS256", dependencies: ["HS256X86", "HS256AVX512", "HS256Arm"], swiftSettings: library),
        .target(name: "HS256Foundation", dependencies: ["HS256"], swiftSettings: library),
        // 2  what the help-desk systems share
        .target(name: "HelpdeskIdentity", dependencies: ["HS256"], swiftSettings: library),
        // 3  one module a system
        .target(name: "FreshdeskWebChatJWT", dependencies: ["HelpdeskIdentity"], swiftSettings: library),
        .target(name: "FreshdeskHelpWidgetJWT", dependencies: ["HelpdeskIdentity"], swiftSettings: library),
        .target(name: "FerndeskJWT", dependencies: ["HelpdeskIdentity"], swiftSettings: library),
        .target(name: "TiledeskJWT", dependencies: ["HelpdeskIdentity"], swiftSettings: library),
        .target(name: "ZendeskMessagingJWT", dependencies: ["HelpdeskIdentity"], swiftSettings: library),
        // 4  all of them
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
        // 5  the command-line tool
        .executableTarget(name: "helpdesk-jwt", dependencies: ["HelpdeskJWT"]),
        // tests, one target a module
        .target(name: "TestSupport", dependencies: ["HS256"], path: "Tests/TestSupport"),
        .target(
            name: "HelpdeskTestSupport", dependencies: ["HelpdeskIdentity", "TestSupport"],
            path: "Tests/HelpdeskTestSupport"),
        .testTarget(name: "HS256Tests", dependencies: ["HS256", "TestSupport"]),
        .testTarget(name: "HS256FoundationTests", dependencies: ["HS256Foundation"]),
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
            name: "HelpdeskJWTTests", dependencies: ["HelpdeskJWT", "HelpdeskTestSupport", "TestSupport"]),
        // as an outsider sees the package: what its snippets use has to be public
        .testTarget(name: "DocumentationTests", dependencies: ["HelpdeskJWT", "TestSupport"], packageAccess: false),
        .testTarget(name: "CommandLineTests", dependencies: ["helpdesk-jwt", "HS256", "TestSupport"]),
        .testTarget(name: "BrowserTests", dependencies: ["TestSupport"]),
    ],
    swiftLanguageModes: [.v6]
)
