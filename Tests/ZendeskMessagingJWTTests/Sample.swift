import TestSupport
import ZendeskMessagingJWT

/// A system, a time, and tokens that say what a test wants.
enum Sample {
    static let secret = "the shared secret that the page shows, as it stands"
    static let keyID = "app_5963ceb97cde542d000dbdb1"
    static let now: NumericDate = 1_700_000_000
    static let header = #"{"alg":"HS256","typ":"JWT","kid":"app_5963ceb97cde542d000dbdb1"}"#
    static let payload: JSONObject = [
        "external_id": "12345678", "email": "jane@soap.example", "email_verified": true, "exp": 1_700_000_900,
        "name": "Jane Soap", "scope": "user",
    ]

    static var zendesk: ZendeskMessaging {
        get throws { try ZendeskMessaging(keyID: keyID, key: try HS256Key(utf8: secret)) }
    }

    static var jane: ZendeskMessagingUser {
        get throws {
            try ZendeskMessagingUser(id: "12345678", name: "Jane Soap", email: .verified("jane@soap.example"))
        }
    }

    /// A rightly signed token.
    static func token(header: String = Sample.header, _ payload: String) throws -> String {
        HandmadeToken.signed(header: header, payload: payload, key: try HS256Key(utf8: secret))
    }

    /// The usual payload with one claim set to another value, or taken out.
    static func payload(_ name: String, _ value: JSONValue?) -> String {
        var payload = payload
        payload[name] = value
        return payload.description
    }
}

extension ZendeskMessaging {
    /// Why a token is refused, or nil where it is accepted.
    func refusal(of token: String, at now: NumericDate) -> HS256Error? {
        do throws(HS256Error) {
            _ = try verify(token, at: now)
            return nil
        } catch {
            return error
        }
    }
}
