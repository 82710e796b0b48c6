import Glibc
@testable import HS256
@testable import HS256Primitives

// constant-time BACKEND WORK CASE: does one piece of work with one of several secrets or signatures, between two
// signals that tell a tracer where the work begins and ends. Everything else that the program does is the same for all
// cases of a work.
//
// constant-time list: the backends of this processor, then the works with the number of their cases.

/// The tag of a token, wrong in one place or another. This program has one thread.
nonisolated(unsafe) let differences: [(inout [UInt8]) -> Void] = [
    { $0[0] ^= 0x01 }, { $0[0] ^= 0x80 }, { $0[31] ^= 0x01 }, { $0[31] ^= 0x80 }, { $0[15] ^= 0x10 },
    { tag in for index in tag.indices { tag[index] ^= 0xFF } }, { tag in tag = [UInt8](repeating: 0, count: 32) },
    { tag in tag = [UInt8](repeating: 0xFF, count: 32) }, { tag in tag = (0..<32).map { UInt8($0 * 37 & 0xFF) } },
]

/// Keys of `count` bytes that have nothing in common but their length.
func keys(_ count: Int) -> [[UInt8]] {
    [
        [UInt8](repeating: 0, count: count), [UInt8](repeating: 0xFF, count: count),
        [UInt8](repeating: 0x36, count: count), [UInt8](repeating: 0x5C, count: count),
        (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ 11) }, (0..<count).map { UInt8($0 & 1) &* 0xFF },
    ]
}

let arguments = CommandLine.arguments
let backends = Dictionary(uniqueKeysWithValues: Backend.allCases.map { ("\($0)", $0) })
let claims: JSONObject = ["sub": "12345678", "name": "Jane Soap", "exp": 4_102_444_800]
let payload = Array(claims.description.utf8)
let now: NumericDate = 1_700_000_000

/// Runs `work`, between the signals.
@inline(never)
func measured(_ work: () -> Void) { work() }

func trace(_ work: () -> Void) {
    raise(SIGUSR1)
    measured(work)
    raise(SIGUSR2)
}

/// Something with which the result of a work is kept alive.
nonisolated(unsafe) var sink = 0

/// What a work does: with the number of the case, and for warming up with a case that is none of them.
struct Work {
    let name: String
    let caseCount: Int
    /// Prepares the case and returns the work; `nil` is the case for warming up.
    let prepare: (Backend, Int?) throws -> () -> Void
}

let secret = Array("a secret for counting instructions, no other".utf8)

/// Verification of a token whose tag is wrong here or there, the decoding of the tag included.
let verify = Work(name: "verify", caseCount: differences.count) { backend, index in
    let key = try HS256Key(secret, backend: backend)
    let token = try JWTSigner(key: key).sign(payload: payload)
    let dot = token.lastIndex(of: ".").map { token.index(after: $0) } ?? token.endIndex
    var tag = try Base64URL.decode(String(token[dot...]))
    if let index { differences[index](&tag) } else { tag[7] ^= 0x24 }
    let forged = String(token[..<dot]) + Base64URL.encode(tag)
    let verifier = try JWTVerifier(key: key)
    return {
        do throws(HS256Error) {
            let _: VerifiedJWT = try verifier.verify(forged, at: now)
            fatalError("a forged token is accepted")
        } catch {
            guard error == HS256Error(.signatureMismatch) else { fatalError("\(error)") }
            sink += 1
        }
    }
}

/// Comparison of an authentication code that was received.
let message = Array("a message".utf8)
let compare = Work(name: "compare", caseCount: differences.count) { backend, index in
    let key = HMACSHA256.Key(secret, backend: backend)
    var tag = Array(HMACSHA256.authenticationCode(for: message, using: key).bytes)
    if let index { differences[index](&tag) } else { tag[7] ^= 0x24 }
    return { if HMACSHA256.isValidAuthenticationCode(tag, authenticating: message, using: key) { fatalError() } }
}

/// Decoding of a tag by itself, on a given back end of the encoding.
func decode(_ name: String, _ encoding: Backend) -> Work {
    Work(name: name, caseCount: differences.count) { _, index in
        var tag = [UInt8](repeating: 0x5A, count: 32)
        if let index { differences[index](&tag) }
        let text = Array(Base64URL.encode(tag).utf8)
        return {
            let bytes = [UInt8](unsafeUninitializedCapacity: 64) { buffer, count in
                guard let start = buffer.baseAddress else { return }
                count = text.withUnsafeBufferPointer {
                    Base64.decode($0, into: start, backend: encoding) ?? 0
                }
            }
            sink += bytes.count
        }
    }
}

/// Signing with keys of one length; what is signed is the same.
func sign(_ count: Int) -> Work {
    Work(name: "sign-\(count)", caseCount: keys(count).count) { backend, index in
        let bytes = index.map { keys(count)[$0] } ?? [UInt8](repeating: 0x77, count: count)
        let signer = JWTSigner(key: try HS256Key(bytes, backend: backend))
        return { sink += (try? signer.sign(payload: payload))?.utf8.count ?? 0 }
    }
}

/// Making a key of bytes of one length.
func makeKey(_ count: Int) -> Work {
    Work(name: "key-\(count)", caseCount: keys(count).count) { backend, index in
        let bytes = index.map { keys(count)[$0] } ?? [UInt8](repeating: 0x77, count: count)
        return { sink += (try? HS256Key(bytes, backend: backend)) == nil ? 0 : 1 }
    }
}

/// A comparison that stops at the first difference: the tracer has to see that, or it sees nothing.
let control = Work(name: "control", caseCount: 2) { _, index in
    let tag = [UInt8](repeating: 0x5A, count: 32)
    var other = tag
    other[index == 0 ? 0 : 31] ^= 1
    return { sink += tag.elementsEqual(other) ? 1 : 0 }
}

let works =
    [
        verify, compare, sign(32), sign(100), makeKey(32), makeKey(64), makeKey(100), control,
    ] + Backend.available.map { decode("decode-\($0)", $0) }

signal(SIGUSR1, SIG_IGN)
signal(SIGUSR2, SIG_IGN)
switch arguments.count {
case 2 where arguments[1] == "list":
    print(Backend.available.map { "\($0)" }.joined(separator: " "))
    for work in works { print(work.name, work.caseCount) }
case 4:
    guard let backend = backends[arguments[1]], Backend.available.contains(backend),
        let work = works.first(where: { $0.name == arguments[2] }), let index = Int(arguments[3]),
        (0..<work.caseCount).contains(index)
    else { fatalError("there is no such backend, work or case") }
    // What is done once a process is done before.
    let warmUp = try work.prepare(backend, nil)
    for _ in 0..<3 { warmUp() }
    trace(try work.prepare(backend, index))
default: fatalError("usage: constant-time list | BACKEND WORK CASE")
}
