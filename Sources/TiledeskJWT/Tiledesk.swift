@_exported public import HS256
@_exported public import HelpdeskIdentity

/// Tiledesk: issues and checks the tokens that sign visitors in to its chat widget.
///
/// ```swift
/// let tiledesk = try Tiledesk(projectID: "5b55e806c93dde00143163dd", key: HS256Key(utf8: secret))
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
    /// The key with which tokens are signed.
    public let signingKey: SigningKey

    /// `aud` of every token.
    let audience: String
    /// What comes before a visitor's ID in `_id`.
    let idPrefix: String

    /// One project.
    ///
    /// - Parameters:
    ///   - projectID: The ID of the project: ASCII letters, digits, `-` and `_`.
    ///   - key: the project's secret, from its text: `HS256Key(utf8:)`.
    ///   - idForm: How a visitor's ID becomes `_id`.
    /// - Throws: `Finding.Code.claimInvalid` for a project ID that is empty or has other characters, since it could not be
    ///   part of an address as it is.
    public init(projectID: String, key: HS256Key, idForm: IDForm = .prefixedWithProject) throws(HS256Error) {
        guard !projectID.isEmpty, projectID.utf8.allSatisfy({ $0.isBase64URL }) else {
            throw .claimInvalid("aud", reason: "would hold a project ID of other characters than A-Z a-z 0-9 - _")
        }
        self.projectID = projectID
        self.idForm = idForm
        audience = "https://tiledesk.com/projects/" + projectID
        idPrefix = idForm == .raw ? "" : projectID + "_"
        signingKey = SigningKey(key, rules: Self.profile.rules)
    }

    /// Writes the claims of a token.
    public func writeClaims(
        of user: TiledeskUser, at now: NumericDate, until expiration: NumericDate, to claims: inout ClaimWriter
    ) {
        claims.write(.id, idPrefix + user.id)
        claims.write(.subject, "userexternal")
        claims.write(.audience, audience)
        claims.write(.firstName, user.firstName)
        claims.write(.lastName, user.lastName)
        claims.write(.email, user.email?.text)
        if !user.attributes.isEmpty { claims.write(.attributes, user.attributes) }
        claims.write(.expiration, expiration)
        claims.write(membersOf: user.additionalClaims)
    }

    /// The visitor of a token that keeps all rules.
    public func user(from claims: borrowing ClaimReader) throws(HS256Error) -> TiledeskUser {
        try TiledeskUser(from: claims, idPrefix: idPrefix)
    }
}

extension Tiledesk: CustomStringConvertible {
    /// The system and its project; the secret is not in it.
    public var description: String { "Tiledesk(projectID: \(projectID.excerpt))" }
}
