import Foundation
import HS256
import HS256Primitives
import TestSupport
import Testing

/// A run of the tool to which a secret or a token is given, rightly or in a wrong place.
struct SecretRun: Sendable, CustomTestStringConvertible {
    let arguments: [String]
    /// What the environment variable of the secret has; nil for nothing.
    let secret: String?
    let input: String
    /// Whether the token is what standard output is for: `sign` and `embed` print it.
    let printsToken: Bool

    init(_ arguments: [String], secret: String? = SecretRun.secret, input: String = "", printsToken: Bool = false) {
        self.arguments = arguments
        self.secret = secret
        self.input = input
        self.printsToken = printsToken
    }

    var testDescription: String {
        arguments.joined(separator: " ") + (input.isEmpty ? "" : " < token") + (secret == nil ? " (no secret set)" : "")
    }

    static let secret = "Vh7qLr2-XwN9tKz4_Jm6PdY8.sFb3GcR5eUa1+ZjW0"

    /// The name of each system, with what describes an account and a visitor.
    static let systems: [(name: String, account: [String], visitor: [String], embed: [String])] = [
        (
            "freshdesk-web-chat", [], ["--uuid", "u-1", "--id", "r-1"],
            ["--host", "https://wchat.example", "--widget-token", "w", "--widget-id", "w"]
        ),
        ("freshdesk-help-widget", [], ["--name", "Jane", "--email", "jane@soap.example"], ["--widget-id", "12345"]),
        ("ferndesk", [], ["--id", "u-1", "--email", "jane@soap.example"], ["--widget-id", "w"]),
        ("tiledesk", ["--project-id", "p"], ["--id", "u-1"], []),
        ("zendesk-messaging", ["--key-id", Tokens.keyID], ["--id", "12345678"], []),
    ]
}

@Suite("Neither secret nor authentication code nor whole token is shown")
struct OutputSecrecyTests {
    /// Looks for the secret, for the token as a whole, and for the right code of what the token says.
    private func detector(for token: String) throws -> LeakDetector {
        var detector = LeakDetector()
        detector.add(SecretRun.secret.utf8, as: "the secret")
        detector.add(whole: token, as: "the whole token")
        let input = token.split(separator: ".").prefix(2).joined(separator: ".")
        let key = try HS256Key(utf8: SecretRun.secret)
        detector.add(
            HMACSHA256.authenticationCode(for: input.utf8, using: key.hmacKey).bytes,
            as: "the right authentication code")
        return detector
    }

    private func check(_ run: SecretRun, token: String, status: ClosedRange<Int32> = 0...4) throws {
        let result = try ToolRun(run.arguments, secret: run.secret, input: Data(run.input.utf8))
        let detector = try detector(for: token)
        #expect(status.contains(result.status))
        #expect(!(result.output + result.errors).isEmpty)
        #expect(detector.leaks(in: result.errors).isEmpty, "\(result.errors)")
        var allowed: Set<String> = []
        if run.printsToken { allowed = ["the whole token", "the right authentication code"] }
        #expect(detector.leaks(in: result.output).isSubset(of: allowed), "\(result.output)")
    }

    @Test("when everything is in its place", arguments: SecretRun.systems.indices)
    func inPlace(index: Int) throws {
        let (name, account, visitor, embed) = SecretRun.systems[index]
        let signed = try ToolRun(["sign", name] + account + visitor, secret: SecretRun.secret)
        let token = signed.firstLine
        #expect(signed.status == 0 && token.utf8.count { $0 == 0x2E } == 2, "\(signed.errors)")
        let other = try ToolRun(["sign", name] + account + visitor, secret: SecretRun.secret + "\n").firstLine
        let parts = token.split(separator: ".").map(String.init)
        let check = ["check", name] + account
        let right: [SecretRun] = [
            .init(["sign", name] + account + visitor + ["--at", "1767225600"], printsToken: true),
            .init(["sign", name, "--help"]), .init(["check", name, "--help"]), .init(["embed", name, "--help"]),
            .init(["embed", name] + embed + ["--token-file", "-"], input: token, printsToken: true),
            .init(["embed", name] + embed + ["--token-url", "/token"]),
        ]
        for run in right { try self.check(run, token: token, status: 0...0) }
        // Tokens that are good, wrapped, signed with another secret, cut off, and none at all.
        let inputs = [
            token, "Bearer " + token, "\"\(token)\"", other, parts[0] + "." + parts[1] + ".", parts[0] + "." + parts[1],
            token + "=", String(token.dropLast()), "{\"token\":\"\(token)\"}", token + "\n" + token, SecretRun.secret,
        ]
        for input in inputs {
            for options in [[], ["--json"], ["--at", "1700000000"]] {
                try self.check(.init(check + options, input: input), token: input == other ? other : token)
                guard input != SecretRun.secret else { continue }
                try self.check(.init(["inspect"] + options, input: input), token: input == other ? other : token)
            }
        }
    }

