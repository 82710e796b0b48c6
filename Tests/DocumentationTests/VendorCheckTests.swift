import Foundation
import HelpdeskJWT
import TestSupport
import Testing

/// Each page says which of the general checks its vendor makes, as the code has it.
struct VendorCheckTests {
    /// The first column of the tables, by check.
    static let names: [TokenCheck: String] = [
        .form: "three parts in base64url, and nothing around them",
        .strictEncoding: "no padding, `+`, `/`, or spare bits",
        .size: "at most 16 KiB", .header: "the header is a JSON object", .algorithm: "`alg` is HS256",
        .extensions: "no `crit` or `b64`", .headerTypes: "`typ`, `cty`, `kid` are strings", .signature: "the signature",
        .payload: "the payload is a JSON object",
        .strictJSON: "strict JSON: each name once, UTF-8, at most 32 levels", .expiration: "`exp` has not come",
        .notBefore: "`nbf` has come", .issuedAt: "`iat` is at most a minute ahead",
        .dateTypes: "`exp`, `nbf`, `iat` are numbers", .dateRange: "they are seconds of the years 1970 to 9999",
        .claimTypes: "`iss`, `sub`, `jti`, `aud` have the types of RFC 7519",
    ]

    @Test(arguments: FindingCodes.systems.indices) func tableIsThatOfTheCode(index: Int) throws {
        let system = FindingCodes.systems[index]
        let page = ProjectFiles.root.appendingPathComponent("Docs/\(system).md")
        let lines = try String(contentsOf: page, encoding: .utf8).split(separator: "\n").map(String.init)
        for check in TokenCheck.allCases {
            let name = try #require(Self.names[check])
            let word =
                switch system.profile.vendorCheck(check) {
                case .documented: "yes, documented"
                case .observed: "yes, observed"
                case .notMade: "no, observed"
                case .notKnown: "not known"
                }
            #expect(lines.contains("| \(name) | \(word) |"), "\(system).md lacks: | \(name) | \(word) |")
        }
    }
}
