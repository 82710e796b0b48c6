"""The ways in which the sources are broken, one at a time.

Each names a file under Sources, a place in it, and what stands there instead. The place is a piece of text that occurs
just once in the file; what is replaced stands in it between ‹ and ›. `value` replaces an expression, `step` a statement
(or several). With an empty replacement a step is left out.
"""
from dataclasses import dataclass


@dataclass(frozen=True)
class Mutation:
    name: str
    file: str
    place: str
    instead: str
    kind: str


MUTATIONS: list[Mutation] = []


def value(name, file, place, instead):
    MUTATIONS.append(Mutation(name, file, place, instead, "value"))


def step(name, file, place, instead=""):
    MUTATIONS.append(Mutation(name, file, place, instead, "step"))


# The hash and HMAC

value("hash: initial state", "HS256Primitives/SHA256.swift", "‹0x6a09_e667›, 0xbb67", "0x6a09_e668")
value("hash: padding at 56 bytes", "HS256Primitives/SHA256.swift", "‹rest.count < 56› ? 1 : 2", "rest.count < 57")
value("hash: initial state, last word", "HS256Primitives/SHA256.swift", "‹0x5be0_cd19›)", "0x5be0_cd18")
value("hmac: long keys are hashed", "HS256Primitives/HMACSHA256+Key.swift", "if ‹secret.count > SHA256.blockByteCount› {",
      "secret.count > SHA256.blockByteCount + 64")
value("hmac: inner pad", "HS256Primitives/HMACSHA256+Key.swift", "inner = midstate(‹0x36›)", "0x37")
value("hmac: outer pad", "HS256Primitives/HMACSHA256+Key.swift", "outer = midstate(‹0x5c›)", "0x36")
value("hmac: length of the outer message", "HS256Primitives/HMACSHA256+Key.swift", "(0x8000_0000, 0, 0, 0, 0, 0, 0, ‹768›)", "256")
value("hmac: length of the message", "HS256Primitives/HMACSHA256+Key.swift",
      "hashedByteCount = UInt64(‹SHA256.blockByteCount + message.count›)", "message.count")
value("code: compares half of it", "HS256Primitives/HMACSHA256.swift", "‹quarter[0] | quarter[1]› == 0", "quarter[0]")
value("code: never compared", "HS256/JWT/JWTVerifier+Steps.swift",
      "return ‹unsafe key.hmacKey.isValid(bytes, for: token.signingInput, after: beginning)›", "true")
value("code: not that of the message", "HS256Primitives/HMACSHA256+Key.swift",
      "‹unsafe HMACSHA256.AuthenticationCode(reading: code) == self.code(for: message, after: beginning)›", "true")
value("expected header: taken for any other", "HS256/JWT/ExpectedHeaders.swift",
      "return ‹unsafe ByteComparison.areEqual(prefix.baseAddress.unsafelyUnwrapped, start, count: prefix.count)›",
      "true")
value("expected header: a second dot anywhere", "HS256/Token/CompactToken.swift",
      "‹unsafe text[secondDot] == 0x2E› else { return nil }", "true")
value("expected header: of several keys", "HS256/JWT/KeyRing+Candidates.swift",
      "return ‹indices.count == 1› ? indices[0] : nil", "!indices.isEmpty")
value("code: length of a received one", "HS256Primitives/HMACSHA256.swift", "guard ‹bytes.count == SHA256.byteCount› else",
      "bytes.count >= 16 && bytes.count <= SHA256.byteCount")
value("code: printed", "HS256Primitives/HMACSHA256.swift",
      "public var description: String { ‹\"AuthenticationCode(redacted)\"› }", "\"\\(bytes)\"")

# Base64url

value("base64url: characters outside the alphabet", "HS256Primitives/Base64.swift", "guard ‹isInAlphabet›, source", "true")
value("base64url: impossible length", "HS256Primitives/Base64.swift", "isInAlphabet, ‹source.count % 4 != 1›,", "true")
value("base64url: left-over bits", "HS256Primitives/Base64.swift",
      "unsafe ‹source.count % 4 == 0 || destination[count] == 0› else", "true")
value("base64: standard alphabet has no minus", "HS256/JWT/SecretEncoding.swift",
      "‹!characters.contains(0x2D)›, !characters", "true")
value("hex: pairs of digits", "HS256/Encoding/Digits.swift",
      "guard ‹digits.count % 2 == 0› else", "!digits.isEmpty")

# JSON

value("json: byte-order mark", "HS256/Encoding/JSON/JSONScanner.swift",
      "guard ‹count >= 3›, unsafe text[0] == 0xEF", "false")
value("json: filter of names", "HS256/Encoding/JSON/JSONNames.swift", "‹repeatedBits != 0› ||", "false")
value("json: filter of names that are not plain", "HS256/Encoding/JSON/JSONNames.swift",
      "if ‹!name.isPlainASCII› { areAllPlainASCII = false }", "false")
value("time: the seconds of doubt", "HS256/Token/CurrentTime.swift", "earliest.later(bySeconds: ‹10›)", "9")
value("time: an exp that is near", "HS256/JWT/JWTVerifier+Claims.swift", "if expiration <= ‹time.latest› {", "time.earliest")
value("time: an exp that is long past", "HS256/JWT/JWTVerifier+Claims.swift", "bySeconds: 2) <= latestPast(before: ‹time.earliest›)", "time.latest")
value("scratch: memory that is not there", "HS256/Encoding/Scratch.swift", "if ‹unsafe byteCount > free.distance(to: end)› {", "false")
value("scratch: a list whose memory has an owner", "HS256/Encoding/GrowableBuffer.swift",
      "return unsafe (elements, ‹isOnHeap›)", "false")
