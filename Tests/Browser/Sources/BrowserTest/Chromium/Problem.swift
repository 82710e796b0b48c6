import HS256

/// What the browser tells of a page, as far as it is something wrong.
enum Problem {
    /// The problem that an event tells of, if it does.
    static func text(of event: String, _ parameters: JSONObject) -> String? {
        switch event {
        case "Runtime.consoleAPICalled":
            guard let type = parameters["type"]?.text, ["error", "warning", "assert"].contains(type) else { return nil }
            let words = (parameters["args"]?.array ?? []).map { argument in
                argument.object?["value"]?.text ?? argument.object?["description"]?.text ?? "\(argument)"
            }
            return "console \(type): \(words.joined(separator: " "))"
        case "Runtime.exceptionThrown":
            let details = parameters["exceptionDetails"]?.object
            let exception = details?["exception"]?.object?["description"]?.text
            return "uncaught: \(exception ?? details?["text"]?.text ?? "")"
        case "Log.entryAdded":
            guard let entry = parameters["entry"]?.object, let level = entry["level"]?.text,
                ["error", "warning"].contains(level)
            else { return nil }
            return "browser \(level): \(entry["text"]?.text ?? "") \(entry["url"]?.text ?? "")"
        case "Audits.issueAdded":
            guard let issue = parameters["issue"]?.object, issue["code"]?.text == "ContentSecurityPolicyIssue" else {
                return nil
            }
            let details = issue["details"]?.object?["contentSecurityPolicyIssueDetails"]?.object
            return "policy violated: \(details?["violatedDirective"]?.text ?? "") \(details?["blockedURL"]?.text ?? "")"
        default:
            return nil
        }
    }
}
