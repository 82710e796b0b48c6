import Foundation
import HelpdeskJWT
import TestSupport
import Testing

/// Every code that a finding can have stands in a table of its page, and every code on a page is one.
struct FindingCodeTests {
    private static let docs = ProjectFiles.root.appendingPathComponent("Docs")

    /// Scripts compare codes, so none is ever taken away or changed. A new one is added to the file, which says that it is
    /// meant.
    @Test func codesAreThoseOfTheFile() throws {
        let file = ProjectFiles.root.appendingPathComponent("Tests/DocumentationTests/finding-codes.txt")
        let released = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
        let codes = try FindingCodes.systems.reduce(into: FindingCodes.codesOfJWT()) { codes, system in
            codes.formUnion(try FindingCodes.codes(of: system))
        }
        #expect(released == codes.sorted(), "\(Set(released).symmetricDifference(codes).sorted())")
    }

    @Test(arguments: FindingCodes.systems.indices) func pageOfSystemNamesItsCodes(index: Int) throws {
        let system = FindingCodes.systems[index]
        let page = Page(url: Self.docs.appendingPathComponent("\(system).md"))
        let named = try page.codesInTables()
        for code in try FindingCodes.codes(of: system).sorted() {
            #expect(named.contains(code), "\(page.testDescription) does not name \(code)")
        }
    }

    @Test func pageOfFindingsNamesTheCodesOfJWT() throws {
        let named = try Page(url: Self.docs.appendingPathComponent("Findings.md")).codesInTables()
        for code in try FindingCodes.codesOfJWT().sorted() {
            #expect(named.contains(code), "Findings.md does not name \(code)")
        }
    }

    @Test(arguments: DocumentationTests.pages.map(Page.init)) func codesOfThePageExist(page: Page) throws {
        let codes = try FindingCodes.systems.reduce(into: FindingCodes.codesOfJWT()) { codes, system in
            codes.formUnion(try FindingCodes.codes(of: system))
        }
        for code in try page.codes().sorted() {
            #expect(codes.contains(code), "\(page.testDescription) names \(code), which no finding has")
        }
    }

    @Test(arguments: HelpdeskSystems.profiles.indices) func pageOfSystemNamesTheVendorsMessages(index: Int) throws {
        let profile = HelpdeskSystems.profiles[index]
        let system = try #require(FindingCodes.systems.first { $0.profile.id == profile.id })
        let text = try Page(url: Self.docs.appendingPathComponent("\(system).md")).prose()
        for message in profile.messages {
            #expect(text.contains(message.text), "\(system).md does not name the message \(message.text)")
        }
    }

    /// A message with a misspelt cause would never be shown.
    @Test(arguments: FindingCodes.systems.indices) func causesOfMessagesAreCodes(index: Int) throws {
        let system = FindingCodes.systems[index]
        let codes = try FindingCodes.codes(of: system).union(FindingCodes.codesOfJWT())
        for cause in system.profile.messages.flatMap(\.causes) {
            let cause =
                switch cause {
                case .token(let code): code.rawValue
                case .system(let name): "\(system.profile.id).\(name)"
                }
            #expect(codes.contains(cause), "\(system) has a message for \(cause), which no finding has")
        }
    }

    // MARK: What the codes are told from

    @Test func allSystemsAreLookedAt() {
        let ids = FindingCodes.systems.map { $0.profile.id }
        #expect(ids.sorted() == HelpdeskSystems.profiles.map(\.id).sorted())
    }

    /// If the table finds something new, `FindingCodes` has to know.
    @Test func tableFindsWhatIsKnown() throws {
        let texts = try SourceText.swiftFiles(under: "HelpdeskIdentity")
        let suffixes = texts.flatMap { $0.matches(of: /"\\\([a-z.]+\)(\.[a-z]+)"/).map { String($0.1) } }
        #expect(Set(suffixes) == [".missing", ".type", ".empty", ".length", ".value", ".form", ".spelling", ".word"])
        let literals = texts.flatMap { $0.matches(of: FindingCodes.severityAndLiteral).map { String($0.1) } }
        #expect(Set(literals) == ["exp.missing", "exp.far", "exp.long"])
    }

    /// A diagnosis finds no code that has not been told from the sources.
    @Test(arguments: [
        #"{}"#,
        #"{"_id":1,"aud":1,"attributes":1,"customAttributes":1,"email":1,"email_verified":1,"exp":1,"external_id":1}"#,
        #"{"name":1,"scope":1,"sub":1,"first_name":1,"last_name":1,"phone_number":1,"freshcat_uuid":1,"iat":"1"}"#,
        #"{"_id":"","aud":"","email":"","external_id":"","name":"","scope":"","sub":"","exp":253402300799}"#,
        #"{"email":"x","phone_number":"x","aud":"x","scope":"x","jti":"x","role":"x","userId":"x","_id":"x"}"#,
    ]) func diagnosesFindOnlyKnownCodes(claims: String) throws {
        let key = try HS256Key(utf8: "an example secret of 32 bytes at least")
        let token = try JWTSigner(key: key).sign(payload: claims.utf8)
        let systems: [any HelpdeskSystem] = [
            try FreshdeskWebChat(key: key), FreshdeskHelpWidget(key: key), Ferndesk(key: key),
            try Tiledesk(projectID: "p", key: key), try ZendeskMessaging(keyID: "app_1", key: key),
        ]
        for system in systems {
            let known = try FindingCodes.codes(of: type(of: system)).union(FindingCodes.codesOfJWT())
            let found = system.diagnose(token).map(\.code.rawValue)
            #expect(!found.isEmpty)
            #expect(known.isSuperset(of: found), "\(Set(found).subtracting(known))")
        }
    }
}