value("scratch: strings without memory of their own", "HS256/Encoding/Scratch.swift",
      "return unsafe copy(of: ‹string.utf8›)", '"".utf8')
value("scratch: a list is kept", "HS256/Encoding/Scratch.swift",
      "unsafe free += ‹(elements.count &* MemoryLayout<Element>.stride &+ 15) & ~15›", "0")
value("time: an nbf that is near", "HS256/JWT/JWTVerifier+Claims.swift", "notBefore > ‹time.earliest› else", "time.latest")
value("time: an iat that is near", "HS256/JWT/JWTVerifier+Claims.swift", "issuedAt > ‹time.earliest› {", "time.latest")
value("json: members before the likely one", "HS256/Encoding/JSON/JSONDocument.swift", "var isLastPass = ‹start == 1›",
      "true")
value("json: nine digits", "HS256/Encoding/Digits.swift", "&+ ‹0x7676_7676_7676_7676›", "0x7575_7575_7575_7575")
value("json: bytes of a short string", "HS256/Encoding/ShortText.swift", "(last &>> 8) &>> ‹bits›", "(bits &- 8)")
value("json: bytes of a shorter string", "HS256/Encoding/ShortText.swift", "end &<< ‹(bits &- 32)›", "32")
value("json: the form of a long string", "HS256/Encoding/ShortText.swift", "guard ‹bits.1 & shortMark != 0› else",
      "true")
value("json: how many bytes a short string has", "HS256/Encoding/ShortText.swift", "‹UInt64(truncatingIfNeeded: count) &<< 56›",
      "UInt64(truncatingIfNeeded: count | 1) &<< 56")
value("json: zeros after a short string", "HS256/Encoding/JSON/JSONBytes.swift",
      "own: UInt32 = ‹(1 &<< UInt32(truncatingIfNeeded: text.count)) &- 1›",
      "(1 &<< UInt32(truncatingIfNeeded: text.count - 1)) &- 1")
value("json: the brace of an object", "HS256/Encoding/JSON/JSONWriter.swift", "if ‹buffer.count == start› {",
      "buffer.count == 0")
value("json: text after the value", "HS256/Encoding/JSON/JSONScanner.swift", "guard ‹rest == count› else",
      "true")
value("json: depth", "HS256/Encoding/JSON/JSONScanner.swift", "guard ‹depth < maximumDepth› else", "depth <= maximumDepth")
value("claims: depth when signing", "HS256/Token/ClaimWriter.swift", "guard ‹writer.deepest <= maximumDepth› else", "true")
value("json: depth when signing", "HS256/Encoding/JSON/JSONWriter.swift", "guard ‹depth < maximumDepth› else",
      "depth <= maximumDepth")
step("json: depth that is left", "HS256/Encoding/JSON/JSONWriter.swift", "‹depth -= 1›")
value("json: bytes copied up to an escape", "HS256/Encoding/JSON/JSONBytes.swift",
      "return offset &+ ‹bits.trailingZeroBitCount›", "0")
step("json: duplicate names", "HS256/Encoding/JSON/JSONScanner.swift",
     "‹try unsafe JSONNames.refuseDuplicates(in: nodes.elements, from: firstMember, text: text, names)›")
value("json: duplicate names among many", "HS256/Encoding/JSON/JSONNames.swift",
      "‹unsafe areEqual(names[index - 1], names[index], text)› {", "false")
value("json: zeros in front", "HS256/Encoding/JSON/JSONScanner.swift", "guard ‹!skipDigits(&offset)› else", "!skipDigits(&offset) || true")
value("json: lone surrogate", "HS256/Encoding/JSON/JSONScanner+Strings.swift", "guard ‹low & 0xFC00 == 0xDC00› else", "true")
value("json: low surrogate first", "HS256/Encoding/JSON/JSONScanner+Strings.swift", "guard ‹unit < 0xDC00›, skip(0x5C", "true")
value("json: control characters", "HS256/Encoding/JSON/JSONBytes.swift",
      "where: ‹(bytes .< Bytes(repeating: 0x20))› .|", "(bytes .< Bytes(repeating: 0x1F))")
value("json: strings that are not plain", "HS256/Encoding/JSON/JSONScanner+Strings.swift", "text.isPlainASCII = ‹false›", "true")
value("json: digits at the end", "HS256/Encoding/JSON/JSONScanner.swift", "while ‹offset &+ 8 <= count› {",
      "offset &+ 7 <= count")
value("json: a literal that needs escapes", "HS256/Encoding/JSON/JSONBytes.swift", "return ‹faults == 0›", "true")
value("json: first stop of a later word", "HS256/Encoding/JSON/JSONBytes.swift", "return ‹(index &<< 6)› &+", "start")
value("json: a pair of bytes at the end", "HS256/Encoding/JSON/JSONScanner.swift", "guard ‹offset &+ 1 < count› else", "offset < count")
value("json: what follows a name", "HS256/Encoding/JSON/JSONScanner.swift", "if ‹isPair(0x3A, 0x22, at: name.end)› {",
      "isPair(0x3A, 0x22, at: name.end) || isPair(0x2C, 0x22, at: name.end)")
value("json: long names", "HS256/Encoding/ByteWord.swift", "return ‹difference[0] | difference[1]› == 0",
      "difference[0]")
value("rules: a claim that is not there", "HelpdeskIdentity/ClaimRule.swift",
      "else { return ‹!absenceMatters && !isRequired› }", "true")
value("json: stops at the end", "HS256/Encoding/JSON/JSONBytes.swift", "count: ‹text.count % 64›)", "text.count % 32")
value("json: overlong UTF-8", "HS256/Encoding/JSON/JSONScanner+Strings.swift", "case 0xE0: (length, second) = (3, ‹0xA0...0xBF›)",
      "0x80...0xBF")
