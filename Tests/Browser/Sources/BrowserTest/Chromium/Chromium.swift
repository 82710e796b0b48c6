import Foundation
import HS256

/// A headless Chromium, driven by the DevTools protocol over a pair of pipes: each message is a JSON object followed by
/// a zero byte. No port is opened, and no driver program or package stands in between.
///
/// Not for more than one thread.
final class Chromium {
    /// An answer that says that a call failed, or none at all.
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// What is done about an event: its name, its parameters, and the session that it belongs to.
    var onEvent: (String, JSONObject, String?) throws -> Void = { _, _, _ in }

    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()
    private let profile: URL
    private var received: [UInt8] = []
    private var answers: [Int64: JSONObject] = [:]
    private var calls: Int64 = 0

    /// Starts a browser with a profile of its own that can reach this machine only.
    init(executable: String) throws {
        profile = FileManager.default.temporaryDirectory.appendingPathComponent("browser-test-\(UUID())")
        let options = [
            "--headless", "--remote-debugging-pipe", "--user-data-dir=\(profile.path)", "--window-size=800,600",
            // No name but 127.0.0.1 means anything, whoever asks.
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", "--no-proxy-server",
            "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
            "--disable-gpu", "--disable-dev-shm-usage",
        ]
        // Chromium refuses to run as root with its sandbox on; it opens nothing but the pages of this test.
        let sandbox = getuid() == 0 ? ["--no-sandbox"] : []
        // The protocol is spoken on the file descriptors 3 and 4.
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments =
            ["-c", #"exec "$0" "$@" 3<&0 4>&1 </dev/null >/dev/null 2>&1"#, executable] + options + sandbox
        process.standardInput = input
        process.standardOutput = output
        signal(SIGPIPE, SIG_IGN)
        try process.run()
    }

    /// Calls a method and waits for its answer; events that come meanwhile are dealt with.
    @discardableResult
    func call(_ method: String, _ parameters: JSONObject = [:], session: String? = nil) throws -> JSONObject {
        let id = try send(method, parameters, session: session)
        let deadline = Date(timeIntervalSinceNow: 30)
        while true {
            if let answer = answers.removeValue(forKey: id) {
                if let error = answer["error"] { throw Failure(description: "\(method): \(error)") }
                return answer["result"]?.object ?? [:]
            }
            guard Date() < deadline else { throw Failure(description: "\(method): no answer from the browser") }
            try pump(milliseconds: 100)
        }
    }

    /// Calls a method without waiting for its answer, as it must be done while an event is dealt with.
    @discardableResult
    func send(_ method: String, _ parameters: JSONObject = [:], session: String? = nil) throws -> Int64 {
        calls += 1
        var message: JSONObject = ["id": .number(JSONNumber(calls)), "method": .string(method)]
        message["params"] = .object(parameters)
        if let session { message["sessionId"] = .string(session) }
        try input.fileHandleForWriting.write(contentsOf: Data(message.description.utf8) + [0])
        return calls
    }

    /// Waits for messages, and deals with those that come.
    func pump(milliseconds: Int32) throws {
        var descriptor = pollfd(fd: output.fileHandleForReading.fileDescriptor, events: Int16(POLLIN), revents: 0)
        guard poll(&descriptor, 1, milliseconds) > 0 else { return }
        let chunk = output.fileHandleForReading.availableData
        guard !chunk.isEmpty else { throw Failure(description: "the browser has gone") }
        received += chunk
        var start = 0
        while let end = received[start...].firstIndex(of: 0) {
            let message = Array(received[start..<end])
            start = end + 1
            try deal(with: message)
        }
        received.removeFirst(start)
    }

    /// Ends the browser and throws its profile away.
    func close() {
        _ = try? send("Browser.close")
        let deadline = Date(timeIntervalSinceNow: 5)
        while process.isRunning, Date() < deadline {
            do { try pump(milliseconds: 50) } catch { Thread.sleep(forTimeInterval: 0.05) }
        }
        if process.isRunning { process.terminate() }
        try? FileManager.default.removeItem(at: profile)
    }

    private func deal(with message: [UInt8]) throws {
        let message = try JSONValue(parsing: message).object ?? [:]
        if case .number(let number)? = message["id"], let id = number.int64 {
            answers[id] = message
        } else if let method = message["method"]?.text {
            try onEvent(method, message["params"]?.object ?? [:], message["sessionId"]?.text)
        }
    }
}

extension JSONValue {
    /// The members, if it is an object.
    var object: JSONObject? {
        if case .object(let object) = self { return object } else { return nil }
    }

    /// The elements, if it is an array.
    var array: [JSONValue]? {
        if case .array(let array) = self { return array } else { return nil }
    }

    /// The text, if it is a string.
    var text: String? {
        if case .string(let text) = self { return text } else { return nil }
    }
}
