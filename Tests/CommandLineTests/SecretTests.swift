import Foundation
import HS256
import Testing

@Suite("Secrets")
struct SecretTests {
    @Test(
        "are never taken as arguments, and not repeated",
        arguments: [
            ["--secret", "hunter2"], ["--secret=hunter2"], ["--jwt-secret", "hunter2"], ["--password=hunter2"],
            ["-s", "hunter2"],
        ])
    func argument(option: [String]) throws {
        for front in [[], ["sign"], ["sign", "zendesk-messaging"], ["check", "zendesk-messaging"]] {
            let run = try ToolRun(front + option, secret: nil)
            #expect(run.status == 2)
            #expect(run.sentence.contains("a secret is never taken as an argument, because"), "\(run.errors)")
            #expect(run.errors.contains("HELPDESK_JWT_SECRET") && run.errors.contains("--secret-file"))
            #expect(!run.errors.contains("hunter2"))
        }
    }

    @Test("come from one place")
    func twoOrNone() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let file = try folder.path("secret", ToolRun.secret)
        let two = try ToolRun(Tokens.sign + ["--secret-file", file])
        #expect(two.status == 2)
        #expect(two.sentence.contains("there are two secrets"))
        let none = try ToolRun(Tokens.sign, secret: nil)
        #expect(none.status == 2)
        #expect(none.sentence.contains("there is no secret"))
        let empty = try ToolRun(Tokens.sign, secret: "")
        #expect(empty.status == 2)
        #expect(empty.sentence.contains("the secret in HELPDESK_JWT_SECRET is empty"))
        #expect(try ToolRun(Tokens.sign + ["--secret-file", file], secret: "").status == 0)
        #expect(try ToolRun(Tokens.sign + ["--secret-file", file], secret: nil).status == 0)
    }

    @Test("are used to the last byte", arguments: ["", "\n", "\r\n", " ", "\u{FEFF}"])
    func exact(end: String) throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        for secret in [ToolRun.secret + end, end + ToolRun.secret] {
            let file = try folder.path("secret", secret)
            let run = try ToolRun(Tokens.sign + ["--name", "Jane Soap", "--secret-file", file], secret: nil)
            #expect(run.status == 0)
            #expect(run.firstLine == (try ToolRun(Tokens.sign + ["--name", "Jane Soap"], secret: secret).firstLine))
            let verifier = try JWTVerifier(key: HS256Key(utf8: secret))
            #expect(throws: Never.self) { try verifier.verify(run.firstLine, at: 1_767_225_600) }
        }
    }

    @Test("of a file that echo made are signed with, and the way out is shown")
    func lineBreak() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let file = try folder.path("secret", ToolRun.secret + "\n")
        let run = try ToolRun(Tokens.sign + ["--secret-file", file], secret: nil)
        #expect(run.status == 0)
        #expect(run.lines.count == 2, "the warning is not on standard output")
        #expect(run.sentence == "helpdesk-jwt: warning: the secret ends with a line break, which counts as part of it.")
        #expect(run.errors.contains("printf %s \"$(cat FILE)\" > NEWFILE"))
        // The command that is shown does what it says.
        let repaired = try ToolRun.shell(
            "printf %s \"$(cat '\(file)')\" > '\(file).new'; $tool \(Tokens.sign.joined(separator: " ")) --secret-file '\(file).new'",
            secret: nil)
        #expect(repaired.errors.isEmpty)
        #expect(repaired.output == (try ToolRun(Tokens.sign)).output)
        let check = try ToolRun(
            Tokens.check + ["--secret-file", file], secret: nil, input: Data(try Tokens.good().utf8))
        // The secret that is checked with is not the help desk's, and the token may be good.
        #expect(check.status == 4)
        #expect(
            check.output.replacing("\n  ", with: " ").contains("which has a line break after it; it matches without it")
        )
    }

    @Test("under 32 bytes need a word of their own")
    func short() throws {
        let refused = try ToolRun(Tokens.sign, secret: "0123456789abcdef0123456789abcde")
        #expect(refused.status == 2)
        #expect(
            refused.sentence == "helpdesk-jwt: the secret in HELPDESK_JWT_SECRET has 31 bytes; HS256 needs at least 32."
        )
        #expect(refused.errors.contains("--allow-short-secret"))
        let accepted = try ToolRun(Tokens.sign + ["--allow-short-secret"], secret: "short")
        #expect(accepted.status == 0)
        #expect(accepted.sentence.contains("warning: the secret has 5 bytes"))
        #expect(try ToolRun(Tokens.sign + ["--allow-short-secret"], secret: "").status == 2)
    }

    @Test("that are public keys are refused")
    func publicKey() throws {
        let run = try ToolRun(Tokens.sign, secret: "-----BEGIN PUBLIC KEY-----\nAAAAAAAAAAAAAAAAAA")
        #expect(run.status == 2)
        #expect(run.sentence.contains("PEM or SSH key"))
    }

    @Test("given in place of the file's name are not repeated")
    func secretAsFileName() throws {
        let run = try ToolRun(Tokens.sign + ["--secret-file", "hunter2"], secret: nil)
        #expect(run.status == 3)
        #expect(run.errors.contains("takes the name of a file, not the secret itself"))
        #expect(!run.errors.contains("hunter2"))
    }

    @Test("never appear in any output")
    func neverShown() throws {
        let secret = "k9#Qz-unmistakable-secret-text-4711"
        let good = try Tokens.good(secret: secret)
        let bad = try Tokens.good(secret: secret + "\n")
        let runs = [
            try ToolRun(Tokens.sign, secret: secret), try ToolRun(Tokens.sign + ["--lifetime", "x"], secret: secret),
            try ToolRun(Tokens.sign, secret: "\"\(secret)\"\n"), try ToolRun(Tokens.check, secret: secret),
            try ToolRun(Tokens.check, secret: secret, input: Data(good.utf8)),
            try ToolRun(Tokens.check, secret: secret, input: Data(bad.utf8)),
            try ToolRun(Tokens.check + ["--json"], secret: secret, input: Data(bad.utf8)),
            try ToolRun("demo", secret: secret), try ToolRun("inspect", secret: secret, input: bad),
            try ToolRun("sign", "zendesk-messaging", "--secret", secret, secret: nil),
            try ToolRun(Tokens.sign + [secret], secret: nil),
        ]
        for run in runs {
            #expect(!(run.output + run.errors).isEmpty)
            #expect(!(run.output + run.errors).contains("unmistakable"))
        }
    }
}
