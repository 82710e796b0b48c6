import Foundation
import HelpdeskJWT
import TestSupport
import Testing

/// The codes that findings can have, told from the rule tables and from the text of the sources.
enum FindingCodes {
    static let systems: [any HelpdeskSystem.Type] = [
        FreshdeskWebChat.self, FreshdeskHelpWidget.self, Ferndesk.self, Tiledesk.self, ZendeskMessaging.self,
    ]

    /// The codes of a system: what its table can find, and what its code spells out.
    static func codes(of system: any HelpdeskSystem.Type) throws -> Set<String> {
        let rules = system.profile.rules
        let table = codes(ofTable: rules, hasMaximumLifetime: system.maximumLifetime != nil)
        let spelled = try SourceText.swiftFiles(under: "\(system)JWT").flatMap { text in
            text.matches(of: severityAndLiteral).map { String($0.1) }
                // The form of an e-mail address is checked a floor below, for whichever claim holds one.
                + text.matches(of: /EmailAddress\.remarkOnForm\(\s*\.([a-z]+)/).map { "\($0.1).form" }
        }
        return Set((table + spelled).map { "\(rules.systemID).\($0)" })
    }

    /// The codes of JWTs in general, which are constants.
    static func codesOfJWT() throws -> Set<String> {
        let texts = try SourceText.swiftFiles(under: "HS256")
        return Set(texts.flatMap { $0.matches(of: /rawValue: "(jwt\.[a-z0-9.]+)"/).map { String($0.1) } })
    }

    /// What RuleBook.swift and RuleBook+Lifetime.swift find by a table.
    private static func codes(ofTable rules: RuleBook, hasMaximumLifetime: Bool) -> [String] {
        let isExpirationRequired = rules.claims.contains { $0.name.description == "exp" && $0.need == .required }
        return rules.header.flatMap { codes(of: $0, isInHeader: true) }
            + rules.claims.flatMap { codes(of: $0, isInHeader: false) }
            + [hasMaximumLifetime ? "exp.far" : "exp.long"] + (isExpirationRequired ? [] : ["exp.missing"])
    }

    private static func codes(of rule: ClaimRule, isInHeader: Bool) -> [String] {
        var suffixes: [String] = rule.need == .optional ? [] : ["missing"]
        if rule.need == .optional { suffixes.append("spelling") }
        if case .text = rule.form, rule.need == .required || rule.isTelling, !isInHeader { suffixes.append("word") }
        switch rule.form {
        case .text(let maximumLength): suffixes += ["type", "empty"] + (maximumLength == nil ? [] : ["length"])
        case .constant: suffixes += ["type", "value"]
        case .boolean, .object: suffixes += ["type"]
        // The lifetime is checked apart, and says so.
        case .date: suffixes.removeAll { $0 == "spelling" }
        }
        // A header parameter of another type is `jwt.header.type`, and `sub` of another type `jwt.claim.type`.
        if isInHeader || rule.name.description == "sub" { suffixes.removeAll { $0 == "type" } }
        return suffixes.map { "\(rule.name).\($0)" }
    }

    /// A severity and a code behind it, as findings are made.
    static var severityAndLiteral: Regex<(Substring, Substring)> {
        /\.(?:error|warning|note),\s*"([A-Za-z_.]+)"/
    }
}

/// The text of the sources.
enum SourceText {
    static func swiftFiles(under folder: String) throws -> [String] {
        let root = ProjectFiles.root.appendingPathComponent("Sources/\(folder)")
        let names = try FileManager.default.subpathsOfDirectory(atPath: root.path).filter { $0.hasSuffix(".swift") }
        return try names.sorted().map { try String(contentsOf: root.appendingPathComponent($0), encoding: .utf8) }
    }
}

/// A page of README and Docs, without its blocks of code.
struct Page: CustomTestStringConvertible {
    let url: URL

    var testDescription: String { url.lastPathComponent }

    func prose() throws -> String {
        try String(contentsOf: url, encoding: .utf8).replacing(/```(?:.|\n)*?```/, with: "")
    }

    /// The codes in the rows of the page's tables.
    func codesInTables() throws -> Set<String> {
        Self.codes(in: try prose().split(separator: "\n").filter { $0.hasPrefix("|") }.joined(separator: "\n"))
    }

    /// The codes anywhere on the page.
    func codes() throws -> Set<String> { Self.codes(in: try prose()) }

    /// What stands in backticks and begins as a code does; `tiledesk.com` does too, and is none.
    private static func codes(in text: String) -> Set<String> {
        let prefixes = FindingCodes.systems.map { $0.profile.rules.systemID } + ["jwt"]
        return Set(
            text.matches(of: /`([a-z-]+)\.([A-Za-z0-9_.]+)`/)
                .filter { prefixes.contains(String($0.1)) && $0.2 != "com" }.map { "\($0.1).\($0.2)" })
    }
}
