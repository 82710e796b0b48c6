public import HS256

/// The rules of a help-desk system as a table, and the findings that are made of them.
///
/// What a table cannot say, a system checks in code; the findings for that are made here too, so that all of a system's
/// findings have the same codes and sources.
public final class RuleBook: Sendable {
    /// The system's ID, with which the codes of its findings begin: `zendesk-messaging` in
    /// `zendesk-messaging.scope.missing`.
    public let systemID: String
    /// The vendor's name in sentences.
    public let vendor: String
    /// The vendor's page.
    public let page: String
    /// The header parameters, in the order in which they are written, after `alg`, which is always HS256.
    public let header: [ClaimRule]
    /// The claims, in the order in which they are written.
    public let claims: [ClaimRule]
    /// The names that have a meaning, and that a caller's own claims cannot have.
    ///
    /// The dates are among them wherever a token is signed here, since whoever sets a lifetime sets them.
    public let reservedNames: [ClaimName]

    /// The rows of the claims.
    package let table: ClaimTable
    /// The names of the claims and the further reserved ones, with the rows that the system's source gives them.
    package let rowNames: [ClaimName]
    private let headerMatchers: [ClaimRule.Matcher]
    private let claimMatchers: [ClaimRule.Matcher]

    /// A rule book.
    ///
    /// - Parameters:
    ///   - systemID: The system's ID.
    ///   - vendor: The vendor's name in sentences.
    ///   - page: The vendor's page.
    ///   - header: The header parameters, in the order in which they are written.
    ///   - claims: The claims, in the order in which they are written.
    ///   - reserved: Further names that a caller's own claims cannot have.
    public init(
        systemID: String, vendor: String, page: String, header: [ClaimRule], claims: [ClaimRule],
        reserved: [ClaimName] = []
    ) {
        self.systemID = systemID
        self.vendor = vendor
        self.page = page
        self.header = header
        self.claims = claims
        rowNames = claims.map { $0.rowName } + reserved
        reservedNames = (rowNames + [.expiration, .issuedAt, .notBefore]).map { $0.withoutRow }
        let table = ClaimTable(reservedNames)
        self.table = table
        headerMatchers = header.map { ClaimRule.Matcher($0, JOSEHeader.table) }
        claimMatchers = claims.map { ClaimRule.Matcher($0, table) }
    }

    // MARK: Making findings

    /// A finding of this system.
    ///
    /// - Parameters:
    ///   - severity: how much it matters.
    ///   - code: The code without the system's ID, such as `scope.missing`.
    ///   - claim: the claim that it is about.
    ///   - message: what is the matter, a sentence without a full stop.
    ///   - remedy: what to do about it, a sentence without a full stop.
    ///   - section: the heading on the vendor's page, or another source; nil for the page as a whole.
    ///   - authority: On whose word it is said.
    public func finding(
        _ severity: Finding.Severity, _ code: String, _ claim: String?, _ message: String, _ remedy: String,
        section: String? = nil, authority: Finding.Authority = .documented
    ) -> Finding {
        Finding(
            severity, code: self.code(code), claim: claim, message: message, remedy: remedy,
            source: section.map { "\(page), \($0)" } ?? page, authority: authority)
    }

    /// The code of a finding of this system.
    ///
    /// - Parameter name: The code without the system's ID, such as `scope.missing`.
    func code(_ name: String) -> Finding.Code { Finding.Code(rawValue: "\(systemID).\(name)") }
}

