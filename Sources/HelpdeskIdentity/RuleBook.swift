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
    public func finding(
        _ severity: Finding.Severity, _ code: String, _ claim: String?, _ message: String, _ remedy: String,
        section: String? = nil
    ) -> Finding {
        Finding(
            severity, code: self.code(code), claim: claim, message: message, remedy: remedy,
            source: section.map { "\(page), \($0)" } ?? page)
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
            try check(header[index], in: token.header, place: " from the header", &report)
        }
        for index in claimMatchers.indices
        where !claimMatchers[index].isKept(by: token.claims, absenceMatters: report.gathersAll) {
            try check(claims[index], in: token.claims, place: "", &report)
        }
        // Without a maximum there is nothing to refuse.
        if maximumLifetime != nil || report.gathersAll {
            try checkLifetime(of: token, maximum: maximumLifetime, &report)
        }
    }

    /// Says what is wrong with a claim, or doubtful.
    private func check(
        _ rule: ClaimRule, in claims: borrowing ClaimReader, place: String, _ report: inout RuleReport
    ) throws(HS256Error) {
        guard let kind = claims.kind(of: rule.name) else {
            switch rule.need {
            case .required: try report.refuse(missing(rule, in: claims, place))
            case .recommended: report.remark(advised(rule, in: claims))
            case .optional: remarkOnSpelling(rule, in: claims, &report)
            }
            return
        }
        guard kind == rule.form.kind else {
            // The verifier itself has refused a header parameter, or a registered claim, of no type that RFC 7519 knows.
            if report.hasRefusedType(of: rule.name) { return }
            return try report.refuse(wrongType(rule, kind))
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
                    section: rule.section))
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

    // MARK: What the table finds

    private func missing(_ rule: ClaimRule, in claims: borrowing ClaimReader, _ place: String) -> Finding {
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
            .error, "\(rule.name).missing", rule.name.description, "\"\(rule.name)\" is missing\(place)\(need)",
            renaming(rule, in: claims) ?? remedy, section: rule.section)
    }

    private func advised(_ rule: ClaimRule, in claims: borrowing ClaimReader) -> Finding {
        finding(
            .note, "\(rule.name).missing", rule.name.description, "\"\(rule.name)\" is missing; \(vendor) advises it",
            renaming(rule, in: claims) ?? "Add \"\(rule.name)\": \(rule.notes)", section: rule.section)
    }

    /// Warns of an optional claim that stands there under another name: the system takes no notice of it.
    private func remarkOnSpelling(_ rule: ClaimRule, in claims: borrowing ClaimReader, _ report: inout RuleReport) {
        guard report.gathersAll, let remedy = renaming(rule, in: claims) else { return }
        report.remark(
            finding(
                .warning, "\(rule.name).spelling", rule.name.description,
                "\"\(rule.name)\" is not there, but another spelling of it, which \(vendor) does not know", remedy,
                section: rule.section))
    }

    /// What to do where the claim is there under a name that developers write instead.
    private func renaming(_ rule: ClaimRule, in claims: borrowing ClaimReader) -> String? {
        for name in rule.misspellings where claims.contains(name) {
            return "Rename \"\(name)\" to \"\(rule.name)\""
        }
        return nil
    }

    private func wrongType(_ rule: ClaimRule, _ found: JSONValue.Kind) -> Finding {
        let remedy: String
        switch (rule.form.kind, found) {
        case (.string, .number): remedy = "Put it in quotation marks: \"12345678\", not 12345678"
        case (.bool, _): remedy = "Write true or false, without quotation marks"
        default: remedy = "Write it as \(rule.form.kind)"
        }
        return finding(
            .error, "\(rule.name).type", rule.name.description,
            "\"\(rule.name)\" is \(found); it must be \(rule.form.kind)", remedy, section: rule.section)
    }

    private func otherValue(_ rule: ClaimRule, _ value: StaticString) -> Finding {
        finding(
            rule.need == .required ? .error : .warning, "\(rule.name).value", rule.name.description,
            "\"\(rule.name)\" is not \"\(value)\", the only value there is", "Write \"\(value)\", just so",
            section: rule.section)
    }
}
