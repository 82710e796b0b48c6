internal import HS256

/// The path of a URL, as the `URL` class of a browser or of Node.js reads it.
///
/// Only what decides over the path is kept: host and port are checked, since a URL without a good host has no path either,
/// and are forgotten. The names of hosts in other scripts are not mapped as Unicode TR 46 does; letters of all kinds are
/// taken for good.
///
/// Source: WHATWG, URL Standard, "URL parsing".
struct URLPath {
    /// The text between the slashes of the path; a path that begins with a slash has an empty first segment.
    let segments: [[UInt8]]

    /// The path of a text, or nil where `new URL` would throw.
    init?(_ text: some Sequence<UInt8>) {
        var rest = Array(text)[...]
        while let first = rest.first, first <= 0x20 { rest.removeFirst() }
        while let last = rest.last, last <= 0x20 { rest.removeLast() }
        let bytes = rest.filter { $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
        guard let scheme = Scheme(bytes) else { return nil }
        let afterScheme = bytes[(scheme.length + 1)...]
        switch scheme.kind {
        case .special: self.init(special: afterScheme)
        case .file: self.init(file: afterScheme)
        case .other: self.init(other: afterScheme)
        }
    }

    /// The part of a path between its slashes, counted from the first slash; nil if the path has fewer.
    func component(_ index: Int) -> [UInt8]? { index < segments.count ? segments[index] : nil }

    // MARK: The three ways

    private init?(special text: ArraySlice<UInt8>) {
        let authority = text.drop { $0.isSlash }
        let end = authority.firstIndex { $0.isSlash || $0.endsPath } ?? authority.endIndex
        guard URLHost.isGoodAuthority(authority[..<end], isSpecial: true) else { return nil }
        self.init(list: authority[end...], isSpecial: true)
    }

    private init?(file text: ArraySlice<UInt8>) {
        guard text.count >= 2, text.prefix(2).allSatisfy({ $0.isSlash }) else {
            self.init(list: text, isSpecial: true, isFile: true)
            return
        }
        let rest = text.dropFirst(2)
        let end = rest.firstIndex { $0.isSlash || $0.endsPath } ?? rest.endIndex
        let host = rest[..<end]
        if host.isDriveLetter {
            self.init(list: rest, isSpecial: true, isFile: true)
            return
        }
        guard host.isEmpty || URLHost.isGood(host, isSpecial: true) else { return nil }
        self.init(list: rest[end...], isSpecial: true, isFile: true)
    }

    private init?(other text: ArraySlice<UInt8>) {
        if text.first == 0x2F {
            guard text.dropFirst().first == 0x2F else {
                self.init(list: text, isSpecial: false)
                return
            }
            let rest = text.dropFirst(2)
            let end = rest.firstIndex { $0 == 0x2F || $0.endsPath } ?? rest.endIndex
            guard URLHost.isGoodAuthority(rest[..<end], isSpecial: false) else { return nil }
            self.init(list: rest[end...], isSpecial: false)
            return
        }
        // An opaque path: a text in which nothing is resolved.
        let path = text.prefix { !$0.endsPath }
        self.init(segments: path.split(separator: 0x2F, omittingEmptySubsequences: false).map(Array.init))
    }

    private init(segments: [[UInt8]]) {
        self.segments = segments
    }

    /// A path of segments, in which dots are resolved.
    private init(list text: ArraySlice<UInt8>, isSpecial: Bool, isFile: Bool = false) {
        var path = text.prefix { !$0.endsPath }
        guard isSpecial || !path.isEmpty else {
            self.init(segments: [[]])
            return
        }
        func isSlash(_ byte: UInt8) -> Bool { byte == 0x2F || isSpecial && byte == 0x5C }
        if let first = path.first, isSlash(first) { path.removeFirst() }
        var list: [[UInt8]] = []
        let parts = path.split(omittingEmptySubsequences: false) { isSlash($0) }
        for (index, part) in parts.enumerated() {
            let isLast = index == parts.count - 1
            switch part.dotCount {
            case 2:
                // The letter of a drive is not left.
                if !(isFile && list.count == 1 && list[0][...].isDriveLetter) { _ = list.popLast() }
                if isLast { list.append([]) }
            case 1:
                if isLast { list.append([]) }
            default:
                var segment = Array(part)
                if isFile, list.isEmpty, part.isDriveLetter { segment[1] = 0x3A }
                list.append(segment)
            }
        }
        self.init(segments: [[]] + list)
    }
}

/// The scheme at the beginning of a URL.
private struct Scheme {
    enum Kind {
        case special, file, other
    }

    let length: Int
    let kind: Kind

    init?(_ bytes: [UInt8]) {
        guard let colon = bytes.firstIndex(of: 0x3A), colon > 0 else { return nil }
        let name = bytes[..<colon].map { $0.asciiLowercased }
        guard name[0].isASCIILowercase,
            name.allSatisfy({ $0.isASCIILowercase || $0.isASCIIDigit || $0 == 0x2B || $0 == 0x2D || $0 == 0x2E })
        else { return nil }
        length = colon
        let special = ["http", "https", "ws", "wss", "ftp"]
        if special.contains(where: { name.elementsEqual($0.utf8) }) {
            kind = .special
        } else {
            kind = name.elementsEqual("file".utf8) ? .file : .other
        }
    }
}

extension UInt8 {
    fileprivate var isSlash: Bool { self == 0x2F || self == 0x5C }
    /// Whether a query or a fragment begins with it.
    fileprivate var endsPath: Bool { self == 0x3F || self == 0x23 }
}

extension ArraySlice<UInt8> {
    /// Whether this is the letter of a Windows drive: `C:` or `C|`.
    fileprivate var isDriveLetter: Bool {
        count == 2 && first?.isASCIILetter == true && (last == 0x3A || last == 0x7C)
    }

    /// How many dots a segment of dots alone has, percent-encoded or not; zero for any other segment.
    fileprivate var dotCount: Int {
        var rest = self
        var count = 0
        while let first = rest.first {
            if first == 0x2E {
                rest = rest.dropFirst()
            } else if rest.prefix(3).map({ $0 | 0x20 }).elementsEqual([0x25 | 0x20, 0x32 | 0x20, 0x65]) && first == 0x25
            {
                rest = rest.dropFirst(3)
            } else {
                return 0
            }
            count += 1
            if count > 2 { return 0 }
        }
        return count
    }
}
