import HelpdeskJWT
import Testing

/// One rule of one system's table.
struct RuleCase: Sendable, CustomTestStringConvertible {
    let sample: any SystemSample
    let rule: ClaimRule
    /// Whether it is about a header parameter.
    let isHeader: Bool

    var name: String { rule.name.description }
    /// What the codes of its findings begin with.
    var code: String { "\(sample.prefix).\(name)" }
    var testDescription: String { code + (isHeader ? " in the header" : "") }

    /// Every rule of every table.
    static let all: [RuleCase] = samples.flatMap { sample in
        sample.profile.rules.header.map { RuleCase(sample: sample, rule: $0, isHeader: true) }
            + sample.profile.rules.claims.map { RuleCase(sample: sample, rule: $0, isHeader: false) }
    }

    /// Why a token is refused that has this value in place of the right one, or none for nil.
    func refusal(with value: JSONValue?) throws -> Finding? {
        isHeader
            ? try sample.refusal(header: sample.header.with([name: value]))
            : try sample.refusal(payload: sample.payload.with([name: value]))
    }

    /// Everything that is said of such a token.
    func findings(with value: JSONValue?) throws -> [Finding] {
        isHeader
            ? try sample.findings(header: sample.header.with([name: value]))
            : try sample.findings(payload: sample.payload.with([name: value]))
    }

    /// Wrong names that developers write, which this project has set out to recognise.
    var misspellings: [String] { isHeader ? [] : sample.misspellings[name] ?? [] }

    /// The most scalars that the text may have, if there is a limit.
    var maximumLength: Int? {
        if case .text(let maximumLength) = rule.form { return maximumLength }
        return nil
    }

    var isText: Bool {
        if case .text = rule.form { return true }
        return false
    }

    var isDate: Bool {
        if case .date = rule.form { return true }
        return false
    }

    /// The one value there is, if there is just one.
    var constant: String? {
        if case .constant(let value) = rule.form { return value.description }
        return nil
    }
}
