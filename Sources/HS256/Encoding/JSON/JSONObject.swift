/// A JSON object: members in order, no two of the same name.
///
/// A dictionary of strings would not do: it forgets the order, and it takes names for the same that are not (RFC 7515
/// 5.3, see ``JSONValue``).
public struct JSONObject: Sendable, Hashable {
    /// A name and its value.
    public struct Member: Sendable, Hashable {
        /// The name, compared code point by code point.
        public var name: String
        /// The value.
        public var value: JSONValue

        /// A member.
        public init(_ name: String, _ value: JSONValue) {
            self.name = name
            self.value = value
        }

        /// Whether two members have the same name and value.
        public static func == (a: Member, b: Member) -> Bool {
            a.name.hasSameBytes(as: b.name) && a.value == b.value
        }

        /// Hashes what ``==(_:_:)`` compares.
        public func hash(into hasher: inout Hasher) {
            hasher.combine(name)
            hasher.combine(value)
        }
    }

    /// The members in their order.
    public private(set) var members: [Member]

    /// An object without members.
    public init() {
        members = []
    }

    /// An object with some members.
    ///
    /// - Parameter members: in the order in which they are to be written.
    /// - Throws: ``JSONError/duplicateName(_:)``.
    public init(_ members: [Member]) throws(JSONError) {
        self.init()
        for member in members {
            guard self[member.name] == nil else { throw .duplicateName(member.name) }
            self.members.append(member)
        }
    }

    /// Members whose names are known to differ, since the scanner has checked it.
    init(scanned members: [Member]) {
        self.members = members
    }

    /// The members of a literal, in which two of the same name are a mistake of the programmer's.
    init(literal elements: [(String, JSONValue)]) {
        self.init()
        for (name, value) in elements {
            precondition(self[name] == nil, "a JSON object literal has two members of the same name")
            members.append(Member(name, value))
        }
    }

    /// The value of a name, or nil where there is no such member.
    ///
    /// Setting a value replaces it where it stands or appends a member; setting nil removes the member.
    public subscript(name: String) -> JSONValue? {
        get { index(of: name).map { members[$0].value } }
        set {
            switch (index(of: name), newValue) {
            case (let index?, let value?): members[index].value = value
            case (let index?, nil): members.remove(at: index)
            case (nil, let value?): members.append(Member(name, value))
            case (nil, nil): break
            }
        }
    }

    /// Whether there are no members.
    public var isEmpty: Bool { members.isEmpty }

    private func index(of name: String) -> Int? {
        members.firstIndex { $0.name.hasSameBytes(as: name) }
    }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
    /// An object. The names of a literal must differ.
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self.init(literal: elements)
    }
}

extension JSONObject: CustomStringConvertible {
    /// The object as JSON text without white space.
    public var description: String { JSONValue.object(self).description }
}