    @Test("when the secret stands in a wrong place")
    func misplacedSecret() throws {
        let secret = SecretRun.secret
        let token = try Tokens.good(secret: secret)
        let wrong: [[String]] = [
            [secret], ["help", secret], [secret, "--help"], ["sign", secret], ["sign", secret, "--help"],
            ["demo", secret], ["systems", secret], ["inspect", secret], ["inspect", "a", secret],
            ["check", "zendesk-messaging", secret], Tokens.check + [secret], Tokens.check + ["--", secret],
            Tokens.sign + [secret], Tokens.sign + ["--secret", secret], Tokens.sign + ["--secret=" + secret],
            Tokens.sign + ["--secret-file", secret], Tokens.sign + ["--secret-file=" + secret],
            Tokens.sign + ["--secret-file", secret + "/" + secret], Tokens.sign + ["--" + secret],
            Tokens.sign + ["-" + secret], Tokens.sign + ["--lifetime", secret], Tokens.sign + ["--claim", secret],
            Tokens.sign + ["--claim", "a=" + secret], Tokens.sign + ["--email", secret, "--email-verified"],
            Tokens.sign + ["--json=" + secret], ["sign", "zendesk-messaging", "--at", secret],
            ["sign", "zendesk-messaging", "--key-id", secret], ["inspect", "--at", secret],
            ["sign", "tiledesk", "--project-id", secret, "--id", "1"],
            ["sign", "tiledesk", "--project-id", "p", "--id", "1", "--attributes", secret],
            ["embed", "zendesk-messaging", "--token-file", secret],
            ["embed", "zendesk-messaging", "--token-url", secret], ["embed", "zendesk-messaging", secret],
        ]
        for arguments in wrong {
            for inEnvironment in [nil, secret] {
                try check(.init(arguments, secret: inEnvironment), token: token, status: 0...3)
            }
        }
    }

    @Test("when the token stands in a wrong place")
    func misplacedToken() throws {
        let token = try Tokens.good(secret: SecretRun.secret)
        for given in [token, "Bearer " + token, "JWT " + token, "\"\(token)\""] {
            let wrong: [[String]] = [
                [given], ["check", given], ["inspect", given], Tokens.check + [given], Tokens.sign + [given],
                Tokens.check + ["--" + given], Tokens.check + ["--secret-file", given],
                ["embed", "zendesk-messaging", "--token-url", given],
                ["embed", "zendesk-messaging", "--token-file", given], ["systems", given],
            ]
            for arguments in wrong { try check(.init(arguments), token: token, status: 1...3) }
            try check(.init(Tokens.check, secret: token, input: SecretRun.secret), token: token, status: 1...3)
        }
    }

    @Test("when the file of the secret is missing, a folder, closed to us, too large or not text")
    func filesOfSecrets() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let token = try Tokens.good(secret: SecretRun.secret)
        let bytes = Data(SecretRun.secret.utf8)
        var large = bytes
        for _ in 0..<2_000 { large.append(bytes) }
        let files = [
            folder.url("missing").path, folder.url("").path, try folder.file("large", large).path,
            try folder.file("binary", bytes + [0xFF]).path, try folder.file("short", bytes.prefix(31)).path,
            try folder.file("pem", Data("-----BEGIN PRIVATE KEY-----\n".utf8) + bytes).path,
            try folder.file("empty", Data()).path,
        ]
        for file in files {
            for command in [Tokens.sign, Tokens.check] {
                try check(
                    .init(command + ["--secret-file", file], secret: nil, input: token), token: token, status: 2...3)
            }
        }
        // Two secrets at once, and a file with a line break, which is signed with.
        let good = try folder.file("good", bytes + [0x0A]).path
        try check(.init(Tokens.sign + ["--secret-file", good], input: token), token: token, status: 2...2)
        try check(
            .init(Tokens.sign + ["--secret-file", good], secret: nil, printsToken: true), token: token, status: 0...0)
    }
}
