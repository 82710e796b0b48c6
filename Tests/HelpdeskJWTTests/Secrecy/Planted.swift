@testable import HS256Primitives
import HelpdeskJWT
import TestSupport

/// A secret that is planted, and all that is as good as it.
enum Planted {
    /// The text of the secret. Nothing else in the tests has eight characters in common with it.
    static let secret = "Vh7qLr2-XwN9tKz4_Jm6PdY8.sFb3GcR5eUa1+ZjW0"

    /// The key of the secret.
    static var key: HS256Key {
        get throws { try HS256Key(utf8: secret) }
    }

    /// Finds the secret, the hash states that a key keeps of it, and the states of a signer with this header.
    static func detector(header: JOSEHeader = JOSEHeader()) throws -> LeakDetector {
        let midstates = try key.hmacKey
        var detector = LeakDetector()
        detector.add(secret.utf8, as: "the secret")
        detector.add(words: words(midstates.inner), as: "the inner state of the key")
        detector.add(words: words(midstates.outer), as: "the outer state of the key")
        let signer = try JWTSigner(key: key, header: header)
        let prefix = Array((try signer.sign(payload: []).prefix { $0 != "." } + ".").utf8)
        let state = unsafe prefix.withUnsafeBufferPointer { unsafe midstates.hashWholeBlocks(of: $0) }
        detector.add(words: words(state.state), as: "the state of the signer")
        return detector
    }

    /// Finds, besides, a token as a whole, and the right authentication code of what it says, whatever code it has.
    static func detector(for token: String) throws -> LeakDetector {
        var detector = try detector()
        if token.utf8.count > 20 { detector.add(whole: token, as: "the whole token") }
        let input = token.split(separator: ".", omittingEmptySubsequences: false).prefix(2).joined(separator: ".")
        detector.add(
            HMACSHA256.authenticationCode(for: input.utf8, using: try key.hmacKey).bytes,
            as: "the right authentication code")
        return detector
    }

    private static func words(_ state: SIMD8<UInt32>) -> [UInt32] { (0..<8).map { state[$0] } }
}

extension HS256Key {
    /// The sixteen words that a key holds.
    var midstatesForTests: [UInt32] { (0..<8).map { hmacKey.inner[$0] } + (0..<8).map { hmacKey.outer[$0] } }
}
