import Foundation
import TestSupport
import Testing

/// Tests/Browser, run from here where it is ready to: it needs Chromium and a package from the network, and takes a while.
@Suite struct BrowserTests {
    /// Whether the caller wants it whatever it takes: then Chromium is installed and all is built first.
    private static let isDemanded = ProcessInfo.processInfo.environment["HELPDESK_JWT_BROWSER"] == "1"
    /// What the script says about being ready.
    private static let readiness = Result { try browser("ready") }

    @Test(
        "The widgets get their tokens in a real browser",
        .enabled(if: isDemanded || (try? readiness.get().status) == 0, reasonToSkip))
    func widgetsGetTheirTokens() throws {
        let (status, output) = try Self.browser(Self.isDemanded ? "all" : "run")
        #expect(status == 0, "\(output)")
    }

    private static var reasonToSkip: Comment {
        let reason = (try? readiness.get().output) ?? "browser: skipped, the script cannot be run here"
        return
            "\(reason.trimmingCharacters(in: .whitespacesAndNewlines)); HELPDESK_JWT_BROWSER=1 does all that it takes"
    }

    /// Runs `.ci/browser` with one argument.
    private static func browser(_ mode: String) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = ProjectFiles.root.appendingPathComponent(".ci/browser")
        process.arguments = [mode]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, text)
    }
}
