import Foundation
import Testing

/// One run of the built tool: what it said and how it ended.
struct ToolRun {
    let status: Int32
    let output: String
    let errors: String

    /// Lines of standard output.
    var lines: [String] { output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
    /// The first line of standard output.
    var firstLine: String { lines.first ?? "" }
    /// The first line of standard error.
    var sentence: String { String(errors.prefix { $0 != "\n" }) }

    /// A secret that is long enough.
    static let secret = "0123456789abcdef0123456789abcdef"

    /// Runs the tool.
    ///
    /// - Parameters:
    ///   - arguments: behind the tool's name.
    ///   - secret: for the environment variable; nil to leave it unset.
    ///   - input: for standard input.
    ///   - environment: further variables.
    init(
        _ arguments: String..., secret: String? = ToolRun.secret, input: String = "",
        environment: [String: String] = [:]
    ) throws {
        try self.init(arguments, secret: secret, input: Data(input.utf8), environment: environment)
    }

    init(
        _ arguments: [String], secret: String? = ToolRun.secret, input: Data = Data(),
        environment: [String: String] = [:]
    ) throws {
        try self.init(Self.tool(), arguments, secret: secret, input: input, environment: environment)
    }

    /// Runs a line of shell in which `$tool` is the tool.
    static func shell(
        _ line: String, secret: String? = ToolRun.secret, environment: [String: String] = [:]
    ) throws -> ToolRun {
        let tool = try tool()
        return try ToolRun(
            URL(fileURLWithPath: "/bin/sh"), ["-c", line], secret: secret, input: Data(),
            environment: environment.merging(["tool": tool.path]) { $1 })
    }

    /// What is read and written goes through files, which never block and never leak into another test's process.
    private init(
        _ program: URL, _ arguments: [String], secret: String?, input: Data, environment: [String: String]
    ) throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.environment = Self.environment(secret, environment)
        process.standardInput = try FileHandle(forReadingFrom: folder.file("input", input))
        process.standardOutput = try FileHandle(forWritingTo: folder.file("output", Data()))
        process.standardError = try FileHandle(forWritingTo: folder.file("errors", Data()))
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationReason == .exit, "the tool crashed")
        status = process.terminationStatus
        output = String(decoding: try Data(contentsOf: folder.url("output")), as: UTF8.self)
        errors = String(decoding: try Data(contentsOf: folder.url("errors")), as: UTF8.self)
    }

    private static func environment(_ secret: String?, _ others: [String: String]) -> [String: String] {
        var environment = ["PATH": "/usr/bin:/bin", "TERM": "xterm", "TZ": "UTC"]
        environment["HELPDESK_JWT_SECRET"] = secret
        return environment.merging(others) { $1 }
    }

    /// The tool, which SwiftPM builds into the folder of the test bundle.
    private static func tool() throws -> URL {
        let starts =
            [Bundle.main.bundleURL, Bundle.main.executableURL].compactMap { $0 }
            + CommandLine.arguments.filter { $0.contains(".xctest") }.map { URL(fileURLWithPath: $0) }
        for start in starts {
            var folder = start
            for _ in 0..<5 {
                let tool = folder.appendingPathComponent("helpdesk-jwt")
                var isDirectory: ObjCBool = false
                if FileManager.default.fileExists(atPath: tool.path, isDirectory: &isDirectory), !isDirectory.boolValue
                {
                    return tool
                }
                folder.deleteLastPathComponent()
            }
        }
        throw ToolNotFound()
    }

    struct ToolNotFound: Error {}
}

/// A folder for one test.
struct TemporaryFolder {
    private let root: URL

    init() throws {
        root = FileManager.default.temporaryDirectory.appendingPathComponent("helpdesk-jwt-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    }

    func url(_ name: String) -> URL { root.appendingPathComponent(name) }

    /// Writes a file.
    func file(_ name: String, _ content: Data) throws -> URL {
        try content.write(to: url(name))
        return url(name)
    }

    /// The path of a text file that is written.
    func path(_ name: String, _ content: String) throws -> String {
        try file(name, Data(content.utf8)).path
    }

    func remove() { try? FileManager.default.removeItem(at: root) }
}