value("json: surrogates in UTF-8", "HS256/Encoding/JSON/JSONScanner+Strings.swift",
      "case 0xED: (length, second) = (3, ‹0x80...0x9F›)",
      "0x80...0xBF")
value("json: UTF-8 that is cut off", "HS256/Encoding/JSON/JSONScanner+Strings.swift",
      "guard unsafe ‹bytes[index] & 0xC0 == 0x80› else", "bytes[index] & 0x80 == 0x80")
value("json: names are compared whole", "HS256/Encoding/JSON/JSONStrings.swift", "return ‹unescaped.next() == nil›", "true")
value("strings: canonical equivalence", "HS256/Encoding/String+Bytes.swift", "‹utf8.count == other.utf8.count && beginsWithBytes(of: other)›",
      "self == other")
value("strings: one that is shorter than its beginning", "HS256/Encoding/String+Bytes.swift",
      "guard ‹bytes.count >= prefix.count›, let", "true")
value("excerpts: length", "HS256/Encoding/String+Bytes.swift", "unicodeScalars.prefix(‹40›)", "4_000")
value("excerpts: control characters", "HS256/Encoding/String+Bytes.swift", "if ‹scalar.isSafeToShow› {\n                text.append(scalar)", "true")

# The token and its header

value("token: size", "HS256/JWT/JWTVerifier+Steps.swift", "guard ‹byteCount <= limit› else", "true")
value("token: size when signing", "HS256/JWT/JWTSigner.swift", "guard ‹byteCount <= limits.maximumByteCount› else", "true")
value("token: two dots", "HS256/Token/CompactToken.swift", "‹third == text.count› else", "true")
value("header: any algorithm", "HS256/Token/JOSEHeader+Rules.swift",
      "let isHS256 = ‹header.isString(Name.algorithm, equalTo: algorithm)›", "true")
value("header: b64", "HS256/Token/JOSEHeader+Rules.swift",
      "‹header.valueIfPresent(Name.base64Encoding) != .bool(true)› {", "header.valueIfPresent(Name.base64Encoding) == .bool(false)")
value("header: alg none", "HS256/Token/JOSEHeader+Rules.swift",
      "if ‹!isHS256› { try", "!isHS256 && !header.isString(\"alg\", equalTo: \"none\")")
value("header: crit", "HS256/Token/JOSEHeader+Rules.swift", "if ‹header.contains(Name.critical)› {", "false")
step("header: type of typ", "HS256/Token/JOSEHeader+Rules.swift", "‹try checkIsString(Name.type, in: header, &report)›")
step("header: type of kid", "HS256/Token/JOSEHeader+Rules.swift", "‹try checkIsString(Name.keyID, in: header, &report)›")
value("header: reserved parameters", "HS256/Token/JOSEHeader.swift",
      "where ‹Self.reservedNames.contains(where: member.name.hasSameBytes)› {", "false")
value("signature: length", "HS256/JWT/JWTVerifier+Steps.swift", "guard ‹code.count == SHA256.byteCount› else",
      "code.count >= SHA256.byteCount")
step("signature: findings behind a wrong one are marked", "HS256/JWT/JWTVerifier+Steps.swift",
     "else { try report.refuse(error) }\n        ‹report.isUnauthenticated = true›")

value("signature: the dot in front of it", "HS256Primitives/TokenText.swift", "text[input.count] = ‹0x2E›", "0x2D")
value("payload: any JSON", "HS256/Token/ClaimReader.swift", "guard ‹document.root.kind == .object› else", "true")
value("unverified: size", "HS256/JWT/UnverifiedJWT.swift", "guard ‹text.count <= limits.maximumByteCount› else", "true")
value("wrapping: quotes on both sides", "HS256/Token/TokenForm.swift",
      "if ‹(first == 0x22 || first == 0x27) && last == first› {", "first == 0x22 || first == 0x27")
value("diagnosis: what is wrapped is looked into", "HS256/Diagnosis/JWTVerifier+Diagnosis.swift",
      "guard let repaired = ‹repair.text› else", "nil as String?")
value("diagnosis: a repaired token is as authentic as it was", "HS256/Diagnosis/TokenRepair.swift",
      "return ‹input + \".\" + Base64URL.encode(code.bytes)›", "repaired")
value("diagnosis: the last of two values", "HS256/Diagnosis/LenientJSON.swift", "isRepeated[index] = ‹true›", "false")
value("diagnosis: the secret itself", "HS256/Diagnosis/PastedText.swift", "if ‹isSecret(bytes.trimmed)› {", "false")
value("diagnosis: a secret that is wrong here is no vendor's refusal", "HelpdeskIdentity/VendorCheck.swift",
      "where ‹findings[index].excuse != .secretHere› {", "true")
value("diagnosis: strict base64url is no vendor's refusal", "HelpdeskIdentity/VendorCheck.swift",
      "self = ‹finding.excuse == .strictness› ? .strictEncoding", "false")
value("diagnosis: strictness is no vendor's refusal", "HelpdeskIdentity/VendorCheck.swift",
      "case .payloadNotJSON: self = ‹finding.excuse == .strictness› ?", "false")
value("likeness: a misspelt name", "HelpdeskIdentity/SystemMatch.swift",
      "object.members.first { ‹rule.isMeant(by: $0.name)› }", "false")
value("verdict: of the vendor", "HelpdeskIdentity/Verdict.swift", "if ‹finding.authority != .library› {", "false")
value("answer: of a server that accepts", "HelpdeskIdentity/VendorAnswer.swift",
      "findings[index].authority = ‹.library›", "findings[index].authority")
value("other product: named first", "HelpdeskIdentity/HelpdeskSystem.swift", "‹findings.contains(where: { $0.severity == .error && $0.isForeign(to: rules) })›", "false")
value("tiledesk server: nbf", "TiledeskJWT/Server/TiledeskServer.swift",
      "‹number.order(comparedTo: now.unixSeconds) <= 0› else", "true")
