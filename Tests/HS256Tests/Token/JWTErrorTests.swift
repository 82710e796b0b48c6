import HS256
import Testing

struct JWTErrorTests {
    private static let long = String(repeating: "secret\u{1B}", count: 200)

    /// One of each case at least, and of each kind within a case.
    static let all: [JWTError] =
        [
            .keyEmpty, .keyTooShort(byteCount: 31), .keyIsPublic, .keyRingEmpty, .keyRingTooLarge(count: 17, limit: 16),
            .keyIDRepeated(long), .leewayOutOfRange(limit: .seconds(300)),
            .tokenTooLarge(byteCount: 16_385, limit: 16_384),
            .notThreeSegments(count: 1, resemblance: nil), .notThreeSegments(count: 2, resemblance: nil),
            .headerNotJSON(.unexpectedEnd), .algorithmMissing, .algorithmWrongType(found: .number),
            .algorithmNotAllowed(long), .criticalExtension, .headerWrongType("kid", found: .null), .keyIDUnknown(long),
            .signatureLength(byteCount: 0), .signatureLength(byteCount: 31), .signatureMismatch,
            .payloadNotJSON(.notAnObject), .payloadNotJSON(.duplicateName(long)), .claimMissing("sub"),
            .claimWrongType("sub", expected: .string, found: .number),
            .claimWrongType("exp", expected: .number, found: .string), .dateOutOfRange("exp", likelyMilliseconds: true),
            .dateOutOfRange("exp", likelyMilliseconds: false), .expired(at: 1, now: 2), .notYetValid(until: 2, now: 1),
            .issuedInFuture(at: 2, now: 1), .tooOld(issuedAt: 1, maximumAge: .seconds(5), now: 9), .issuerMismatch,
            .subjectMismatch, .audienceMismatch, .audienceUnexpected, .claimReserved(long),
            .claimInvalid("email", reason: "is not an e-mail address"),
            .refused(Finding(.error, code: "x.y", message: "it is refused", remedy: "", source: "somewhere")),
        ] + SecretEncoding.allCases.map { .keyEncoding($0) } + TokenWrapping.allCases.map { .tokenWrapped($0) }
        + TokenResemblance.allCases.map { .notThreeSegments(count: 5, resemblance: $0) }
        + TokenSegment.allCases.map { .segmentEncoding($0, .padding(offset: 3)) }

    @Test(arguments: all)
    func finding(_ error: JWTError) {
        let finding = error.finding
        #expect(finding.severity == .error)
        #expect(!finding.code.isEmpty && !finding.message.isEmpty && !finding.source.isEmpty)
        #expect(finding.code.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x2E || $0 == 0x5F })
        #expect(!finding.isUnauthenticated)
        if case .refused = error { return }
        #expect(finding.code.hasPrefix("jwt."))
        #expect(!finding.remedy.isEmpty)
        #expect(!finding.message.hasSuffix(".") && !finding.remedy.hasSuffix("."))
    }

    /// A sentence, or two, that a person can read on one line; what a stranger wrote is cut off and escaped.
    @Test(arguments: all)
    func description(_ error: JWTError) {
        let text = error.description
        #expect(text.hasSuffix(".") && !text.hasSuffix(".."))
        #expect(text.hasPrefix(error.finding.message))
        #expect(text.hasSuffix(error.finding.remedy + ".") || error.finding.remedy.isEmpty)
        #expect(text.utf8.count < 400)
        #expect(text.unicodeScalars.allSatisfy { $0.isSafeToShow })
        #expect(!text.contains("  "))
    }

    /// One code a cause. Where one case has several texts, these say which.
    @Test func codesAreUnique() {
        var texts: [String: String] = [:]
        for error in Self.all {
            let code = error.finding.code
            let name = String(describing: Mirror(reflecting: error).children.first?.label ?? "\(error)")
            #expect(texts[code] == nil || texts[code] == name, "\(code) is both \(name) and \(texts[code] ?? "")")
            texts[code] = name
        }
        #expect(texts.count == 42)
    }

    @Test func messages() {
        #expect(
            JWTError.expired(at: 100, now: 190).description
                == "the token expired 1 minute 30 seconds ago. Issue a new token for each page or request, and check the "
                + "clocks.")
        #expect(
            JWTError.notYetValid(until: 190, now: 100).finding.message
                == "the token is valid only in 1 minute 30 seconds")
        #expect(
            JWTError.issuedInFuture(at: 160, now: 100).finding.message == "the token was issued 1 minute in the future")
        #expect(
            JWTError.tooOld(issuedAt: 0, maximumAge: .seconds(60), now: 120).finding.message
                == "the token was issued 2 minutes ago; at most 1 minute are accepted")
        #expect(
            JWTError.algorithmNotAllowed("none").finding.message == "\"alg\" is \"none\"; only \"HS256\" is accepted")
        #expect(JWTError.signatureLength(byteCount: 0).finding.remedy.hasPrefix("Sign the token"))
        #expect(JWTError.claimWrongType("exp", expected: .number, found: .string).finding.remedy.contains("seconds"))
        #expect(JWTError.keyTooShort(byteCount: 5).finding.message.contains("5 bytes"))
        #expect(JWTError.refused(Self.all[0].finding).finding == Self.all[0].finding)
    }

    /// What is thrown for a real token holds no part of it that is long enough to use, and nothing of the secret.
    @Test func nothingLeaks() throws {
        let token = try Sample.token()
        let parts = token.split(separator: ".").map(String.init)
        let verifier = try JWTVerifier(key: Sample.key)
        for broken in [token + "=", token + ".x", " " + token, parts[0] + "." + parts[1] + ".AAAA", "Bearer " + token] {
            let texts =
                verifier.diagnose(broken, secretText: Sample.secret, at: Sample.now).map(\.description)
                + [verifier.refusal(of: broken, at: Sample.now)?.description ?? ""]
            for text in texts {
                #expect(parts.allSatisfy { !text.contains($0) } && !text.contains(Sample.secret))
            }
        }
    }
}
