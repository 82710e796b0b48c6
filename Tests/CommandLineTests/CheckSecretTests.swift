import Foundation
import Testing

@Suite("check-secret")
struct CheckSecretTests {
    private static let good = "k3Vx9-Lq2_Wm7Tz4Rb8Ny6Pd1Hs5Gf0Jc"

    @Test("ends with 0 for a secret in order, and with 1 for any other, from the variable and from a file")
    func statuses() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        for (text, status, label) in [
            (Self.good, 0, "in order: "), (Self.good + "\n", 1, "doubtful: "), ("short", 1, "doubtful: "),
            ("your-256-bit-secret-is-not-set-here", 1, "wrong: "), ("-----BEGIN PUBLIC KEY-----\nAAAA", 1, "wrong: "),
        ] as [(String, Int32, String)] {
            let file = try folder.path("secret", text)
            for run in [
                try ToolRun("check-secret", secret: text),
                try ToolRun("check-secret", "--secret-file", file, secret: nil),
            ] {
                #expect(run.status == status, "\(run.output)\(run.errors)")
                #expect(run.firstLine.hasPrefix(label))
                #expect(run.errors.isEmpty)
                #expect(!run.output.contains("Wm7Tz4"))
            }
        }
    }

    @Test("looks at bytes that are no text")
    func bytes() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let utf16 = try folder.file("utf16", Data([0xFF, 0xFE, 0x61, 0x00]))
        let run = try ToolRun("check-secret", "--secret-file", utf16.path, secret: nil)
        #expect(run.status == 1)
        #expect(run.output.contains("UTF-16") && run.output.contains("[jwt.secret.utf8]"))
        let variable = try ToolRun.shell("HELPDESK_JWT_SECRET=$(printf 'a\\377') $tool check-secret")
        #expect(variable.status == 1)
        #expect(variable.output.contains("is not UTF-8 text"))
    }

    @Test("is for scripts too")
    func json() throws {
        let run = try ToolRun("check-secret", "--json", secret: "\"\(Self.good)\"")
        #expect(run.status == 1)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        #expect(Set(object.keys) == ["verdict", "byteCount", "findings"])
        #expect(object["verdict"] as? String == "doubtful")
        #expect(object["byteCount"] as? Int == 35)
        #expect((object["findings"] as? [[String: Any]])?.first?["code"] as? String == "jwt.secret.quotes")
    }

    @Test("takes a short secret of the vendor's if that is said")
    func short() throws {
        let short = String(Self.good.prefix(20))
        #expect(try ToolRun("check-secret", secret: short).status == 1)
        #expect(try ToolRun("check-secret", "--allow-short-secret", secret: short).status == 0)
        #expect(try ToolRun("check-secret", "--allow-short-secret", secret: short + "\n").status == 1)
    }

    @Test("needs one secret")
    func none() throws {
        #expect(try ToolRun("check-secret", secret: nil).status == 2)
        #expect(try ToolRun("check-secret", "--secret-file", "/none", secret: nil).status == 3)
        #expect(try ToolRun("check-secret", "--secret-file", "/dev/null", secret: Self.good).status == 2)
    }
}

@Suite("Times")
struct TimeTests {
    @Test(
        "are given as ISO 8601 or as Unix seconds",
        arguments: ["1767225600", "2026-01-01T00:00:00Z", "2026-01-01 01:00+01:00", "2025-12-31T19:00:00-05:00"])
    func forms(text: String) throws {
        let run = try ToolRun(Tokens.check.dropLast() + [text], input: Data(try Tokens.good().utf8))
        #expect(run.status == 0)
        #expect(run.output.contains("  now  2026-01-01 00:00:00 UTC\n"))
    }

    @Test(
        "need their time zone",
        arguments: ["2026-01-01T00:00:00", "2026-01-01", "tomorrow", "1.5", "2026-02-30T00:00:00Z"])
    func refused(text: String) throws {
        let run = try ToolRun("inspect", "--at", text)
        #expect(run.status == 2)
        #expect(run.sentence.contains("--at takes a date with its time zone, such as 2026-01-01T00:00:00Z"))
    }

    @Test(
        "are shown in UTC and in local time, or in UTC alone",
        arguments: [
            ("Asia/Kolkata", "2026-01-01 00:00:00 UTC, 2026-01-01 05:30:00 +05:30"),
            ("America/New_York", "2026-01-01 00:00:00 UTC, 2025-12-31 19:00:00 -05:00"),
            ("XYZ-3:45", "2026-01-01 00:00:00 UTC, 2026-01-01 03:45:00 +03:45"), ("UTC", "2026-01-01 00:00:00 UTC"),
            (":no/such/zone", "2026-01-01 00:00:00 UTC"),
        ])
    func zones(zone: String, text: String) throws {
        let run = try ToolRun(
            ["inspect", "--at", Tokens.now], input: Data(try Tokens.good().utf8), environment: ["TZ": zone])
        #expect(run.output.contains("\nnow  \(text)\n"), "\(run.output)")
    }
}
