import HS256
import Testing

struct HS256ErrorTests {
    private static let long = String(repeating: "secret\u{1B}", count: 200)

    /// One of each case at least, and of each kind within a case.
    static let all: [HS256Error] = causes.map { HS256Error($0) }

    private static let causes: [HS256Error.Cause] =
        [
            .keyEmpty, .keyTooShort(byteCount: 31), .keyIsPublic, .keyRingEmpty, .keyRingTooLarge(count: 17, limit: 16),
            .keyIDRepeated(long), .leewayOutOfRange(limit: .seconds(300)),
            .tokenTooLarge(byteCount: 16_385, limit: 16_384),
            .notThreeSegments(count: 1, resemblance: nil), .notThreeSegments(count: 2, resemblance: nil),
            .headerNotJSON(.unexpectedEnd), .algorithmMissing, .algorithmWrongType(found: .number),
            .algorithmNotAllowed(long), .criticalExtension, .headerWrongType("kid", found: .null), .keyIDUnknown(long),
            .unencodedPayload, .claimsTooDeep(limit: 32),
            .signatureLength(byteCount: 0), .signatureLength(byteCount: 31), .signatureMismatch,
            .payloadNotJSON(.notAnObject), .payloadNotJSON(.duplicateName(long)), .claimMissing("sub"),
            .claimWrongType("sub", expected: .string, found: .number),
            .claimWrongType("exp", expected: .number, found: .string),
            .dateOutOfRange("exp", likelyUnit: .milliseconds),
            .dateOutOfRange("exp", likelyUnit: nil), .expired(at: 1, now: 2), .notYetValid(until: 2, now: 1),
            .issuedInFuture(at: 2, now: 1), .tooOld(issuedAt: 1, maximumAge: .seconds(5), now: 9), .issuerMismatch,
            .subjectMismatch, .audienceMismatch, .audienceUnexpected, .claimReserved(long),
            .claimInvalid("email", reason: "is not an e-mail address"),
            .refused(Finding(.error, code: "x.y", message: "it is refused", remedy: "", source: "somewhere")),
        ] + SecretEncoding.allCases.map { HS256Error.Cause.keyEncoding($0) }
        + TokenWrapping.allCases.map { HS256Error.Cause.tokenWrapped($0) }
        + TokenResemblance.allCases.map { HS256Error.Cause.notThreeSegments(count: 5, resemblance: $0) }
        + TokenSegment.allCases.map { HS256Error.Cause.segmentEncoding($0, .padding(offset: 3)) }

    @Test(arguments: all)
    func finding(_ error: HS256Error) {
        let finding = error.finding
        #expect(finding.severity == .error)
        #expect(!finding.code.rawValue.isEmpty && !finding.message.isEmpty && !finding.source.isEmpty)
        #expect(
            finding.code.rawValue.utf8.allSatisfy {
                (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x5F
            })
        #expect(!finding.isUnauthenticated && error.code == finding.code && error.claim == finding.claim)
        if case .refused = error.cause { return }
        #expect(finding.code.rawValue.hasPrefix("jwt."))
        #expect(!finding.remedy.isEmpty)
        #expect(!finding.message.hasSuffix(".") && !finding.remedy.hasSuffix("."))
    }

    /// A sentence, or two, that a person can read on one line; what a stranger wrote is cut off and escaped.
    @Test(arguments: all)
    func description(_ error: HS256Error) {
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
        var texts: [Finding.Code: String] = [:]
        for error in Self.all {
            let code = error.finding.code
            let name = String(describing: Mirror(reflecting: error.cause).children.first?.label ?? "\(error.cause)")
            #expect(texts[code] == nil || texts[code] == name, "\(code) is both \(name) and \(texts[code] ?? "")")
            texts[code] = name
        }
        #expect(texts.count == 44)
    }

    @Test func messages() {
        #expect(
            HS256Error(.expired(at: 100, now: 190)).description
                == "the token expired 1 minute 30 seconds ago. Issue a new token for each page or request, and check the "
                + "clocks.")
        #expect(
            HS256Error(.notYetValid(until: 190, now: 100)).finding.message
                == "the token is valid only in 1 minute 30 seconds")
        #expect(
            HS256Error(.issuedInFuture(at: 160, now: 100)).finding.message
                == "the token was issued 1 minute in the future")
        #expect(
            HS256Error(.tooOld(issuedAt: 0, maximumAge: .seconds(60), now: 120)).finding.message
                == "the token was issued 2 minutes ago; at most 1 minute are accepted")
        #expect(
            HS256Error(.algorithmNotAllowed("none")).finding.message
                == "\"alg\" is \"none\"; only \"HS256\" is accepted")
        #expect(HS256Error(.signatureLength(byteCount: 0)).finding.remedy.hasPrefix("Sign the token"))
        #expect(
            HS256Error(.claimWrongType("exp", expected: .number, found: .string)).finding.remedy.contains("seconds"))
        #expect(HS256Error(.keyTooShort(byteCount: 5)).finding.message.contains("5 bytes"))
        #expect(HS256Error.refused(Self.all[0].finding).finding == Self.all[0].finding)
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
