import Foundation
import HelpdeskJWT

/// One visit to a page: everything that is done there, and everything that is wrong.
struct Visit {
    let page: Page
    let site: Site
    let origin: String
    let tab: Tab

    /// What is wrong, none for a page on which all is right.
    func problems() throws -> [String] {
        tab.script = { [page] address in
            guard page.desk.id == "freshdesk-help-widget" else { return nil }
            return address == "https://widget.freshworks.com/widgets/51000001234.js"
                ? try? StandIn.script("freshdesk-help-widget.js") : nil
        }
        tab.holdsScripts = page.scriptIsLate
        try tab.open("\(origin)/pages/\(page.id)")
        var problems = try load()
        if problems.isEmpty { problems += try signIn() }
        if problems.isEmpty { problems += try renew() }
        if problems.isEmpty { problems += try signOut() }
        try tab.settle()
        return tab.problems + problems
    }

    /// Waits for the vendor's script where that comes late.
    private func load() throws -> [String] {
        guard page.scriptIsLate else { return [] }
        let isCalled = try tab.wait {
            try tab.evaluate("window.FreshworksWidget && FreshworksWidget.q.length === 1") == true
        }
        try tab.release()
        return isCalled ? [] : ["no call waits for the vendor's script"]
    }

    private func signIn() throws -> [String] {
        guard try waitForVerdicts(1) else { return ["no token reached the vendor"] }
        var problems = try verdictProblems(0)
        if let given = page.desk.given {
            problems += try startProblems(expected: given)
        }
        if page.desk.shows, problems.isEmpty, try !tab.wait(until: { try entries("shown").count == 1 }) {
            problems.append("the widget is not shown")
        }
        return problems
    }

    private func renew() throws -> [String] {
        let isAsked = try tab.evaluate("vendor.renew ? vendor.renew() : false") == true
        guard isAsked == page.isRenewed else {
            return [isAsked ? "the vendor asks for a second token" : "the vendor cannot ask for a second token"]
        }
        guard isAsked else { return [] }
        guard try waitForVerdicts(2) else { return ["no second token reached the vendor"] }
        if case .embedded = page.token { return try verdictProblems(1, issued: 0) }
        let tokens = try verdicts().map { $0["token"]?.text ?? "" }
        var problems = tokens[0] == tokens[1] ? ["the second token is the first"] : []
        let count = site.issued(on: page).count
        if count != 2 { problems.append("the site issued \(count) token\(count == 1 ? "" : "s")") }
        if problems.isEmpty {
            problems += try verdictProblems(1)
            let ends = try tokens.map { try UnverifiedJWT(unverified: $0).claims["exp"] }
            if ends[0] == ends[1] { problems.append("both tokens end at the same time") }
        }
        return problems
    }

    private func signOut() throws -> [String] {
        guard page.desk.signOut != nil else { return [] }
        _ = try tab.evaluate("document.getElementById('sign-out').click()")
        guard try tab.wait(until: { try entries("signed out").count == 1 }) else {
            return ["the vendor was not told of the sign-out"]
        }
        return []
    }

    /// What is wrong with what the vendor was handed, by order; `issued` says which token of the site it must be.
    private func verdictProblems(_ index: Int, issued: Int? = nil) throws -> [String] {
        let verdict = try verdicts()[index]
        var problems: [String] = []
        if verdict["what"] != "signed in" {
            problems.append("the vendor refused the token: \(verdict["reason"]?.text ?? "")")
        } else if verdict["user"] != .string(page.desk.visitor) {
            problems.append("the vendor read another user: \(verdict["user"]?.text ?? "")")
        }
        let tokens = site.issued(on: page)
        let expected = tokens.indices.contains(issued ?? index) ? tokens[issued ?? index] : ""
        if verdict["token"] != .string(expected) { problems.append("the vendor was handed another token") }
        return problems
    }

    /// What is wrong with what the vendor was told of the widget.
    private func startProblems(expected: JSONObject) throws -> [String] {
        guard var told = try entries("started").first else { return ["the widget was not started"] }
        told["what"] = nil
        let queued = told["queued"]
        told["queued"] = nil
        var problems: [String] = []
        for member in expected.members {
            let value =
                member.value.text.map { .string($0.replacingOccurrences(of: "ORIGIN", with: origin)) } ?? member.value
            if told[member.name] != value { problems.append("the vendor was told \(told)") }
        }
        if let count = page.queued, queued != .number(JSONNumber(count)) {
            problems.append("\(queued ?? "no") calls waited for the vendor's script")
        }
        return problems
    }

    private func waitForVerdicts(_ count: Int) throws -> Bool {
        try tab.wait { try verdicts().count >= count || (count == 1 && !tab.problems.isEmpty) }
            && verdicts().count >= count
    }

    private func verdicts() throws -> [JSONObject] {
        try entries("signed in", "refused")
    }

    private func entries(_ kinds: String...) throws -> [JSONObject] {
        let log = try tab.evaluate("JSON.stringify(window.vendor ? vendor.log : [])").text ?? "[]"
        let entries = try JSONValue(parsing: log).array ?? []
        return entries.compactMap(\.object).filter { entry in kinds.contains { entry["what"] == .string($0) } }
    }
}