value("tiledesk server: exp", "TiledeskJWT/Server/TiledeskServer.swift",
      "‹number.order(comparedTo: now.unixSeconds) > 0› else", "number.order(comparedTo: now.unixSeconds) >= 0")
value("tiledesk server: aud without a value", "TiledeskJWT/Server/TiledeskServer.swift",
      "guard let value, ‹!value.isFalsy› else", "true")
value("tiledesk server: no answer", "TiledeskJWT/Server/TiledeskServer.swift", "return ‹.silent›\n        }",
      ".unauthorized")
value("url: two dots", "TiledeskJWT/Server/URLPath.swift", "{ ‹_ = list.popLast()› }", "_ = list.last")
value("url: ports", "TiledeskJWT/Server/URLHost.swift", "if ‹port > 65_535› {", "port > 65_536")
value("url: names of hosts", "TiledeskJWT/Server/URLHost.swift",
      "‹!domain.contains(where: { isForbidden($0) || $0 <= 0x20 || $0 == 0x25 || $0 == 0x7F })›", "true")

# Keys

value("key: fewest bytes", "HS256/JWT/HS256Key.swift", "guard ‹secret.count >= Self.minimumByteCount› else",
      "secret.count >= Self.minimumByteCount - 1")
value("key: empty, where short ones are allowed", "HS256/JWT/HS256Key.swift",
      "guard ‹!secret.isEmpty› else { throw HS256Error(.keyEmpty) }\n        guard !Self.isPublicKey", "true")
value("key: public after a byte-order mark", "HS256/JWT/HS256Key.swift",
      "‹text.starts(with: byteOrderMark)› ?", "false")
value("key: public after white space", "HS256/JWT/HS256Key.swift", "isLeading &= ‹byte <= 0x20› ?", "byte < 0")
value("key: public keys", "HS256/JWT/HS256Key.swift", "guard ‹!Self.isPublicKey(secret)› else", "true")
value("key: reflected", "HS256Primitives/HMACSHA256+Key.swift", "Mirror(self, children: ‹[]›)",
      "[(\"inner\", inner as Any)]")
value("ring: empty", "HS256/JWT/KeyRing.swift", "guard ‹!entries.isEmpty› else", "true")
value("ring: size", "HS256/JWT/KeyRing.swift", "guard ‹entries.count <= Self.maximumKeyCount› else",
      "entries.count <= Self.maximumKeyCount + 1")
value("ring: ids that stand twice", "HS256/JWT/KeyRing.swift",
      "where ‹earlier.id?.hasSameBytes(as: id) == true› {", "false")
value("ring: kid chooses the key", "HS256/JWT/KeyRing+Candidates.swift",
      "if ‹header.isString(JOSEHeader.Name.keyID, equalTo: id)› { return .one(index) }", "true")
value("ring: a foreign kid under keys without id only", "HS256/JWT/KeyRing+Candidates.swift",
      "return .each(onlyWithoutID: ‹true›)", "false")
value("ring: unknown kid", "HS256/JWT/KeyRing+Candidates.swift", "if ‹someHaveNoID› { return", "true")
value("secret: white space around it", "HS256/Diagnosis/SecretAppearance.swift", "if ‹first <= 0x20 || last <= 0x20› {",
      "first <= 0x20")

value("secret: readings without white space", "HS256/Diagnosis/SecretReading.swift",
      "guard let secret, ‹!secret.isEmpty›, secret", "false")

# Claims

value("exp: at the very second", "HS256/JWT/JWTVerifier+Claims.swift", "if ‹expiration <= latestPast(before: now)› {",
      "expiration < latestPast(before: now)")
value("exp: required", "HS256/JWT/JWTVerifier+Claims.swift", "if ‹policy.expiration == .required && !claims.contains(.expiration)› {", "false")
value("exp: leeway", "HS256/JWT/JWTVerifier+Claims.swift",
      "now.advanced(by: ‹.zero - policy.leeway›)", ".zero - policy.leeway - policy.leeway")
value("nbf: in the future", "HS256/JWT/JWTVerifier+Claims.swift", "‹notBefore > earliestFuture(after: now)› {",
      "notBefore > earliestFuture(after: now).advanced(by: .seconds(1))")
value("iat: in the future", "HS256/JWT/JWTVerifier+Claims.swift", "‹issuedAt > latestIssue(at: now)› {", "false")
value("iat: a minute ahead", "HS256/JWT/JWTVerifier+Claims.swift", "max(policy.leeway, ‹ValidationPolicy.issueTolerance›)",
      ".seconds(59)")
value("iat: age", "HS256/JWT/JWTVerifier+Claims.swift", "if ‹issuedAt.advanced(by: maximumAge) < latestPast(before: now)› {",
      "issuedAt.advanced(by: maximumAge) < latestPast(before: now).advanced(by: .seconds(-1))")
value("iat: required for an age", "HS256/JWT/JWTVerifier+Claims.swift", "else if ‹!claims.contains(.issuedAt)› {", "false")
value("leeway: limit", "HS256/JWT/JWTVerifier.swift", "‹policy.leeway <= ValidationPolicy.maximumLeeway› else",
      "policy.leeway <= .seconds(600)")
value("leeway: negative", "HS256/JWT/JWTVerifier.swift", "guard ‹policy.leeway >= .zero›, policy", "true")
value("aud: unexpected", "HS256/JWT/JWTVerifier+Claims.swift", "case .none: return ‹HS256Error(.audienceUnexpected)›", "nil")
value("aud: required", "HS256/JWT/JWTVerifier+Claims.swift", "|| ‹policy.audience.isRequired› {", "false")
value("aud: another recipient", "HS256/JWT/JWTVerifier+Claims.swift",
      "‹audience.contains(recipient)› ? nil", "!audience.recipients.isEmpty")
