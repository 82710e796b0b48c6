import FreshdeskWebChatJWT
import HelpdeskTestSupport
import Testing

struct FreshdeskWebChatUserTests {
    @Test func emptyTexts() {
        func said(
            uuid: String = "u", _ id: String = "r", _ first: String? = nil, _ last: String? = nil,
            _ phone: String? = nil
        ) -> String? {
            message { () throws(HS256Error) in
                try FreshdeskWebChatUser(
                    uuid: uuid, id: id, firstName: first, lastName: last, phoneNumber: phone)
            }
        }
        #expect(said() == nil)
        #expect(said(uuid: "") == "\"freshcat_uuid\" is empty")
        #expect(said("") == "\"reference_id\" is empty")
        #expect(said("r", "") == "\"first_name\" is empty")
        #expect(said("r", "F", "") == "\"last_name\" is empty")
        #expect(said("r", "F", "L", "") == "\"phone_number\" is empty")
        let visitor = message { () throws(HS256Error) in try FreshdeskWebChatUser.visitor(uuid: "") }
        #expect(visitor == "\"freshcat_uuid\" is empty")
    }

    @Test func visitorHasAUUIDAndNothingElse() throws {
        let visitor = try FreshdeskWebChatUser.visitor(uuid: "u")
        #expect(visitor.uuid == "u" && visitor.id == nil && visitor.firstName == nil)
        #expect(visitor.lastName == nil && visitor.phoneNumber == nil && visitor.additionalClaims.isEmpty)
    }

    /// Each property tells users apart.
    @Test func equality() throws {
        let users = try [
            FreshdeskWebChatUser(uuid: "u", id: "r", firstName: "F", lastName: "L", phoneNumber: "+1"),
            FreshdeskWebChatUser(uuid: "v", id: "r", firstName: "F", lastName: "L", phoneNumber: "+1"),
            FreshdeskWebChatUser(uuid: "u", id: "s", firstName: "F", lastName: "L", phoneNumber: "+1"),
            FreshdeskWebChatUser(uuid: "u", id: "r", firstName: "G", lastName: "L", phoneNumber: "+1"),
            FreshdeskWebChatUser(uuid: "u", id: "r", firstName: "F", lastName: "M", phoneNumber: "+1"),
            FreshdeskWebChatUser(uuid: "u", id: "r", firstName: "F", lastName: "L", phoneNumber: "+2"),
            FreshdeskWebChatUser(uuid: "u", id: "r", firstName: "F", lastName: "L"),
            FreshdeskWebChatUser(
                uuid: "u", id: "r", firstName: "F", lastName: "L", phoneNumber: "+1",
                additionalClaims: ["email": "john@doe.example"]),
            .visitor(uuid: "u"),
        ]
        for (index, user) in users.enumerated() {
            #expect(users.indices.filter { users[$0] == user } == [index])
        }
    }
}
