@testable import HS256
import TestSupport
import Testing

/// Claims and header parameters are put into the rows of their names, whatever the names are written with.
struct ClaimTableTests {
    private func refusal(header: String = HandmadeToken.header, payload: String) throws -> String? {
        let token = HandmadeToken.signed(header: header, payload: payload, key: try Sample.key)
        let verifier = try JWTVerifier(key: Sample.key)
        do throws(HS256Error) {
            _ = try verifier.verify(token, at: 1_700_000_000)
            return nil
        } catch {
            return error.code.rawValue
        }
    }

    @Test(arguments: [
        #""exp""#, #""\u0065xp""#, #""e\u0078p""#, #""\u0065\u0078\u0070""#,
    ])
    func escapedNamesAreTheNames(name: String) throws {
        #expect(try refusal(payload: "{\(name):1700000001}") == nil)
        #expect(try refusal(payload: "{\(name):1700000000}") == "jwt.exp.passed")
    }

    /// Names that are nearly those, at both lengths that are looked at as one number.
    @Test(arguments: [
        #""exp\u0000""#, #""exp ""#, #""\u0000exp""#, #""ex""#, #""expp""#, #""Exp""#, #""e\u0078p\u0000""#, #""p""#,
        #""""#,
    ])
    func otherNamesAreNot(name: String) throws {
        #expect(try refusal(payload: "{\(name):1700000001}") == "jwt.claim.missing")
    }

