/// Where rules put what they find.
///
/// A rule is written once and serves both verification and diagnosis: a strict report stops at the first error by
/// throwing it, a full one gathers everything. A remark is made only where it is wanted.
public struct RuleReport: Sendable {
    /// Whether everything is gathered, warnings and notes too; if not, looking for those is lost work.
    public let gathersAll: Bool
    /// What was found, in the order of the rules.
    public private(set) var findings: [Finding] = []
    /// Set as soon as the token's signature is known to be wrong: what is found from then on is marked.
    package var isUnauthenticated = false
    /// The claims and header parameters whose JSON type has been refused.
    private var refusedTypes: [String] = []

    /// A report that throws the first error and passes over the rest.
    @usableFromInline
    package static var stoppingAtFirstError: RuleReport { RuleReport(gathersAll: false) }
    /// A report that gathers errors, warnings and notes, and never throws.
    package static var gatheringAll: RuleReport { RuleReport(gathersAll: true) }

    private init(gathersAll: Bool) {
        self.gathersAll = gathersAll
    }

    /// Reports a broken rule of JWTs.
    @inline(never)
    public mutating func refuse(_ error: consuming HS256Error) throws(HS256Error) {
        if !gathersAll { throw error }
        switch error.cause {
        case .claimWrongType(let name, _, _), .headerWrongType(let name, _): refusedTypes.append(name)
        default: break
        }
        add(error.finding)
    }

    /// Reports a broken rule of a help-desk system.
    @inline(never)
    public mutating func refuse(_ finding: Finding) throws(HS256Error) {
        if !gathersAll { throw .refused(finding) }
        add(finding)
    }

    /// Reports an error after which there is nothing to look at, and gives it back to be thrown. A full report keeps it.
    mutating func stop(at error: HS256Error) -> HS256Error {
        if gathersAll { add(error.finding) }
        return error
    }

    /// Reports something doubtful, a warning or a note.
    @inline(__always)
    public mutating func remark(_ finding: @autoclosure () -> Finding) {
        if gathersAll { add(finding()) }
    }

    /// Whether the type of a registered claim or header parameter has been refused, so that no rule need do so again.
    package func hasRefusedType(of name: ClaimName) -> Bool {
        refusedTypes.contains { $0.hasSameBytes(as: name.description) }
    }

    private mutating func add(_ finding: Finding) {
        var finding = finding
        finding.isUnauthenticated = isUnauthenticated
        findings.append(finding)
    }
}
