import Foundation
import HS256

/// A page in the browser, with cookies and a cache of its own, and everything that went wrong in it.
final class Tab {
    /// What went wrong, in the order in which the browser told of it: errors and warnings on the console, exceptions that
    /// nobody caught, violations of the page's Content-Security-Policy, dialogs, and requests to other machines.
    private(set) var problems: [String] = []
    /// Answers a request to another machine: the text of a script, or nil for one that nobody may make.
    var script: (String) -> String? = { _ in nil }
    /// Whether requests to other machines are held back, and those that are.
    var holdsScripts = false
    private var held: [JSONObject] = []

    private let browser: Chromium
    private let context: String
    private let session: String

    /// Opens an empty page.
    init(in browser: Chromium) throws {
        self.browser = browser
        context = try browser.call("Target.createBrowserContext")["browserContextId"]?.text ?? ""
        let target = try browser.call(
            "Target.createTarget", ["url": "about:blank", "browserContextId": .string(context)])
        session =
            try browser.call("Target.attachToTarget", ["targetId": target["targetId"] ?? "", "flatten": true])[
                "sessionId"]?.text ?? ""
        browser.onEvent = { [weak self] method, parameters, session in
            if let self, session == self.session { try deal(with: method, parameters) }
        }
        for domain in ["Page", "Runtime", "Log", "Network", "Audits"] {
            try browser.call("\(domain).enable", session: session)
        }
        try browser.call("Fetch.enable", ["patterns": [["urlPattern": "https://*"]]], session: session)
    }

    /// Goes to an address.
    func open(_ address: String) throws {
        try browser.call("Page.navigate", ["url": .string(address)], session: session)
    }

    /// The value of a JavaScript expression; a promise is waited for.
    func evaluate(_ expression: String) throws -> JSONValue {
        let answer = try browser.call(
            "Runtime.evaluate",
            ["expression": .string(expression), "awaitPromise": true, "returnByValue": true], session: session)
        if let exception = answer["exceptionDetails"] {
            throw Chromium.Failure(description: "\(expression): \(exception)")
        }
        return answer["result"]?.object?["value"] ?? .null
    }

    /// Waits until something is so, at most ten seconds.
    func wait(until isSo: () throws -> Bool) throws -> Bool {
        let deadline = Date(timeIntervalSinceNow: 10)
        while Date() < deadline {
            if try isSo() { return true }
            try browser.pump(milliseconds: 20)
        }
        return false
    }

    /// Lets the page be for as long as it takes to say what it still has to say.
    func settle() throws {
        _ = try evaluate("new Promise(function (done) { setTimeout(done, 100); })")
    }

    /// Answers the requests that were held back, and from now on all at once.
    func release() throws {
        holdsScripts = false
        for request in held { try answer(request) }
        held = []
    }

    /// A picture of the page, as PNG.
    func picture() throws -> Data? {
        try browser.call("Page.captureScreenshot", session: session)["data"]?.text.flatMap { Data(base64Encoded: $0) }
    }

    /// Closes the page and forgets its cookies.
    func close() throws {
        try browser.call("Target.disposeBrowserContext", ["browserContextId": .string(context)])
    }

    private func deal(with event: String, _ parameters: JSONObject) throws {
        switch event {
        case "Fetch.requestPaused":
            if holdsScripts { held.append(parameters) } else { try answer(parameters) }
        case "Page.javascriptDialogOpening":
            problems.append("\(parameters["type"]?.text ?? "dialog"): \(parameters["message"]?.text ?? "")")
            try browser.send("Page.handleJavaScriptDialog", ["accept": true], session: session)
        default:
            if let problem = Problem.text(of: event, parameters) { problems.append(problem) }
        }
    }

    /// Answers a request to another machine, which then never leaves the browser.
    private func answer(_ request: JSONObject) throws {
        let address = request["request"]?.object?["url"]?.text ?? ""
        let id = request["requestId"] ?? ""
        guard let script = script(address) else {
            problems.append("request to another machine: \(address)")
            try browser.send(
                "Fetch.failRequest", ["requestId": id, "errorReason": "AddressUnreachable"], session: session)
            return
        }
        try browser.send(
            "Fetch.fulfillRequest",
            [
                "requestId": id, "responseCode": 200,
                "responseHeaders": [["name": "Content-Type", "value": "text/javascript; charset=utf-8"]],
                "body": .string(Data(script.utf8).base64EncodedString()),
            ], session: session)
    }
}
