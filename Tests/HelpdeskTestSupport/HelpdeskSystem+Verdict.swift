public import HS256
public import HelpdeskIdentity
public import TestSupport

extension HelpdeskSystem {
    /// Why a token is refused, or nil where it is accepted.
    ///
    /// - Throws: ``Disagreement`` where `verify` does not throw the code that `diagnose` lists as its first error.
    public func refusal(of token: String, at now: NumericDate = Fixture.now) throws -> Finding? {
        let listed = diagnose(token, at: now).first { $0.severity == .error }
        var thrown: Finding?
        do throws(HS256Error) {
            _ = try verify(token, at: now)
        } catch {
            thrown = Self.profile.finding(for: error)
        }
        // A diagnosis may know more of the cause, and of what the vendor does, than what was thrown says.
        guard thrown?.code == listed?.code, thrown?.claim == listed?.claim else {
            throw Disagreement(thrown: thrown, listed: listed)
        }
        return listed
    }

    /// The code of why a rightly signed token with this payload is refused, or nil where it is accepted.
    ///
    /// - Throws: ``Disagreement``.
    public func refusalCode(
        header: String = HandmadeToken.header, of payload: JSONObject, at now: NumericDate = Fixture.now
    ) throws -> String? {
        let token = HandmadeToken.signed(header: header, payload: payload.description, key: try Fixture.key)
        return try refusal(of: token, at: now)?.code.rawValue
    }

    /// Everything that is said of a rightly signed token with this payload.
    public func findings(
        header: String = HandmadeToken.header, of payload: JSONObject, at now: NumericDate = Fixture.now
    ) throws -> [Finding] {
        diagnose(
            HandmadeToken.signed(header: header, payload: payload.description, key: try Fixture.key), at: now)
    }

    /// The findings in short, severity and code: `["error zendesk-messaging.scope.missing"]`.
    public func diagnosis(
        header: String = HandmadeToken.header, of payload: JSONObject, at now: NumericDate = Fixture.now
    ) throws -> [String] {
        try findings(header: header, of: payload, at: now).map { "\($0.severity) \($0.code)" }
    }
}

/// `verify` and `diagnose` say different things of one token.
public struct Disagreement: Error, CustomStringConvertible {
    let thrown: Finding?
    let listed: Finding?

    /// Both verdicts.
    public var description: String {
        "verify: \(thrown?.code.rawValue ?? "accepted"), diagnose: \(listed?.code.rawValue ?? "no error")"
    }
}

extension JSONObject {
    /// The object with some members set, or removed where the value is nil.
    public func with(_ changes: KeyValuePairs<String, JSONValue?>) -> JSONObject {
        var object = self
        for (name, value) in changes { object[name] = value }
        return object
    }
}

/// The code of what `body` throws, or nil where it throws nothing.
public func code(of body: () throws(HS256Error) -> some Any) -> String? {
    do throws(HS256Error) {
        _ = try body()
        return nil
    } catch {
        return error.code.rawValue
    }
}

/// The claim that what `body` throws is about and what is said of it, or nil where it throws nothing.
public func message(of body: () throws(HS256Error) -> some Any) -> String? {
    do throws(HS256Error) {
        _ = try body()
        return nil
    } catch {
        return error.finding.message
    }
}
