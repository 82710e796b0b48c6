import HelpdeskJWT
import HelpdeskReport

/// The arguments of a command, taken apart.
struct ParsedArguments: Sendable {
    private var values: [String: [String]] = [:]
    /// The argument that is not an option.
    var operand: String?

    /// The value of an option, if the option was given.
    subscript(option: CommandOption) -> String? { values[option.name]?.first }

    /// Whether an option was given.
    func has(_ option: CommandOption) -> Bool { values[option.name] != nil }

    /// All values of an option that may be given several times.
    func all(_ option: CommandOption) -> [String] { values[option.name] ?? [] }

    /// The value of an option that the parser has required.
    func required(_ option: CommandOption) throws(Failure) -> String {
        guard let value = self[option] else { throw .usage("\(option.synopsis) is missing") }
        return value
    }

    mutating func add(_ value: String, to option: CommandOption) {
        values[option.name, default: []].append(value)
    }
}

extension ParsedArguments {
    /// The present time: that of `--at`, or the clock's.
    func now() throws(Failure) -> NumericDate {
        guard let text = self[CommonOptions.at] else { return .now }
        if let date = NumericDate(iso8601: text) { return date }
        guard let seconds = Int64(text) else {
            throw .usage(
                "--at takes a date with its time zone, such as 2026-01-01T00:00:00Z or 2026-01-01T01:00:00+01:00, or Unix "
                    + "seconds, such as 1767225600")
        }
        guard let date = NumericDate(unixSeconds: seconds) else {
            throw .usage(
                "--at takes Unix seconds from 0 to 253402300799, such as 1767225600; milliseconds must be divided by 1000"
            )
        }
        return date
    }

    /// Writes dates in UTC, in the reader's time zone, and as distances from ``now()``.
    func dates() throws(Failure) -> DateText {
        DateText(at: try now(), zone: OperatingSystem.offsetFromUTC)
    }

    /// The duration of an option; nil if the option was not given.
    func duration(_ option: CommandOption) throws(Failure) -> Duration? {
        guard let text = self[option] else { return nil }
        guard let duration = Lifetime.parse(text) else {
            throw .usage("\(option.name) takes a time such as \(Lifetime.forms)")
        }
        return duration
    }

    /// The claims of `--claim`, in their order.
    func additionalClaims() throws(Failure) -> JSONObject {
        var claims: [JSONObject.Member] = []
        for text in all(CommonOptions.claim) { claims.append(try Self.claim(text)) }
        do throws(JSONError) {
            return try JSONObject(claims)
        } catch {
            throw .usage("two --claim options have the same name")
        }
    }

    /// The JSON object of an option, or an empty one if the option was not given.
    func object(_ option: CommandOption) throws(Failure) -> JSONObject {
        guard let text = self[option] else { return [:] }
        guard let value = try? JSONValue(parsing: text), case .object(let object) = value else {
            throw .usage("\(option.name) takes a JSON object, such as '{\"plan\":\"pro\"}'")
        }
        return object
    }

    private static func claim(_ text: String) throws(Failure) -> JSONObject.Member {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty else {
            throw .usage("--claim takes NAME=JSON, such as 'plan=\"pro\"' or seats=5")
        }
        do throws(JSONError) {
            return .init(String(parts[0]), try JSONValue(parsing: String(parts[1])))
        } catch {
            let name = String(parts[0]).excerpt(quoted: false)
            throw .usage(
                "the value of --claim \(name) is not JSON: \(error); a text needs quotation marks inside the shell's, "
                    + "as in '\(name)=\"text\"'")
        }
    }
}

/// Lifetimes as the command line writes them.
enum Lifetime {
    /// The forms, for help texts and messages.
    static let forms = "900, 90s, 15m, 2h or 1d"

    /// A duration of whole seconds, or nil for any other form, for less than a second, or for more than fits.
    static func parse(_ text: String) -> Duration? {
        var digits = text[...]
        var factor: Int64 = 1
        if let unit = units.first(where: { text.hasSuffix($0.0) }) {
            digits.removeLast()
            factor = unit.1
        }
        guard !digits.isEmpty, digits.utf8.allSatisfy(\.isASCIIDigit), let number = Int64(digits) else {
            return nil
        }
        let (seconds, overflow) = number.multipliedReportingOverflow(by: factor)
        return overflow || seconds < 1 ? nil : .seconds(seconds)
    }

    private static var units: [(String, Int64)] { [("s", 1), ("m", 60), ("h", 3_600), ("d", 86_400)] }
}