value("iss and sub: other values", "HS256/JWT/JWTVerifier+Claims.swift",
      "if let expected, ‹!claims.isString(name, equalTo: expected)› {", "false")
value("iss and sub: types", "HS256/JWT/JWTVerifier+Claims.swift", "guard ‹kind == .string› else",
      "kind == .string || kind == .number")
value("claims that are required", "HS256/JWT/JWTVerifier+Claims.swift",
      "for name in policy.requiredClaims where ‹!claims.contains(name)› {", "false")
value("date: up to four digits behind eight", "HS256/Token/NumericDate+Parsing.swift",
      "UInt64(truncatingIfNeeded: ‹8 &* rest›)", "8 &* rest &- 1")
value("date: a power of ten", "HS256/Token/NumericDate+Parsing.swift", "case 3: return ‹1_000›", "100")
value("date: anything but digits", "HS256/Token/NumericDate+Parsing.swift",
      "guard ‹DecimalDigits.others(in: first) | DecimalDigits.others(in: last)› == 0 else", "DecimalDigits.others(in: first)")
value("integers: ten digits", "HS256/Encoding/JSON/JSONWriter.swift", "value < ‹10_000_000_000› &&", "100_000_000_000")
value("table: claims in another order", "HS256/Token/ClaimTable.swift", "if index == count { index = ‹0› }", "count - 1")
value("table: names of the same length", "HS256/Token/ClaimTable.swift", "if ‹unsafe names[index].text == name› {", "unsafe names[index].text?.count == name.count")
value("table: registered names of three letters", "HS256/Token/ClaimTable.swift", "if ‹row != 0› { return row }", "false")
value("table: long names", "HS256/Token/ClaimTable.swift", "‹unsafe name.isPlainASCII(upToCount: ShortText.maximumCount)›", "true")
value("table: names that may have a row", "HS256/Token/ClaimTable.swift", "if ‹mayHaveRow(name)› {", "name.isPlainASCII && mayHaveRow(name)")
value("table: registered claims that are others", "HS256/Token/ClaimTable.swift", "‹knownRows &>> UInt32(truncatingIfNeeded: row) & 1 == 0› {", "row == 0")
value("table: others that are known", "HS256/Token/ClaimTable.swift",
      "‹row >= Self.firstOwnRow || knownRows >> UInt32(row) & 1 != 0›", "row >= Self.firstOwnRow")
value("table: names that are repeated", "HS256/Token/ClaimTable.swift", "&& ‹!names[..<index].contains(names[index])›", "true")
value("table: registered names that are named", "HS256/Token/ClaimTable.swift",
      "‹!registered.contains(names[index])› &&", "true")
value("table: a row that a name does not have", "FerndeskJWT/Ferndesk+Rules.swift", 'ClaimName("name", ownIndex: ‹1›)', "2")
value("table: a row of another table", "HS256/Token/ClaimTable.swift", "precondition(‹row < Self.firstOwnRow || row < rowCount›", "true")
value("date: another type", "HS256/Token/ClaimReader.swift",
      "guard ‹unsafe document.nodes[index].kind == .number› else { throw wrongType",
      "unsafe document.nodes[index].kind != .string")
value("date: fractions", "HS256/Token/NumericDate.swift",
      "? a.unixSeconds < b.unixSeconds : ‹a.halfNanoseconds < b.halfNanoseconds›", "false")
value("date: finer than nanoseconds", "HS256/Token/NumericDate+Parsing.swift",
      "return nanoseconds * 2 + ‹(isBetween ? 1 : 0)›",
      "0")
value("date: range", "HS256/Token/NumericDate.swift",
      "halfNanoseconds: UInt32) {\n        guard ‹(0...Self.maximumSeconds).contains(unixSeconds)› else",
      "unixSeconds >= 0")
value("date: negative", "HS256/Token/NumericDate+Parsing.swift", "guard ‹!decimal.isNegative› else", "true")
value("date: milliseconds are named", "HS256/Token/SubsecondUnit.swift", "case ‹13...14›: self = .milliseconds",
      "13...13")
value("audience: every element is a string", "HS256/Token/ClaimReader.swift",
      "guard ‹unsafe document.nodes[child].kind == .string› else", "true")
value("registered claims: types when signing", "HS256/Token/RegisteredClaims.swift",
      "guard let kind, ‹kind != .string› else", "false")

# What the systems share

value("lifetime: at least a second", "HelpdeskIdentity/RuleBook+Lifetime.swift", "guard ‹lifetime >= minimumLifetime› else", "lifetime >= .zero")
value("lifetime: the system's maximum when signing", "HelpdeskIdentity/RuleBook+Lifetime.swift", "if let maximum, ‹lifetime > maximum› {", "false")
value("lifetime: the system's maximum when verifying", "HelpdeskIdentity/RuleBook+Lifetime.swift",
      "if ‹lifetime > maximum› {", "lifetime > maximum + .seconds(1)")
value("lifetime: counted from iat too", "HelpdeskIdentity/RuleBook+Lifetime.swift", "‹max(expiration - now, expiration - (issuedAt ?? now))›", "expiration - now")
value("lifetime: clear before the exact time is known", "HelpdeskIdentity/RuleBook+Lifetime.swift", "let begin = ‹issuedAt.map { min($0, token.time.earliest) } ?? token.time.earliest›",
      "token.time.earliest")
value("lifetime: rounded up", "HelpdeskIdentity/RuleBook+Lifetime.swift", "return ‹now.advanced(by: lifetime).wholeSecond›",
      "now.advanced(by: lifetime + .seconds(1)).wholeSecond")
