import Foundation
import TestSupport
import Testing

/// Every block of Swift in README and Docs stands in a file under Snippets too, where the compiler sees it and a test
/// runs it. Only `import` lines and lines of a manifest are left out of the comparison.
struct DocumentationTests {
    static let pages: [URL] = {
        let docs = ProjectFiles.root.appendingPathComponent("Docs")
        let files = (try? FileManager.default.contentsOfDirectory(at: docs, includingPropertiesForKeys: nil)) ?? []
        return [ProjectFiles.root.appendingPathComponent("README.md")] + files.filter { $0.pathExtension == "md" }
    }()

    @Test(arguments: pages) func swiftOfThePageIsCompiled(page: URL) throws {
        let compiled = try Self.compiledSnippets()
        for block in try Self.swiftBlocks(of: page) {
            let isCompiled = compiled.contains { $0 == block }
            #expect(isCompiled, "\(page.lastPathComponent): this block stands in no file under Snippets:\n\(block)")
        }
    }

    @Test func everySnippetStandsOnAPage() throws {
        let blocks = try Self.pages.flatMap(Self.swiftBlocks)
        for snippet in try Self.compiledSnippets() {
            #expect(blocks.contains(snippet), "this snippet stands on no page:\n\(snippet)")
        }
    }

    @Test func readmeIsShort() throws {
        let text = try String(contentsOf: Self.pages[0], encoding: .utf8)
        #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count <= 151)
    }

    @Test(arguments: pages) func linksToFilesLeadSomewhere(page: URL) throws {
        let text = try String(contentsOf: page, encoding: .utf8)
        for match in text.matches(of: /\]\(([^)#]+)(?:#[^)]*)?\)/) where !match.1.contains("://") {
            let target = page.deletingLastPathComponent().appendingPathComponent(String(match.1))
            #expect(FileManager.default.fileExists(atPath: target.path), "\(page.lastPathComponent): \(match.1)")
        }
    }

    // MARK: Blocks

    private static func swiftBlocks(of page: URL) throws -> [String] {
        let text = try String(contentsOf: page, encoding: .utf8)
        return text.matches(of: /```swift\n((?:.|\n)*?)```/).map { normalised(String($0.1)) }
            .filter { !$0.hasPrefix(".package(") && !$0.isEmpty }
    }

    private static func compiledSnippets() throws -> [String] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Snippets")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        return try files.flatMap { file in
            try String(contentsOf: file, encoding: .utf8)
                .matches(of: /\/\/ begin\n((?:.|\n)*?)\n *\/\/ end/).map { normalised(String($0.1)) }
        }
    }

    /// Without imports, blank lines and the indentation that all lines share.
    private static func normalised(_ block: String) -> String {
        let lines = block.split(separator: "\n").filter { !$0.hasPrefix("import ") && !$0.allSatisfy(\.isWhitespace) }
        let indentation = lines.map { $0.prefix { $0 == " " }.count }.min() ?? 0
        return lines.map { $0.dropFirst(indentation) }.joined(separator: "\n")
    }
}