extension RuleBook {
    /// Checks a token against the table, and its lifetime.
    ///
    /// - Parameters:
    ///   - token: The token.
    ///   - maximumLifetime: The longest lifetime that the system accepts; nil for any.
    ///   - report: Where findings go.
    @usableFromInline
    func check(
        _ token: borrowing TokenReader, maximumLifetime: Duration?, _ report: inout RuleReport
    ) throws(HS256Error) {
        for index in headerMatchers.indices
        where !headerMatchers[index].isKept(by: token.header, absenceMatters: report.gathersAll) {
            try check(header[index], in: token.header, of: token, isHeader: true, &report)
        }
        for index in claimMatchers.indices
        where !claimMatchers[index].isKept(by: token.claims, absenceMatters: report.gathersAll) {
            try check(claims[index], in: token.claims, of: token, isHeader: false, &report)
        }
        if report.gathersAll {
            for rule in claims { remarkOnWord(rule, in: token.claims, &report) }
        }
        // Without a maximum there is nothing to refuse.
        if maximumLifetime != nil || report.gathersAll {
            try checkLifetime(of: token, maximum: maximumLifetime, &report)
        }
    }

    /// Says what is wrong with a claim, or doubtful.
    private func check(
        _ rule: ClaimRule, in claims: borrowing ClaimReader, of token: borrowing TokenReader, isHeader: Bool,
        _ report: inout RuleReport
    ) throws(HS256Error) {
        guard let kind = claims.kind(of: rule.name) else {
            let absence = Absence(of: rule, from: token, isHeader: isHeader, isSearched: report.gathersAll)
            switch rule.need {
            case .required:
                let isFirst = !report.findings.contains { $0.code.rawValue.hasSuffix(".missing") }
                let others = report.gathersAll && isFirst && !isHeader ? otherRenamings(rule, token) : ""
                try report.refuse(missing(rule, absence, others))
            case .recommended: report.remark(advised(rule, absence))
            case .optional: remarkOnSpelling(rule, absence, &report)
            }
            return
        }
        guard kind == rule.form.kind else {
            // The verifier itself has refused a header parameter, or a registered claim, of no type that RFC 7519 knows.
            if report.hasRefusedType(of: rule.name) { return }
            return try report.refuse(wrongType(rule, kind, in: claims))
        }
        switch rule.form {
        case .text(let maximumLength): try checkText(rule, maximumLength, in: claims, &report)
        case .constant(let value):
            guard !claims.isString(rule.name, equalTo: value.description) else { return }
            if rule.need == .required {
                try report.refuse(otherValue(rule, value))
            } else {
                report.remark(otherValue(rule, value))
            }
        case .boolean, .date, .object: break
        }
    }

    private func checkText(
        _ rule: ClaimRule, _ maximumLength: Int?, in claims: borrowing ClaimReader, _ report: inout RuleReport
    ) throws(HS256Error) {
        if claims.isString(rule.name, equalTo: "") {
            return try report.refuse(
                finding(
                    .error, "\(rule.name).empty", rule.name.description, "\"\(rule.name)\" is empty",
                    rule.need == .required ? "Write \(rule.notes)" : "Leave it out, or write \(rule.notes)",
                    section: rule.section, authority: rule.need == .required ? .documented : .library))
        }
        guard let maximumLength else { return }
        let length = try claims.string(rule.name).unicodeScalars.count
        if length > maximumLength {
            try report.refuse(
                finding(
                    .error, "\(rule.name).length", rule.name.description,
                    "\"\(rule.name)\" has \(length) characters; the limit is \(maximumLength)", "Use a shorter value",
                    section: rule.section))
        }
    }

    /// Warns of an ID that is the word that a program writes for no value.
    private func remarkOnWord(_ rule: ClaimRule, in claims: borrowing ClaimReader, _ report: inout RuleReport) {
        guard case .text = rule.form, rule.need == .required || rule.isTelling,
            let text = try? claims.string(rule.name), !text.isEmpty
        else { return }
        let words = [
            "undefined", "null", "None", "nil", "NaN", "[object Object]", "[object Promise]", "(null)", "<null>",
            "Optional(nil)",
        ]
        let isBlank = text.utf8.allSatisfy { $0 <= 0x20 }
        guard isBlank || words.contains(where: text.hasSameBytes) || text.beginsWithBytes(of: "{{") else { return }
        let what =
            isBlank ? "blank: only white space" : "the word \(text.excerpt): a variable that was not set, or an object"
        report.remark(
            finding(
                .warning, "\(rule.name).word", rule.name.description, "\"\(rule.name)\" is \(what)",
                "Check where the value comes from; an asynchronous one must be awaited", section: rule.section,
                authority: .library))
    }