step("rules: the table", "HelpdeskIdentity/HelpdeskSystem.swift",
     "‹try rules.check(token, maximumLifetime: Self.maximumLifetime, &report)›")
value("rules: those of the header", "HelpdeskIdentity/RuleBook.swift",
      "where ‹!headerMatchers[index].isKept(by: token.header, absenceMatters: report.gathersAll)› {", "false")
step("rules: the further ones", "HelpdeskIdentity/HelpdeskSystem.swift", "‹try checkFurtherRules(token, &report)›")
step("rules: a required claim", "HelpdeskIdentity/RuleBook.swift",
     "‹try report.refuse(missing(rule, absence, others))›")
value("rules: empty texts", "HelpdeskIdentity/RuleBook.swift",
      "if ‹claims.isString(rule.name, equalTo: \"\")› {", "false")
value("rules: lengths", "HelpdeskIdentity/RuleBook.swift",
      "if ‹length > maximumLength› {", "length > maximumLength + 1")
value("rules: constants", "HelpdeskIdentity/RuleBook.swift",
      "guard ‹!claims.isString(rule.name, equalTo: value.description)› else", "false")
value("names: reserved ones", "HelpdeskIdentity/ClaimChecks.swift",
      "where ‹name.description.utf8.isSameIgnoringCase(as: member.name.utf8)› {", "name.description == member.name")
value("e-mail: something before the @", "HelpdeskIdentity/EmailAddress.swift",
      "&& ‹lastAt > 0› && lastAt <", "true")
value("e-mail: spaces", "HelpdeskIdentity/EmailAddress.swift",
      "&+= ‹byte <= 0x20 || byte == 0x7F› ?", "byte < 0x20 || byte == 0x7F")
value("e-mail: a second @", "HelpdeskIdentity/EmailAddress.swift", "‹atCount == 1› || isQuoted", "atCount >= 1")
value("e-mail: ASCII", "HelpdeskIdentity/EmailAddress.swift", "isASCII = ‹bits < 0x80›", "true")
value("claim texts: empty", "HelpdeskIdentity/ClaimChecks.swift", "guard ‹!text.isEmpty› else", "true")
value("script: quotes", "HelpdeskIdentity/BrowserText.swift", "case \"\\\"\": literal += ‹\"\\\\\\\"\"›", "\"\\\"\"")
value("script: what ends a script element", "HelpdeskIdentity/BrowserText.swift",
      "literal += ‹\"\\\\u\" + String(repeating: \"0\", count: 4 - digits.utf8.count) + digits›",
      "scalar == \"<\" ? \"<\" : \"\\\\u\" + String(repeating: \"0\", count: 4 - digits.utf8.count) + digits")
value("script: line separators", "HelpdeskIdentity/BrowserText.swift",
      "‹\"\\u{2028}\"›, \"\\u{2029}\"", "\"\\u{2029}\"")
value("attribute: double quotes", "HelpdeskIdentity/BrowserText.swift",
      "contentsOf: ‹\"&quot;\"›.unicodeScalars", "\"\\\"\"")
value("attribute: ampersands", "HelpdeskIdentity/BrowserText.swift", "contentsOf: ‹\"&amp;\"›.unicodeScalars", "\"&\"")
value("script: answers that are no token", "HelpdeskIdentity/BrowserScript.swift",
      "‹\"    if (/^[\\\\w-]+\\\\.[\\\\w-]+\\\\.[\\\\w-]+$/.test(token)) { return token; }\"›",
      "\"    return token;\"")

# The systems

value("zendesk: key id", "ZendeskMessagingJWT/ZendeskMessaging+Rules.swift",
      "if ‹header.isString(\"kid\", equalTo: keyID)› {", "true")
value("zendesk: server-to-server keys", "ZendeskMessagingJWT/ZendeskMessaging+Rules.swift",
      "if ‹found.hasPrefix(\"act_\") || found.hasPrefix(\"svc_\")› {", "false")
value("zendesk: e-mail that is ignored", "ZendeskMessagingJWT/ZendeskMessaging+Rules.swift",
      "if ‹kind == nil && !isMisspelt || kind == .bool && (try? claims.bool(.emailVerified)) == false› {", "kind == nil")
value("zendesk: length of an id", "ZendeskMessagingJWT/ZendeskMessagingUser.swift", "maximumIDLength = ‹255›", "256")
value("zendesk: scope", "ZendeskMessagingJWT/ZendeskMessaging.swift", "claims.write(.scope, ‹\"user\"›)", "\"users\"")
value("zendesk: a key ID of one's own", "ZendeskMessagingJWT/ZendeskMessaging+Rules.swift", "if ‹!token.hasExpectedHeader› {", "false")
value("zendesk: empty key id", "ZendeskMessagingJWT/ZendeskMessaging.swift", "guard ‹!keyID.isEmpty› else", "true")
value("zendesk: verification of an address that is read", "ZendeskMessagingJWT/ZendeskMessagingUser.swift",
      "‹try claims.boolIfPresent(.emailVerified) ?? false›", "true")
value("tiledesk: project of the audience", "TiledeskJWT/Tiledesk+Rules.swift",
      "‹path.component(2)?.elementsEqual(projectID.utf8) == true›\n        else", "true")
value("tiledesk: role", "TiledeskJWT/Tiledesk+Rules.swift", "if ‹token.claims.contains(.role)› {", "false")
value("tiledesk: role as a claim of one's own", "TiledeskJWT/Tiledesk+Rules.swift", "reserved: [‹.role›, \"id\"", "\"rolle\"")
value("tiledesk: project ids", "TiledeskJWT/Tiledesk.swift",
      "‹projectID.utf8.allSatisfy({ $0.isBase64URL })› else", "true")
