import Foundation
import HS256
import TestSupport
import Testing

@Suite("JSONTestSuite")
struct JSONTestSuiteTests {
    /// A case of json-test-suite-yn.json.
    struct Vector: Decodable, Sendable, CustomTestStringConvertible {
        enum Verdict: String, Decodable {
            case accept, reject
        }

        let id: String
        let b64: Data
        let expect: Verdict
        /// The verdict of a reader that wants member names to be unique, where it differs.
        let expectIfStrictDuplicates: Verdict?

        var testDescription: String { id }

        static func all(_ verdict: Verdict) throws -> [Vector] {
            try VectorFile<Vector>.shared("json-test-suite-yn").filter {
                ($0.expectIfStrictDuplicates ?? $0.expect) == verdict
            }
        }
    }

    @Test(
        "Texts that every reader must accept are read as Foundation reads them",
        .enabled(if: ProjectFiles.sharedVectors != nil, "the shared vectors are not beside the project"),
        arguments: try Vector.all(.accept))
    func accepts(vector: Vector) throws {
        let value = try JSONValue(parsing: vector.b64)
        #expect(try JSONValue(parsing: value.description) == value)
        let object = try JSONSerialization.jsonObject(with: vector.b64, options: .fragmentsAllowed)
        #expect(value.isSame(as: object))
    }

    @Test(
        "Texts that every reader must refuse",
        .enabled(if: ProjectFiles.sharedVectors != nil, "the shared vectors are not beside the project"),
        arguments: try Vector.all(.reject))
    func refuses(vector: Vector) throws {
        #expect(throws: JSONError.self) { try JSONValue(parsing: vector.b64) }
    }

    @Test(
        "The two texts with duplicate names are among those refused",
        .enabled(if: ProjectFiles.sharedVectors != nil, "the shared vectors are not beside the project"))
    func duplicates() throws {
        let strict = try VectorFile<Vector>.shared("json-test-suite-yn").filter { $0.expectIfStrictDuplicates != nil }
        #expect(
            strict.map(\.id) == ["y_object_duplicated_key.json", "y_object_duplicated_key_and_value.json"])
        for vector in strict {
            #expect(throws: JSONError.duplicateName("a")) { try JSONValue(parsing: vector.b64) }
        }
    }
}
