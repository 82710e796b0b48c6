/// Reads files and standard input, up to a limit.
enum BoundedReader {
    /// The most bytes that a token or a secret may have here: four times the largest token that is accepted, so that a
    /// token that is somewhat too large is still diagnosed.
    static let limit = 65_536

    /// The text of a file.
    ///
    /// - Parameters:
    ///   - path: The file; it may be a pipe.
    ///   - what: The file as messages call it. The path itself may be a secret that was put in the wrong place.
    static func text(ofFile path: String, called what: String) throws(Failure) -> String {
        try text(bytes(ofFile: path, called: what), called: what)
    }

    /// The text of standard input.
    static func textOfStandardInput() throws(Failure) -> String {
        try text(bytesOfStandardInput(), called: standardInput)
    }

    /// The bytes of a file.
    static func bytes(ofFile path: String, called what: String) throws(Failure) -> [UInt8] {
        let file: OpenFile
        do throws(SystemError) {
            file = try OpenFile(reading: path)
        } catch {
            throw .unreadable("\(what) cannot be opened: \(error.reason)")
        }
        defer { file.closeFile() }
        return try bytes(of: file, called: what)
    }

    /// The bytes of standard input.
    static func bytesOfStandardInput() throws(Failure) -> [UInt8] {
        try bytes(of: .standardInput, called: standardInput)
    }

    private static let standardInput = "standard input"

    private static func bytes(of file: OpenFile, called what: String) throws(Failure) -> [UInt8] {
        var bytes: [UInt8] = []
        do throws(SystemError) {
            // One byte over the limit shows that there is more, whatever the size of the rest.
            while bytes.count <= limit {
                let part = try file.readBytes(upTo: limit + 1 - bytes.count)
                if part.isEmpty { break }
                bytes += part
            }
        } catch {
            if error.isDirectory { throw .unreadable("\(what) is a directory; name a file") }
            throw .unreadable("\(what) cannot be read: \(error.reason)")
        }
        guard bytes.count <= limit else {
            throw .unreadable("\(what) has more than \(limit) bytes, which no token and no secret needs")
        }
        return bytes
    }

    /// The bytes as text, unchanged to the last byte.
    static func text(_ bytes: [UInt8], called what: String) throws(Failure) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        guard text.utf8.elementsEqual(bytes) else {
            let isUTF16 = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
            let remedy = isUTF16 ? "it seems to be UTF-16; save it as UTF-8" : "it is some other kind of file"
            throw .unreadable("\(what) is not UTF-8 text; \(remedy)")
        }
        return text
    }
}
