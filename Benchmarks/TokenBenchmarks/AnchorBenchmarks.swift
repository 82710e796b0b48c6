import Benchmark
import Foundation
import HS256
import HS256Primitives
import OpenSSLAnchor
import Workload

/// OpenSSL's MAC alone, over as many bytes as the signing input of each workload, and its hash.
func anchorBenchmarks() {
    for (workload, count) in [
        ("W1 sign", SigningInput.w1), ("W2 verify", SigningInput.w1), ("W3 sign", SigningInput.w3),
        ("W5 sign", SigningInput.w5),
    ] {
        anchorBenchmark("\(workload) | OpenSSL", count)
    }

    Benchmark("SHA-256 64 KiB | \(openSSLName)") { benchmark, message in
        for _ in benchmark.scaledIterations { blackHole(OpenSSLAnchor.hash(message)) }
    } setup: {
        checkedMessage()
    }
}

/// OpenSSL obeys the variable when it is loaded, so whoever sets it means this program's whole run. The mask takes away
/// bit 29 of EBX of CPUID leaf 7, which says that there are SHA instructions (OPENSSL_ia32cap(3)).
private var openSSLName: String {
    switch ProcessInfo.processInfo.environment["OPENSSL_ia32cap"] {
    case nil: "OpenSSL"
    case ":~0x20000000": "OpenSSL without SHA instructions"
    case .some: fatalError("OPENSSL_ia32cap is to be :~0x20000000 or not set")
    }
}

/// What is hashed, once it is seen that both hash it to the same.
private func checkedMessage() -> [UInt8] {
    let message = Workload.bytes(Workload.hashedByteCount)
    expect(OpenSSLAnchor.hash(message).bytes == Array(SHA256.hash(message)), "the two hashes differ")
    return message
}

/// The MAC of a message of so many bytes, which changes every time.
func anchorBenchmark(_ name: String, _ count: Int) {
    Benchmark(name) { benchmark, anchor in
        var message = Workload.bytes(count)
        benchmark.startMeasurement()
        for number in benchmark.scaledIterations {
            message.withUnsafeMutableBytes { $0.storeBytes(of: number, toByteOffset: 100, as: Int.self) }
            blackHole(anchor.authenticationCode(for: message))
        }
        benchmark.stopMeasurement()
    } setup: {
        try checkedAnchor(count)
    }
}

/// The anchor, once it is seen that its MAC is that of the library.
private func checkedAnchor(_ count: Int) throws -> OpenSSLAnchor {
    let anchor = OpenSSLAnchor(secret: Workload.secret)
    let message = Workload.bytes(count)
    let code = HMACSHA256.authenticationCode(for: message, using: HMACSHA256.Key(Workload.secret.utf8))
    expect(anchor.authenticationCode(for: message).bytes == Array(code.bytes), "the two MACs differ")
    return anchor
}
