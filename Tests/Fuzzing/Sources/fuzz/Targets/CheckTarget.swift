import CommandLine
import Foundation
import HS256

/// The command `check` of the tool, in this process: the token comes from a file without a name, and standard output is
/// another.
enum CheckTarget: FuzzTarget {
    static let name = "check"

    private static let secret = String(decoding: Setting.otherSecret, as: UTF8.self)
    private static let token = NamelessFile()
    private static let output = NamelessFile()
    private static let complaints = NamelessFile()
    private static let commands: [[String]] = [
        ["zendesk-messaging", "--key-id", "k1"], ["tiledesk", "--project-id", "5b55e806c93dde00143163dd"],
        ["tiledesk", "--project-id", "5b55e806c93dde00143163dd", "--raw-id"], ["ferndesk"],
        ["freshdesk-help-widget"], ["freshdesk-web-chat"],
    ]

    static func prepare() {
        setenv("HELPDESK_JWT_SECRET", secret, 1)
        dup2(output.descriptor, STDOUT_FILENO)
    }

    static func run(_ input: [UInt8]) {
        let input = TokenInput(input)
        let isJSON = input.choice & 1 == 1
        var arguments = ["check"] + commands[Int(input.choice >> 1) % commands.count]
        arguments += ["--at", "\(Setting.now)"] + (isJSON ? ["--json"] : []) + [token.path]
        token.content = input.token
        output.content = []
        let status = complaining(about: input.token) { CheckRun.run(arguments) }
        checkOutput(status, isJSON: isJSON)
    }

    /// Runs the tool, its complaints put away where there is reason to complain: standard error is the fuzzer's.
    private static func complaining(about token: [UInt8], _ body: () -> Int32) -> Int32 {
        let isReadable = String(validating: token, as: UTF8.self) != nil
        guard !isReadable else { return body() }
        let standardError = dup(STDERR_FILENO)
        dup2(complaints.descriptor, STDERR_FILENO)
        defer {
            dup2(standardError, STDERR_FILENO)
            close(standardError)
            complaints.content = []
        }
        return body()
    }

    /// The verdict that each exit status stands for; any other status prints none.
    private static let verdicts: [Int32: String] = [0: "accepted", 1: "refused", 4: "refused-here"]

    private static func checkOutput(_ status: Int32, isJSON: Bool) {
        let text = String(decoding: output.content, as: UTF8.self)
        require((verdicts[status] != nil) != text.isEmpty, "a verdict is printed, and nothing else: status \(status)")
        require(status != 2, "the arguments are right")
        require(!text.contains(secret), "the secret is not printed")
        guard isJSON else {
            require(
                text.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control },
                "nothing drives a terminal: \(text.debugDescription)")
            return
        }
        guard !text.isEmpty else { return }
        guard case .object(let verdict)? = try? JSONValue(parsing: text) else {
            return require(false, "what is printed is a JSON object: \(text)")
        }
        require(
            verdict["verdict"] == verdicts[status].map { .string($0) }, "the status says what the object says")
    }
}

/// A file that is in no folder and ends with the process.
private final class NamelessFile: Sendable {
    let descriptor: CInt

    init() {
        guard let file = tmpfile() else { fatalError("no file can be made") }
        descriptor = fileno(file)
    }

    /// A name by which this process can open it.
    var path: String { "/proc/self/fd/\(descriptor)" }

    var content: [UInt8] {
        get {
            let count = Int(lseek(descriptor, 0, SEEK_END))
            var bytes = [UInt8](repeating: 0, count: count)
            let read = pread(descriptor, &bytes, count, 0)
            return Array(bytes.prefix(max(read, 0)))
        }
        set {
            guard ftruncate(descriptor, 0) == 0 else { fatalError("the file cannot be written") }
            lseek(descriptor, 0, SEEK_SET)
            guard newValue.isEmpty || write(descriptor, newValue, newValue.count) == newValue.count else {
                fatalError("the file cannot be written")
            }
        }
    }
}
