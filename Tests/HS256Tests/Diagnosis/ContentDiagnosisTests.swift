import HS256
import TestSupport
import Testing

/// What a diagnosis says of parts that cannot be read, and that it goes on.
struct ContentDiagnosisTests {
    private let expired = #"{"exp":1}"#

    private func findings(header: [UInt8] = Array(HandmadeToken.header.utf8), payload: [UInt8]) throws -> [Finding] {
        let token = HandmadeToken.signed(header: header, payload: payload, key: try Sample.key)
        return try JWTVerifier(key: Sample.key).diagnose(token, at: Sample.now)
    }

    /// What is meant is read all the same, so that the next error is found in the same run. It is authentic: the signature
    /// is that of the text as it was received.
    @Test(arguments: [
        (#"{"exp":2,"exp":1}"#, "twice"), ("\u{FEFF}{\"exp\":1}", "byte-order mark"), (#"[{"exp":1}]"#, "array"),
        (#""{\"exp\":1}""#, "JSON string"), (#"{"exp":1,"a":"\ud800"}"#, "surrogate"), ("eyJleHAiOjF9ICAg", "twice"),
    ])
    func goesOn(_ payload: String, _ what: String) throws {
        let findings = try findings(payload: Array(payload.utf8))
        #expect(findings.map(\.code.rawValue) == ["jwt.payload.json", "jwt.exp.passed"], "\(findings)")
        #expect(findings[0].message.contains(what), "\(findings[0].message)")
        #expect(findings.allSatisfy { !$0.isUnauthenticated })
    }

    @Test func otherEncodings() throws {
        let utf16 = expired.utf8.flatMap { (byte: UInt8) -> [UInt8] in [byte, 0] }
        #expect(try findings(payload: utf16)[0].message.contains("UTF-16"))
        #expect(try findings(payload: utf16).last?.code == "jwt.exp.passed")
        #expect(try findings(payload: [0x1F, 0x8B, 8, 0])[0].message.contains("gzip"))
        let latin1 = Array(#"{"exp":1,"name":"Zo"#.utf8) + [0xEB] + Array(#""}"#.utf8)
        #expect(try findings(payload: latin1).map(\.code.rawValue) == ["jwt.payload.json", "jwt.exp.passed"])
        #expect(try findings(payload: latin1)[0].message.contains("not UTF-8"))
    }

    @Test(arguments: [
        ("{'exp': 1}", "Python"), (#"{"a":None}"#, "Python"), (#"{"exp":1,}"#, "a comma"), ("exp=1&a=b", "form data"),
        ("{exp:1}", "no quotation marks"), (#"{"a":NaN}"#, "NaN"), (#"{"a":"x "y" z"}"#, "not valid JSON"),
        ("", "empty"),
        (#"a:1:{s:3:"exp";i:1;}"#, "PHP"), ("<a>1</a>", "XML"), (#"{"exp":1"#, "cut off"), ("5", "a number"),
    ])
    func namesTheNotation(_ payload: String, _ what: String) throws {
        let findings = try findings(payload: Array(payload.utf8))
        #expect(findings.map(\.code.rawValue) == ["jwt.payload.json"], "\(findings)")
        #expect(findings[0].message.contains(what), "\(findings[0].message)")
    }

    @Test func sizeAndDepth() throws {
        let deep = #"{"exp":1,"a":"# + String(repeating: "[", count: 40) + String(repeating: "]", count: 40) + "}"
        #expect(try findings(payload: Array(deep.utf8)).map(\.code.rawValue) == ["jwt.payload.json", "jwt.exp.passed"])
        let large = #"{"exp":1,"a":""# + String(repeating: "x", count: 20_000) + #""}"#
        #expect(try findings(payload: Array(large.utf8)).map(\.code.rawValue) == ["jwt.token.size", "jwt.exp.passed"])
        let huge = String(repeating: "x", count: 300_000)
        #expect(
            try JWTVerifier(key: Sample.key).diagnose(huge, at: Sample.now).map(\.code.rawValue) == ["jwt.token.size"])
    }

    // MARK: Segments and signatures

    @Test func otherBase64() throws {
        let payload = #"{"exp":1,"a":"???>>>"}"#
        let input =
            "eyJhbGciOiJIUzI1NiJ9." + Base64URL.encode(payload.utf8).replacing("_", with: "/").replacing("-", with: "+")
        let findings = try JWTVerifier(key: Sample.key).diagnose(
            HandmadeToken.signing(input, key: Sample.key), at: Sample.now)
        #expect(findings.map(\.code.rawValue) == ["jwt.token.payload.encoding", "jwt.exp.passed"], "\(findings)")
        #expect(findings[0].message.contains("ordinary base64") && !findings[1].isUnauthenticated)
    }

    @Test func formsOfTheSignature() throws {
        let parts = try Sample.token(expired).split(separator: ".").map(String.init)
        let code = try Base64URL.decode(parts[2])
        let hexadecimal = code.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        let forms = [
            (hexadecimal, "hexadecimal"), (Base64URL.encode(hexadecimal.utf8), "hexadecimal"),
            (Base64URL.encode(parts[2].utf8), "twice"),
        ]
        for (signature, what) in forms {
            let findings = try JWTVerifier(key: Sample.key).diagnose(
                "\(parts[0]).\(parts[1]).\(signature)", at: Sample.now)
            #expect(findings.map(\.code.rawValue) == ["jwt.signature.length", "jwt.exp.passed"], "\(findings)")
            // The code itself is right, so what the token says is authentic.
            #expect(findings[0].message.contains(what) && !findings[1].isUnauthenticated)
        }
        for (count, what) in [
            (16, "MD5"), (20, "SHA-1"), (48, "SHA-384"), (64, "SHA-512"), (30, "cut off"), (0, "not signed"),
        ] {
            let signature = Base64URL.encode(Array(repeating: 7, count: count))
            let findings = try JWTVerifier(key: Sample.key).diagnose(
                "\(parts[0]).\(parts[1]).\(signature)", at: Sample.now)
            #expect(findings[0].code == "jwt.signature.length" && findings[0].message.contains(what), "\(findings[0])")
        }
    }

    @Test func signaturesOfSomethingElse() throws {
        let parts = try Sample.token().split(separator: ".").map(String.init)
        let key = try Sample.key
        for (input, what) in [
            (parts[0] + parts[1], "without the dot"), (parts[1], "payload alone"), (parts[0], "header alone"),
            (parts[0] + "." + parts[1] + "\n", "a line break"),
        ] {
            let signature = HandmadeToken.signing(input, key: key).split(separator: ".").last.map(String.init) ?? ""
            let findings = try JWTVerifier(key: key).diagnose("\(parts[0]).\(parts[1]).\(signature)", at: Sample.now)
            #expect(findings.map(\.code.rawValue) == ["jwt.signature.mismatch"])
            #expect(findings[0].message.contains(what), "\(findings[0].message)")
        }
    }
}
