import Benchmark
import HS256
import HS256Primitives
import PortableHash
import Workload

/// The hash alone, on the processor's SHA instructions where it has them, and without.
func hashBenchmarks() {
    Benchmark("SHA-256 64 KiB | HS256") { benchmark, message in
        for _ in benchmark.scaledIterations { blackHole(SHA256.hash(message)) }
    } setup: {
        Workload.bytes(Workload.hashedByteCount)
    }

    Benchmark("SHA-256 64 KiB | HS256 portable") { benchmark, message in
        for _ in benchmark.scaledIterations { blackHole(PortableHash.hash(message)) }
    } setup: {
        checkedMessage()
    }
}

/// What is hashed, once it is seen that both back ends hash it to the same.
private func checkedMessage() -> [UInt8] {
    let message = Workload.bytes(Workload.hashedByteCount)
    expect(PortableHash.hash(message) == SHA256.hash(message), "the two back ends differ")
    return message
}