value("tiledesk: one space after JWT", "TiledeskJWT/Tiledesk+Browser.swift",
      "‹!bytes.dropFirst(4).contains(0x20)› else",
      "true")
value("tiledesk: prefix of the id", "TiledeskJWT/Tiledesk.swift",
      "idForm == .raw ? \"\" : ‹projectID + \"_\"›", "projectID + \"-\"")
value("ferndesk: ids that change", "FerndeskJWT/Ferndesk+Rules.swift",
      "‹EmailAddress.isPlausible(id) || PhoneNumber.isPlausible(id)›", "EmailAddress.isPlausible(id)")
value("ferndesk: domains", "FerndeskJWT/Ferndesk+Browser.swift", "&& ‹page.count <= 3› &&", "true")
value("help widget: two hours", "FreshdeskHelpWidgetJWT/FreshdeskHelpWidget.swift",
      "maximumLifetime: Duration? = .seconds(‹7_200›)", "7_201")
value("help widget: milliseconds", "FreshdeskHelpWidgetJWT/FreshdeskHelpWidget+Rules.swift",
      "if ‹Self.fault(of: token.claims)?.code == .dateInMilliseconds› {", "false")
value("help widget: ID of a widget", "FreshdeskHelpWidgetJWT/FreshdeskHelpWidget+Browser.swift",
      "number > 0, ‹\"\\(number)\".hasSameBytes(as: id)› else", "true")
value("email: form", "HelpdeskIdentity/EmailAddress.swift", "guard ‹Self.isPlausible(text)› else", "true")
value("web chat: one of three uuids", "FreshdeskWebChatJWT/FreshdeskWebChat+Rules.swift",
      "let present = ‹uuidNames.filter { claims.contains($0) }›", "uuidNames")
value("web chat: uuids that differ", "FreshdeskWebChatJWT/FreshdeskWebChat+Rules.swift",
      "where ‹!claims.isString(other, equalTo: uuid)› {", "false")
value("web chat: iat beside exp", "FreshdeskWebChatJWT/FreshdeskWebChat.swift", "claims.write(.issuedAt, ‹now›)", "expiration")
value("web chat: a name for the uuid", "FreshdeskWebChatJWT/FreshdeskWebChat.swift",
      "guard ‹!uuidClaims.isDisjoint(with: .all)› else", "true")

# The tool

value("tool: status of a token that the vendor refuses", "helpdesk-jwt/Commands/CheckCommand.swift",
      "case .refusedByVendor: return ‹.refused›", ".done")
value("tool: status of a token that is refused here", "helpdesk-jwt/Commands/CheckCommand.swift",
      "case .refusedHere: return ‹.refusedHere›", ".refused")
value("tool: status of a doubtful secret", "helpdesk-jwt/Commands/CheckSecretCommand.swift",
      "return ‹report.isInOrder› ? .done", "true")
value("tool: options of another system", "helpdesk-jwt/Commands/CheckCommand.swift",
      "arguments.has(option) && ‹!known.contains { $0.name == option.name }›", "false")
value("tool: account options that are given", "helpdesk-jwt/Systems/TokenCommandLine.swift",
      "guard ‹!arguments.has(option)› else", "true")
value("tool: what is no token", "helpdesk-jwt/Commands/CheckCommand.swift",
      "first { ‹foreignOption(in: arguments, for: $0) == nil› }", "true")
value("tool: lifetimes past the calendar", "helpdesk-jwt/Systems/JWTCommandLine.swift",
      "guard ‹NumericDate.distantFuture - now > lifetime› else", "true")
value("tool: files named like systems", "helpdesk-jwt/CommandRunner.swift",
      "let isFile = ‹command.withoutKind != nil && OperatingSystem.hasFile(argument)›", "false")
value("tool: recipients that are not named", "helpdesk-jwt/Systems/JWTCommandLine.swift",
      "audience: ‹recipients.isEmpty ? .notChecked : .anyOf(recipients)›", ".notChecked")
value("tool: leeway", "helpdesk-jwt/Systems/JWTCommandLine.swift",
      "leeway: ‹try arguments.duration(leeway) ?? .zero›", ".zero")
value("tool: secrets as arguments", "helpdesk-jwt/Input/SecretSource.swift",
      "return ‹names.contains(option.drop { $0 == \"-\" }.lowercased())›", "false")
value("tool: two secrets", "helpdesk-jwt/Input/SecretSource.swift",
      "case (_?, let bytes?) where ‹!bytes.isEmpty›:", "false")
value("tool: short secrets", "helpdesk-jwt/Input/SecretSource.swift", "return ‹isShortAllowed› ? try", "true")
value("tool: tokens as file names", "helpdesk-jwt/Input/TokenInput.swift", "if ‹looksLikeToken(file)› {", "false")
value("tool: what is long is not repeated", "helpdesk-jwt/Arguments/Suggestion.swift",
      "‹unicodeScalars.count <= 16›", "true")
value("tool: most bytes of an input", "helpdesk-jwt/Input/BoundedReader.swift",
      "guard ‹bytes.count <= limit› else", "true")
value("tool: inputs that are not UTF-8", "helpdesk-jwt/Input/BoundedReader.swift",
      "guard ‹text.utf8.elementsEqual(bytes)› else", "true")
value("tool: output is safe to show", "HelpdeskReport/SafeText.swift",
      "var safe: String {\n        if ‹unicodeScalars.allSatisfy({ $0.isSafeToShow })› {", "true")
value("tool: characters in the address of a token", "helpdesk-jwt/Commands/EmbedCommand.swift",
      "guard ‹bytes.allSatisfy({ (0x21...0x7E).contains($0) })› else", "true")
value("tool: another site's tokens", "helpdesk-jwt/Commands/EmbedCommand.swift",
      "guard ‹arguments.has(allowOtherSite)› else", "true")
