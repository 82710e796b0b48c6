import Foundation
import Testing

@Suite("Input that cannot be read")
struct InputTests {
    @Test("that is empty is judged as what a page may hand over", arguments: ["", "\n", " \r\n\t "])
    func empty(text: String) throws {
        let run = try ToolRun(Tokens.check, input: Data(text.utf8))
        #expect(run.status == 1)
        #expect(run.output.contains("\nerror: there is no token\n"))
        #expect(try ToolRun("inspect", input: text).status == 1)
    }

    @Test("is a missing file, a directory, or a file without permission")
    func files() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let missing = try ToolRun("inspect", folder.url("none").path)
        #expect(missing.status == 3)
        #expect(missing.sentence.hasSuffix("cannot be opened: there is no such file."))
        let directory = try ToolRun("inspect", "/tmp")
        #expect(directory.status == 3)
        #expect(directory.sentence.contains("is a directory"))
        let secret = try ToolRun(Tokens.sign + ["--secret-file", "/tmp"], secret: nil)
        #expect(secret.status == 3)
        #expect(secret.sentence.contains("is a directory"))
    }

    @Test("is more than a token can have, from a file, a pipe without an end, or a device")
    func tooLarge() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let file = try folder.file("big", Data(repeating: 0x61, count: 10_000_000)).path
        let line = "$tool check zendesk-messaging --key-id a"
        for run in [
            try ToolRun("inspect", file), try ToolRun.shell("\(line) < '\(file)'"), try ToolRun.shell("yes | \(line)"),
            try ToolRun.shell("\(line) /dev/zero"), try ToolRun(Tokens.sign + ["--secret-file", file], secret: nil),
        ] {
            #expect(run.status == 3)
            #expect(run.sentence.contains("has more than 65536 bytes"), "\(run.errors)")
            #expect(run.output.isEmpty)
        }
    }

    @Test("is refused from one byte over the limit on")
    func limit() throws {
        #expect(try ToolRun(["inspect"], input: Data(repeating: 0x61, count: 65_536)).status == 1)
        #expect(try ToolRun(["inspect"], input: Data(repeating: 0x61, count: 65_537)).status == 3)
    }

    @Test("is read with little memory")
    func memory() throws {
        // 600 MB of input under a limit of address space that they do not fit in.
        let run = try ToolRun.shell("ulimit -v 400000; head -c 600000000 /dev/zero | $tool inspect")
        #expect(run.status == 3, "\(run.errors)")
    }

    @Test("is not text")
    func binary() throws {
        let binary = try ToolRun(["inspect"], input: Data([0x61, 0xFF, 0xFE, 0x00]))
        #expect(binary.status == 3)
        #expect(binary.sentence.contains("standard input is not UTF-8 text"))
        let utf16 = try ToolRun(["inspect"], input: Data([0xFF, 0xFE, 0x65, 0x00]))
        #expect(utf16.sentence.contains("UTF-16"))
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let file = try folder.file("secret", Data(repeating: 0xFF, count: 40)).path
        let secret = try ToolRun(Tokens.sign + ["--secret-file", file], secret: nil)
        #expect(secret.status == 3)
        #expect(secret.sentence.contains("is not UTF-8 text"))
    }

    @Test("is a standard input that is closed")
    func closedInput() throws {
        let run = try ToolRun.shell("$tool inspect <&-")
        #expect(run.status == 3)
        #expect(run.sentence == "helpdesk-jwt: standard input cannot be read: it is closed.")
    }
}

@Suite("Output that cannot be written")
struct OutputTests {
    @Test("is no matter when the reader has gone: the status is that of the verdict")
    func closedPipe() throws {
        let accepted = try ToolRun.shell("{ sleep 0.2; $tool systems; echo \"status $?\" >&2; } | true")
        #expect(accepted.errors == "status 0\n")
        let refused = try ToolRun.shell(
            "{ sleep 0.2; echo hello | $tool inspect; echo \"status $?\" >&2; } | true")
        #expect(refused.errors == "status 1\n")
    }

    @Test("is said with status 3 when it is closed or full")
    func full() throws {
        for (target, reason) in [(">&-", "it is closed"), ("> /dev/full", "no space left on device")]
        where target == ">&-" || FileManager.default.fileExists(atPath: "/dev/full") {
            let run = try ToolRun.shell("$tool systems \(target)")
            #expect(run.status == 3)
            #expect(run.errors == "helpdesk-jwt: the output cannot be written: \(reason).\n")
        }
    }
}
