import HelpdeskJWT
import HelpdeskTestSupport
import Testing

/// Claims of the caller's own cannot take the place of claims that have a meaning.
struct ReservedNameTests {
    @Test(arguments: samples.filter { $0.takesAdditionalClaims })
    func namesOfTheTableInAnyCase(sample: any SystemSample) throws {
        let table = sample.profile.rules.claims.map(\.name.description)
        for name in table + ["exp", "iat", "nbf"] {
            for spelling in spellings(of: name) {
                #expect(refusal(sample, [spelling: "x"]) == .claimReserved(spelling))
                #expect(refusal(sample, ["harmless": 1, spelling: nil]) == .claimReserved(spelling))
            }
        }
    }

    @Test(arguments: samples.filter { $0.takesAdditionalClaims })
    func otherNamesAreFree(sample: any SystemSample) {
        for name in sample.profile.rules.claims.map(\.name.description) {
            // The last two differ from reserved names only for Unicode, not in ASCII letters.
            for free in ["x_" + name, name + "_", name + "\u{301}", name.replacing("s", with: "\u{17F}") + "\u{200D}"] {
                #expect(refusal(sample, [free: "x"]) == nil, "\(free)")
            }
        }
    }

    @Test func allButTheHelpWidgetTakeThem() {
        #expect(samples.filter { !$0.takesAdditionalClaims }.map(\.profile.id) == ["freshdesk-help-widget"])
    }

    private func spellings(of name: String) -> Set<String> {
        let mixed = name.enumerated().map { $0 % 2 == 0 ? $1.uppercased() : $1.lowercased() }.joined()
        return [name, name.lowercased(), name.uppercased(), mixed, name.prefix(1).uppercased() + name.dropFirst()]
    }

    private func refusal(_ sample: some SystemSample, _ claims: JSONObject) -> HS256Error? {
        do throws(HS256Error) {
            _ = try sample.user(additionalClaims: claims)
            return nil
        } catch {
            return error
        }
    }
}

extension SystemSample {
    /// Whether users can have claims of the caller's own.
    fileprivate var takesAdditionalClaims: Bool { (try? user(additionalClaims: [:])) != nil }
}
