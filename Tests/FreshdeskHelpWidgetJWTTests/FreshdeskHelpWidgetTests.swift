import FreshdeskHelpWidgetJWT
import HelpdeskTestSupport
import TestSupport
import Testing

struct FreshdeskHelpWidgetTests {
    private let system: FreshdeskHelpWidget

    init() throws {
        system = FreshdeskHelpWidget(key: try Fixture.key)
    }

    /// The token as python3's hmac and base64 make it.
    @Test func token() throws {
        let customer = try FreshdeskHelpWidgetUser(name: "Zo\u{EB} Soap", email: "zoe@soap.example")
        let expected = """
            eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJuYW1lIjoiWm_DqyBTb2FwIiwiZW1haWwiOiJ6b2VAc29hcC5leGFtcGx\
            lIiwiZXhwIjoxNzAwMDA3MDIwfQ.HXVRzfOJ4yaQh8IOGAs2RP3S9uHbY7K5rcI1dyjgOZk
            """
        #expect(try system.token(for: customer, at: Fixture.now) == expected)
        #expect(try system.verify(expected, at: Fixture.now) == customer)
        #expect(system.diagnose(expected, at: Fixture.now).isEmpty)
    }

    /// "should not be greater than two hours": two hours are good, a second more is not.
    @Test func twoHoursAndNoMore() throws {
        let customer = try FreshdeskHelpWidgetUser(name: "Jane Soap", email: "jane@soap.example")
        let token = try system.token(for: customer, lifetime: .seconds(7_200), at: Fixture.now)
        #expect(try UnverifiedJWT(unverified: token).claims["exp"] == 1_700_007_200)
        #expect(try system.refusal(of: token) == nil)
        let said = message { () throws(HS256Error) in
            try system.token(for: customer, lifetime: .seconds(7_201), at: Fixture.now)
        }
        #expect(said == "\"exp\" would lie more than 2 hours ahead: the lifetime must be shorter")
    }

    /// A server whose clock is up to three minutes behind still takes a token of the default lifetime, and would not take
    /// one of two hours.
    @Test func defaultLeavesRoomForClocks() throws {
        let customer = try FreshdeskHelpWidgetUser(name: "Jane Soap", email: "jane@soap.example")
        let token = try system.token(for: customer, at: Fixture.now)
        #expect(try system.refusal(of: token, at: 1_699_999_820) == nil)
        #expect(try system.refusal(of: token, at: 1_699_999_819)?.code == "freshdesk-help-widget.exp.far")
        let longest = try system.token(for: customer, lifetime: .seconds(7_200), at: Fixture.now)
        #expect(try system.refusal(of: longest, at: 1_699_999_999)?.code == "freshdesk-help-widget.exp.far")
    }

    @Test func user() throws {
        func said(_ name: String, _ email: String) -> String? {
            message { () throws(HS256Error) in try FreshdeskHelpWidgetUser(name: name, email: EmailAddress(email)) }
        }
        #expect(said("Jane Soap", "jane@soap.example") == nil)
        #expect(said("", "jane@soap.example") == "\"name\" is empty")
        for address in ["", "jane", "@soap.example", "jane@", "Jane <jane@soap.example>", "a@b@c", "a b@c", "a@b\n"] {
            #expect(said("Jane Soap", address) == "\"email\" is not an e-mail address", "\(address)")
        }
    }

    @Test func equality() throws {
        let jane = try FreshdeskHelpWidgetUser(name: "Jane Soap", email: "jane@soap.example")
        #expect(jane == (try FreshdeskHelpWidgetUser(name: "Jane Soap", email: "jane@soap.example")))
        #expect(jane != (try FreshdeskHelpWidgetUser(name: "Jane", email: "jane@soap.example")))
        #expect(jane != (try FreshdeskHelpWidgetUser(name: "Jane Soap", email: "jane@soup.example")))
    }
}