    // MARK: What the table finds

    /// What else is to be renamed, the end of a sentence: names are mistaken together.
    private func otherRenamings(_ rule: ClaimRule, _ token: borrowing TokenReader) -> String {
        var renamings = ""
        for other in claims
        where other.name != rule.name && other.need == .required && !token.claims.contains(other.name) {
            let absence = Absence(of: other, from: token, isHeader: false)
            if let found = absence.otherName { renamings += ", and \"\(found)\" to \"\(other.name)\"" }
        }
        return renamings
    }

    private func missing(_ rule: ClaimRule, _ absence: Absence, _ otherRenamings: String) -> Finding {
        let need: String
        let remedy: String
        if case .constant(let value) = rule.form {
            need = "; \(vendor) needs \"\(value)\""
            remedy = "Add \"\(rule.name)\": \"\(value)\""
        } else {
            need = "; \(vendor) needs it"
            remedy = "Add \"\(rule.name)\": \(rule.notes)"
        }
        return finding(
            .error, "\(rule.name).missing", rule.name.description, absence.message + need + absence.clause,
            absence.otherName == nil
                ? absence.remedy ?? remedy : (absence.remedy ?? remedy) + otherRenamings, section: rule.section)
    }

    /// Says that a claim that the vendor advises is missing; where it is there under another name, it was not forgotten.
    private func advised(_ rule: ClaimRule, _ absence: Absence) -> Finding {
        finding(
            absence.remedy == nil ? .note : .warning, "\(rule.name).missing", rule.name.description,
            absence.message + "; \(vendor) advises it" + absence.clause,
            absence.remedy ?? "Add \"\(rule.name)\": \(rule.notes)", section: rule.section)
    }

    /// Warns of an optional claim that is there under another name: the system takes no notice of it.
    private func remarkOnSpelling(_ rule: ClaimRule, _ absence: Absence, _ report: inout RuleReport) {
        // Of `exp`, the lifetime says so.
        guard report.gathersAll, rule.form.kind != .number, let remedy = absence.remedy else { return }
        report.remark(
            finding(
                .warning, "\(rule.name).spelling", rule.name.description,
                absence.message + absence.clause + ", which \(vendor) does not know", remedy, section: rule.section))
    }

    private func wrongType(_ rule: ClaimRule, _ found: JSONValue.Kind, in claims: borrowing ClaimReader) -> Finding {
        var message = "\"\(rule.name)\" is \(found); it must be \(rule.form.kind)"
        let remedy: String
        switch (rule.form.kind, claims.valueIfPresent(rule.name)) {
        case (.string, .number(let number)?):
            remedy = "Put it in quotation marks: \"\(rule.name)\": \"\(number.text.excerpt(quoted: false))\""
        case (.string, .object(let object)?) where object.isEmpty:
            message += ". A Promise that was not awaited becomes an empty object"
            remedy = "Await the value before it is signed"
        case (.bool, _): remedy = "Write true or false, without quotation marks"
        default: remedy = "Write it as \(rule.form.kind)"
        }
        return finding(
            .error, "\(rule.name).type", rule.name.description, message, remedy, section: rule.section,
            authority: rule.typeAuthority)
    }

    private func otherValue(_ rule: ClaimRule, _ value: StaticString) -> Finding {
        finding(
            rule.need == .required ? .error : .warning, "\(rule.name).value", rule.name.description,
            "\"\(rule.name)\" is not \"\(value)\", the only value there is", "Write \"\(value)\", exactly so",
            section: rule.section)
    }
}

extension RuleReport {
    /// Whether a finding of some severity has been reported, by the end of its code.
    package func hasFinding(_ code: String, of severity: Finding.Severity) -> Bool {
        findings.contains { $0.severity == severity && $0.code.rawValue.hasSuffix("." + code) }
    }
}
