import COpenSSL

/// HMAC with SHA-256 by OpenSSL, and nothing around it: the least work that a token can take.
///
/// The key's two blocks are hashed when the anchor is made. A MAC begins with a copy of the first state, hashes the
/// message, and hashes the digest on top of a copy of the second (RFC 2104 4).
package struct OpenSSLAnchor: Sendable {
    private let inner: SHA256_CTX
    private let outer: SHA256_CTX

    /// An anchor with a key of at most a block of 64 bytes.
    package init(secret: String) {
        let block = Array(secret.utf8) + [UInt8](repeating: 0, count: 64 - secret.utf8.count)
        inner = Self.state(after: block.map { $0 ^ 0x36 })
        outer = Self.state(after: block.map { $0 ^ 0x5C })
    }

    private static func state(after block: [UInt8]) -> SHA256_CTX {
        var context = SHA256_CTX()
        SHA256_Init(&context)
        SHA256_Update(&context, block, block.count)
        return context
    }

    /// The MAC of a message.
    package func authenticationCode(for message: [UInt8]) -> Digest {
        var context = inner
        SHA256_Update(&context, message, message.count)
        var code = Digest()
        code.fill { SHA256_Final($0, &context) }
        context = outer
        code.fill { SHA256_Update(&context, $0, Digest.byteCount) }
        code.fill { SHA256_Final($0, &context) }
        return code
    }

    /// The SHA-256 of a message.
    package static func hash(_ message: [UInt8]) -> Digest {
        var digest = Digest()
        digest.fill { _ = SHA256(message, message.count, $0) }
        return digest
    }

    /// OpenSSL's name, version and date.
    package static var version: String { String(cString: OpenSSL_version(OPENSSL_VERSION)) }
}

extension OpenSSLAnchor {
    /// 32 bytes.
    package struct Digest: Equatable {
        package static let byteCount = 32

        private var words = SIMD4<UInt64>()

        /// The bytes in order.
        package var bytes: [UInt8] { withUnsafeBytes(of: words, Array.init) }

        @inline(__always)
        fileprivate mutating func fill(_ body: (UnsafeMutablePointer<UInt8>) -> Void) {
            withUnsafeMutableBytes(of: &words) { bytes in
                // SIMD4<UInt64> is 32 bytes, never none.
                body(bytes.baseAddress.unsafelyUnwrapped.assumingMemoryBound(to: UInt8.self))
            }
        }
    }
}
