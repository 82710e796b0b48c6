import Foundation

/// A file of test vectors: `{"source": …, "count": N, "cases": [ … ]}`.
///
/// The cases decode with snake case turned into camel case, so `msg_hex` is a property `msgHex`. The keys of a
/// `[String: …]` property stay as they are.
public struct VectorFile<Case: Decodable> {
    /// Where the vectors come from.
    public let source: String
    /// What applies to all of them.
    public let settings: VectorSettings
    /// The vectors, in the order of the file.
    public let cases: [Case]

    /// Reads `NAME.json` of the project's own vectors.
    public init(_ name: String) throws {
        try self.init(contentsOf: ProjectFiles.vectors, name)
    }

    /// The cases of `NAME.json` of the vectors beside the project, none where those are absent.
    ///
    /// The test that takes them must say so, with the trait
    /// `.enabled(if: ProjectFiles.sharedVectors != nil, "the shared vectors are not beside the project")`.
    public static func shared(_ name: String) throws -> [Case] {
        guard let folder = ProjectFiles.sharedVectors else { return [] }
        return try VectorFile(contentsOf: folder, name).cases
    }

    /// Reads the text of a file of vectors.
    ///
    /// - Throws: when the text does not decode, holds no case, or another number of cases than it says.
    public init(json: Data, name: String) throws {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        let content = try decoder.decode(Content.self, from: json)
        guard content.count == content.cases.count, content.count > 0 else {
            throw VectorError("\(name) says that it has \(content.count) cases, and has \(content.cases.count)")
        }
        source = content.source
        settings = try decoder.decode(VectorSettings.self, from: json)
        cases = content.cases
    }

    private init(contentsOf folder: URL, _ name: String) throws {
        try self.init(json: Data(contentsOf: folder.appendingPathComponent("\(name).json")), name: name)
    }

    private struct Content: Decodable {
        let source: String
        let count: Int
        let cases: [Case]
    }
}

extension VectorFile: Sendable where Case: Sendable {}

/// What a file says of all its vectors.
public struct VectorSettings: Decodable, Sendable {
    /// The time to go by, in seconds since 1970.
    public let now: Int64?
    /// The text of the secret.
    public let secret: String?
    /// The ID of the project.
    public let project: String?
}

extension VectorSettings {
    /// What is said, where a test cannot do without it.
    ///
    /// - Throws: where the file does not say it.
    public static func required<Value>(_ value: Value?) throws -> Value {
        guard let value else { throw VectorError("the file lacks a setting") }
        return value
    }
}

/// What is wrong with a file of vectors.
public struct VectorError: Error, CustomStringConvertible {
    /// One sentence without a full stop.
    public let description: String

    /// - Parameter description: one sentence without a full stop.
    public init(_ description: String) {
        self.description = description
    }
}
