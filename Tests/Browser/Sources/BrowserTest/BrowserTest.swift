import Foundation

/// Opens every page in a headless browser and prints one line for each. Ends with status 0 if all went as expected.
///
///     browser-test CHROMIUM [--pictures FOLDER] [PAGE ...]
///
/// All of it happens on the main thread, which may block; the server has the others.
@main
@MainActor
struct BrowserTest {
    static func main() async {
        do {
            let failures = try await run(Array(CommandLine.arguments.dropFirst()))
            exit(failures == 0 ? 0 : 1)
        } catch {
            say("FAILED  \(error)")
            exit(2)
        }
    }

    private static func run(_ arguments: [String]) async throws -> Int {
        var arguments = arguments
        guard let executable = arguments.first else {
            say("usage: browser-test CHROMIUM [--pictures FOLDER] [PAGE ...]")
            return 1
        }
        arguments.removeFirst()
        var pictures: URL?
        if arguments.count >= 2, arguments[0] == "--pictures" {
            pictures = URL(fileURLWithPath: arguments[1], isDirectory: true)
            arguments.removeFirst(2)
        }
        let desks = try Desk.all()
        var pages = Page.right(for: desks) + Page.wrong(for: desks)
        if !arguments.isEmpty { pages = pages.filter { arguments.contains($0.id) } }
        let site = try Site(pages: pages)
        let origin = try await site.start()
        let browser = try Chromium(executable: executable)
        defer { browser.close() }
        var failures = 0
        for page in pages {
            failures += try visit(page, of: site, at: origin, in: browser, pictures: pictures) ? 0 : 1
        }
        say("\(pages.count) pages, \(failures) failed")
        return pages.isEmpty ? 1 : failures
    }

    /// Visits a page, prints its line, and says whether all was as expected.
    private static func visit(
        _ page: Page, of site: Site, at origin: String, in browser: Chromium, pictures: URL?
    ) throws -> Bool {
        let tab = try Tab(in: browser)
        let problems = try Visit(page: page, site: site, origin: origin, tab: tab).problems()
        if let pictures, let picture = try tab.picture() {
            try picture.write(to: pictures.appendingPathComponent("\(page.id).png"))
        }
        try tab.close()
        let surprises = problems.filter { problem in !page.problems.contains { problem.contains($0) } }
        let missing = page.problems.filter { part in !problems.contains { $0.contains(part) } }
        let isAsExpected = surprises.isEmpty && missing.isEmpty
        let name = page.id.padding(toLength: 40, withPad: " ", startingAt: 0)
        switch (isAsExpected, page.problems.isEmpty) {
        case (true, true):
            let steps =
                ["signed in"] + (page.isRenewed ? ["renewed"] : []) + (page.desk.signOut == nil ? [] : ["signed out"])
            say("ok      \(name) \(steps.joined(separator: ", "))")
        case (true, false): say("ok      \(name) wrong on purpose, seen: \(page.problems.joined(separator: "; "))")
        case (false, _): say("FAILED  \(name)")
        }
        for surprise in surprises { say("        unexpected: \(surprise)") }
        for part in missing { say("        not seen: \(part)") }
        return isAsExpected
    }

    /// Prints a line at once, also where it goes to a pipe.
    private static func say(_ line: String) {
        FileHandle.standardOutput.write(Data((line + "\n").utf8))
    }
}