value("tool: a second slash in the address of a token", "helpdesk-jwt/Commands/EmbedCommand.swift",
      "if bytes.first == 0x2F && ‹![0x2F, 0x5C].contains(bytes.dropFirst().first)› {", "true")
value("tool: addresses of a token", "helpdesk-jwt/Commands/EmbedCommand.swift",
      "guard ‹[\"https://\", \"http://\", \"//\"].contains(where: { url.hasPrefix($0) })› else", "true")

# Reports

value("report: the verifier's own verdict", "HelpdeskReport/VerdictReport.swift",
      "findings.verdict == .refusedHere,\n            ‹!findings.contains(where: { $0.excuse == .secretHere })›", "true")
value("report: who refuses", "HelpdeskReport/VerdictReport.swift", "if case .vendor = judge { showsOrigin = ‹true› }",
      "false")
value("report: secrets in order", "HelpdeskReport/SecretReport.swift",
      "var isInOrder: Bool { ‹findings.allSatisfy { $0.severity == .note }› }", "findings.isEmpty")
value("report: marks of a system", "HelpdeskJWT/SystemRecognition.swift",
      "$0.isCertain || ‹$0.match.isExact && $0.match.score > 0› }", "$0.match.score > 0")
value("report: names that many tokens have", "HelpdeskJWT/SystemRecognition.swift",
      "rule.isTelling && ‹!commonNames.contains(name)› &&", "true")
value("report: claims that are missing", "HelpdeskIdentity/SystemMatch.swift",
      "misspelt != nil || ‹rule.need == .required && !(found && isAllowed)› {", "false")
value("report: constants of a system", "HelpdeskIdentity/SystemMatch.swift",
      "return ‹found.hasSameBytes(as: text.description)›", "true")
value("report: project of a token", "HelpdeskJWT/SystemRecognition.swift",
      "id.utf8.allSatisfy { ‹$0.isBase64URL› } ? id : nil", "true")
value("report: leap days", "HelpdeskReport/DateText.swift", "dayOfCycle - dayOfCycle / 1_460 + ‹dayOfCycle / 36_524›", "0")
value("report: every 400 years", "HelpdeskReport/DateText.swift", "- ‹dayOfCycle / 146_096›) / 365", "0")
value("report: days that do not exist", "HelpdeskReport/DateText.swift",
      "return ‹CalendarTime(secondsSinceEpoch: seconds) == self› ? seconds", "true")
value("report: offset of a time zone", "HelpdeskReport/DateText.swift",
      "self.init(unixSeconds: ‹seconds - Int64(offset)›,", "seconds + Int64(offset)")
value("report: local time", "HelpdeskReport/DateText.swift", "guard let offset = zone(date), ‹offset != 0› else", "false")
value("report: minutes of an offset", "HelpdeskReport/DateText.swift",
      "return ‹minutes < 60› ? sign", "true")
value("report: finer than a nanosecond", "HelpdeskReport/DateText.swift", "(digits.prefix(9) + zeros).prefix(‹9›)", "8")
value("report: narrow pages", "HelpdeskReport/Page.swift", "self.width = ‹min(max(width, Self.widths.lowerBound), Self.widths.upperBound)›",
      "80")

# Secrets alone

value("secret alone: byte-order mark", "HS256/Diagnosis/SecretAppearance.swift",
      "if ‹bytes.starts(with: Self.byteOrderMark)› {", "false")
value("secret alone: UTF-16 without a mark", "HS256/Diagnosis/SecretAppearance.swift",
      "|| ‹zeroCount > 0 && zeroCount * 5 >= bytes.count * 2› {", "false")
value("secret alone: words by chance", "HS256/Diagnosis/SecretAppearance+OtherThings.swift",
      "SampleSecret.isLikely(word) && ‹!looksRandom›", "true")
value("secret alone: samples", "HS256/Diagnosis/SecretAppearance+OtherThings.swift",
      "‹SampleSecret.isLikely(word)› && !looks", "false")
value("secret alone: padding", "HS256/Diagnosis/SecretAppearance+OtherThings.swift",
      "guard ‹value.contains(where: { $0 != 0x3D })› else", "true")
value("secret alone: control characters inside", "HS256/Diagnosis/SecretAppearance+OtherThings.swift",
      "first(where: { ‹$0 < 0x20 || $0 == 0x7F› })", "false")
value("secret alone: few kinds of characters", "HS256/Diagnosis/SecretAppearance+Strength.swift",
      "let isPoor = ‹kinds.count < min(7, word.count / 2)›", "false")
value("secret alone: repetition", "HS256/Diagnosis/SecretAppearance+Strength.swift", "} else if ‹Self.repeatsItself(word)› {", "false")
value("secret alone: rows", "HS256/Diagnosis/SecretAppearance+Strength.swift", "} else if ‹Self.isMostlyInSequence(word)› {", "false")
value("secret alone: base64 of a key", "HS256/Diagnosis/SecretAppearance+Strength.swift",
      "if ‹decoded.trimmed.starts(with: \"-----BEGIN \".utf8)› ||", "false")
value("secret alone: names of variables", "HS256/Diagnosis/SecretAppearance+OtherThings.swift",
      "} else if ‹isLabeled› {", "false")
value("secret alone: keys in DER", "HS256/Diagnosis/SecretAppearance+Strength.swift", "|| ‹Self.isDER(decoded)› {", "false")

# Mutations that change nothing that can be observed are not in the list. Known ones:
# - a comparison in ConstantTime that stops early: only its time changes, and .ci/check-constant-time sees that;
# - JSONNames.pairwiseLimit: two ways to the same answer;
# - KeyCandidates.none in place of the candidates under another algorithm: the algorithm has been refused before.
