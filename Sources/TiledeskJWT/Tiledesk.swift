@_exported public import HS256
@_exported public import HelpdeskIdentity

/// Tiledesk: issues and checks the tokens that sign visitors in to its chat widget.
///
/// ```swift
/// let tiledesk = Tiledesk(projectID: "5b55e806c93dde00143163dd", key: try HS256Key(utf8: secret))
/// let visitor = try TiledeskUser(id: "user-123", firstName: "Jane", lastName: "Soap", email: "jane@soap.example")
/// let argument = TiledeskWidgetArgument(token: try tiledesk.token(for: visitor))
/// ```
///
/// The widget is handed ``TiledeskWidgetArgument``, `JWT ` and the token, not the token alone.
///
/// The project's secret is a UUID, generated in the project's settings and used as the text that it is, dashes and all.
/// Keep one value for the whole program: it can be used from any number of threads.
///
/// Source: Tiledesk, "Widget Authentication"; Tiledesk/tiledesk-server, middleware/passport.js.
public struct Tiledesk: HelpdeskSystem {
    /// Eight hours. The widget sends the very token on every call, so the lifetime is the length of the session.
    public static let defaultLifetime: Duration = .seconds(28_800)

    /// How a visitor's id becomes `_id`.
    public enum IDForm: Sendable {
        /// The project's id, `_`, and the visitor's id, as the documentation asks: ids of two projects cannot collide.
        case prefixedWithProject
        /// The visitor's id alone, as the documentation of 2020 had it; the server takes both.
        case raw
    }

    /// The id of the project.
    public let projectID: String
    /// How a visitor's id becomes `_id`.
    public let idForm: IDForm
    /// Signs tokens.
    public let signer: JWTSigner
    /// Checks of a token what is no matter of the system's own rules. It has no leeway, as the server has none.
    public let verifier: JWTVerifier

    /// One project.
    ///
    /// - Parameters:
    ///   - projectID: the id of the project: ASCII letters, digits, `-` and `_`; with any other no token is issued.
    ///   - key: the project's secret, from its text: `HS256Key(utf8:)`.
    ///   - idForm: how a visitor's id becomes `_id`.
    public init(projectID: String, key: HS256Key, idForm: IDForm = .prefixedWithProject) {
        self.projectID = projectID
        self.idForm = idForm
        signer = JWTSigner(key: key)
        verifier = JWTVerifier(key: key, knownPolicy: .leavingRulesToSystem)
    }

    /// The claims of a token.
    ///
    /// - Throws: `JWTError.claimInvalid` for a project id that would not stand in an address as it is.
    public func claims(
        for user: TiledeskUser, at now: NumericDate, until expiration: NumericDate
    ) throws(JWTError) -> TiledeskClaims {
        guard !projectID.isEmpty, projectID.utf8.allSatisfy(Self.isPlainInAddress) else {
            throw .claimInvalid("aud", reason: "would hold a project id of other characters than A-Z a-z 0-9 - _")
        }
        return TiledeskClaims(user: user, system: self, expiration: expiration)
    }

    /// The visitor of a token that keeps all rules.
    public func user(from claims: borrowing ClaimReader) throws(JWTError) -> TiledeskUser {
        try TiledeskUser(from: claims, idPrefix: idPrefix)
    }

    /// `aud` of every token.
    var audience: String { "https://tiledesk.com/projects/" + projectID }

    /// What stands in front of a visitor's id.
    var idPrefix: String { idForm == .raw ? "" : projectID + "_" }

    private static func isPlainInAddress(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F: return true
        default: return false
        }
    }
}

extension Tiledesk: CustomStringConvertible {
    /// The system and its project; the secret is not in it.
    public var description: String { "Tiledesk(projectID: \(projectID.excerpt))" }
}
