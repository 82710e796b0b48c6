import Foundation

/// Reads files and standard input, up to a limit.
enum BoundedReader {
    /// The most bytes that a token or a secret may have here: four times the largest token that is accepted, so that a
    /// token that is somewhat too large is still looked at.
    static let limit = 65_536

    /// The text of a file.
    ///
    /// - Parameters:
    ///   - path: the file; it may be a pipe.
    ///   - what: the file as messages call it. The path itself may be a secret that was put in the wrong place.
    static func text(ofFile path: String, called what: String) throws(Failure) -> String {
        var isDirectory: ObjCBool = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory), isDirectory.boolValue {
            throw .unreadable("\(what) is a directory; name a file")
        }
        let file: FileHandle
        do {
            file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
        } catch {
            throw .unreadable("\(what) cannot be opened: \(SystemError.reason(for: error))")
        }
        defer { try? file.close() }
        return try text(of: file, called: what)
    }

    /// The text of standard input.
    static func textOfStandardInput() throws(Failure) -> String {
        try text(of: .standardInput, called: "standard input")
    }

    private static func text(of file: FileHandle, called what: String) throws(Failure) -> String {
        var bytes = Data()
        do {
            // One byte more than is allowed tells that there is more, whatever the size of the rest.
            while bytes.count <= limit, let part = try file.read(upToCount: limit + 1 - bytes.count), !part.isEmpty {
                bytes.append(part)
            }
        } catch {
            throw .unreadable("\(what) cannot be read: \(SystemError.reason(for: error))")
        }
        guard bytes.count <= limit else {
            throw .unreadable("\(what) has more than \(limit) bytes, which no token and no secret needs")
        }
        return try text(bytes, called: what)
    }

    /// The bytes as text, unchanged to the last byte: Foundation's own conversion may leave out a byte-order mark.
    private static func text(_ bytes: Data, called what: String) throws(Failure) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        guard text.utf8.elementsEqual(bytes) else {
            let isUTF16 = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
            let remedy = isUTF16 ? "it seems to be UTF-16; save it as UTF-8" : "it is some other kind of file"
            throw .unreadable("\(what) is not UTF-8 text; \(remedy)")
        }
        return text
    }
}
