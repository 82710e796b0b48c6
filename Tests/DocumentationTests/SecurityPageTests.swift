import Foundation
import TestSupport
import Testing

/// The page about security names tests as evidence. They have to be there.
struct SecurityPageTests {
    @Test func namedTestsExist() throws {
        let page = ProjectFiles.root.appendingPathComponent("Docs/Security.md")
        let named = try String(contentsOf: page, encoding: .utf8).matches(of: /`([A-Za-z0-9]+Tests)(?:\.([A-Za-z]+))?`/)
        #expect(named.count > 20)
        let tests = try Self.tests()
        for name in named {
            let functions = tests[String(name.1)]
            #expect(functions != nil, "there is no \(name.1)")
            guard let functions, let function = name.2 else { continue }
            #expect(functions.contains(String(function)), "there is no \(name.1).\(function)")
        }
    }

    /// The functions of all suites, by the name of the suite.
    private static func tests() throws -> [String: Set<String>] {
        let root = ProjectFiles.root.appendingPathComponent("Tests")
        let files = try FileManager.default.subpathsOfDirectory(atPath: root.path).filter {
            $0.hasSuffix("Tests.swift")
        }
        var tests: [String: Set<String>] = [:]
        for file in files {
            let text = try String(contentsOf: root.appendingPathComponent(file), encoding: .utf8)
            var suite = ""
            for match in text.matches(
                of: /(?m)^(?:struct|enum) ([A-Za-z0-9]+)|^ +func ([A-Za-z0-9]+)\(|@Test.*? func ([A-Za-z0-9]+)\(/)
            {
                if let name = match.1 { suite = String(name) }
                guard let function = match.2 ?? match.3 else {
                    tests[suite, default: []] = []
                    continue
                }
                tests[suite, default: []].insert(String(function))
            }
        }
        return tests
    }
}