    @Test(arguments: [
        (#"{"\u0061lg":"HS256"}"#, nil), (#"{"alg\u0000":"HS256"}"#, "jwt.alg.missing"),
        (#"{"alg":"HS256","crit":[]}"#, "jwt.crit"), (#"{"alg":"HS256","\u0063rit":[]}"#, "jwt.crit"),
        (#"{"alg":"HS256","cri\u0074":[]}"#, "jwt.crit"), (#"{"alg":"HS256","crit\u0000":[]}"#, nil),
        (#"{"alg":"HS256","cri":[]}"#, nil), (#"{"alg":"HS256","typ\u0000":1}"#, nil),
        (#"{"alg":"HS256","kid":1}"#, "jwt.header.type"), (#"{"alg":"HS256","cty":1}"#, "jwt.header.type"),
    ])
    func headerParameters(header: String, code: String?) throws {
        #expect(try refusal(header: header, payload: #"{"exp":1700000001}"#) == code)
    }

    @Test(arguments: ["iss", "sub", "jti", "aud", "nbf", "iat", "exp"])
    func eachRegisteredClaimHasItsType(name: String) throws {
        let exp = name == "exp" ? "" : #","exp":1700000001"#
        #expect(try refusal(payload: "{\"\(name)\":true\(exp)}") == "jwt.claim.type")
    }

    // MARK: A table of its own

    /// A short name, one of eight bytes, one of fifteen, and longer ones.
    private static let own: [ClaimName] = [
        ClaimName("a", ownIndex: 0), ClaimName("external", ownIndex: 1), ClaimName("fifteen_letters", ownIndex: 2),
        ClaimName("sixteen__letters", ownIndex: 3), ClaimName("eif", ownIndex: 4), ClaimName("caf\u{E9}", ownIndex: 5),
        ClaimName("a name of more than sixty-three letters, which is no reason not to find it", ownIndex: 6),
    ]
    private static let table = ClaimTable(own + [.expiration])

    /// The values in the rows of the own names and of `exp` and `sub`, and the names of the other members.
    private func reading(_ json: String) throws -> (rows: [JSONValue?], others: [String]) {
        try Reading.of(json, table: Self.table) { claims in
            (
                (Self.own + [.expiration, .subject]).map { claims.valueIfPresent($0) },
                claims.otherMembers.members.map(\.name)
            )
        }
    }

    @Test("Each name has its row, in whatever order the members come")
    func anyOrder() throws {
        let names = Self.own.map(\.description) + ["exp", "sub", "x", "another one", "Exp"]
        for shift in names.indices {
            for step in [1, 5, 7, 11] {
                let order = names.indices.map { (shift + $0 * step) % names.count }
                let json = order.map { "\"\(names[$0])\":\($0)" }.joined(separator: ",")
                let (rows, others) = try reading("{\(json)}")
                #expect(rows == (0..<9).map { .number(JSONNumber($0)) }, "\(json)")
                // Of the registered ones, only those that have a meaning are left out.
                #expect(others == order.filter { $0 >= 8 }.map { names[$0] })
            }
        }
    }

    @Test("What a row holds does not depend on the members around it")
    func oneByOne() throws {
        let names = Self.own.map(\.description) + ["exp", "sub"]
        for (index, name) in names.enumerated() {
            for json in ["{\"\(name)\":[1,{\"a\":2}]}", "{\"x\":{\"\(name)\":1},\"\(name)\":[1,{\"a\":2}],\"y\":[]}"] {
                let rows = try reading(json).rows
                for row in rows.indices { #expect(rows[row] == (row == index ? [1, ["a": 2]] : nil), "\(json)") }
            }
        }
        let (rows, others) = try reading("{}")
        #expect(rows.allSatisfy { $0 == nil } && others.isEmpty)
    }

    @Test("Escapes make no difference")
    func escapes() throws {
        #expect(try reading(#"{"\u0061":0}"#).rows[0] == 0)
        #expect(try reading(#"{"\u0065xternal":1}"#).rows[1] == 1)
        #expect(try reading(#"{"sixteen_\u005fletters":3}"#).rows[3] == 3)
        #expect(try reading(#"{"caf\u00e9":5}"#).rows[5] == 5)
        #expect(try reading(#"{"\u0073ub":8}"#).rows[8] == 8)
        for name in ["A", "externa", "externam", "fifteen_letterz", "sixteen__letterz", "cafe\u{301}", "eie", "ei", ""]
        {
            let (rows, others) = try reading("{\"\(name)\":1}")
            #expect(rows.allSatisfy { $0 == nil } && others.map { Array($0.utf8) } == [Array(name.utf8)], "\(name)")
        }
    }

    @Test("A name is found by its row and by its text")
    func names() throws {
        try Reading.of(#"{"exp":5,"external":"e","sub":"s"}"#, table: Self.table) { (claims) throws(HS256Error) in
            #expect(try claims.numericDate(.expiration) == claims.numericDate("exp"))
            #expect(try claims.string(.subject) == claims.string("sub"))
            #expect(try claims.string(Self.own[1]) == claims.string("external"))
            #expect(!claims.contains(.issuer) && !claims.contains("iss") && !claims.contains(Self.own[0]))
        }
        // A literal gets the row that its name has.
        for name in Self.own + [.expiration, .subject] {
            let literal = ClaimName(stringLiteral: name.text)
            #expect(literal.row == 0 && Self.table.name(literal).row == name.row && literal == name)
        }
        #expect(Self.table.name("x").row == 0)
        // A row that another table gave a name does not count.
        let elsewhere = ClaimTable([ClaimName("x", ownIndex: 0), "external"])
        #expect(elsewhere.name(Self.own[1]).row == Self.own[1].row && elsewhere.name(Self.own[0]).row == 0)
        #expect(ClaimName("caf\u{E9}") != "cafe\u{301}")
    }

    @Test("A name that a table is given twice has one row")
    func repeated() throws {
        let table = ClaimTable(["a", "b", "a", "sub", "c"])
        try Reading.of(#"{"b":1,"a":2,"c":3,"sub":4}"#, table: table) { claims in
            for (name, value) in [("a", 2), ("b", 1), ("c", 3), ("sub", 4)] as [(ClaimName, JSONValue)] {
                #expect(table.name(name).row != 0 && claims.valueIfPresent(table.name(name)) == value)
            }
        }
    }

    @Test("A name of another table traps")
    func traps() async {
        await #expect(processExitsWith: .failure) {
            try Reading.of("{}") { claims in _ = claims.contains(ClaimName("x", ownIndex: 0)) }
        }
    }
}
